import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { eligibilityQuery, teamQuery, unitQuery } from '../api/queries.js';
import type { CadreDetail, Eligibility } from '../api/types.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';

const OUTCOMES = {
  met: { mark: '✓', word: t('符合'), tone: 'clear' },
  notMet: { mark: '✕', word: t('不符合'), tone: 'block' },
  unknown: { mark: '?', word: t('不详，不视为符合'), tone: 'flag' },
} as const;

/** For which post, and from when: rule by rule, with the arithmetic. Decides nothing. */
export function EligibilityCard({ cadre, asOf }: { cadre: CadreDetail; asOf: string | null }): ReactElement {
  const [post, setPost] = useState<string | null>(null);
  const { data: unit } = useQuery({ ...unitQuery(cadre.homeUnit?.code ?? ''), enabled: cadre.homeUnit !== null });
  const team = cadre.terms[0]?.team ?? unit?.teams[0]?.code;
  const { data: found } = useQuery({ ...teamQuery(team ?? '', asOf ?? undefined), enabled: team !== undefined });
  const question = eligibilityQuery(cadre.code, post ?? '', asOf);
  const { data, error, refetch } = useQuery({ ...question, enabled: post !== null });
  const options = (found?.posts ?? []).map(({ code, name, rankLabel, holders }) => ({
    value: code,
    label: `${name}（${rankLabel}${holders.length === 0 ? t('，空缺') : ''}）`,
  }));
  return (
    <section className="card stack" aria-label={t('任职资格')}>
      <header className="card-head">
        <h2>{t('任职资格')}</h2>
        <Select
          aria-label={t('拟任职位')}
          className="filter-task"
          placeholder={t('选择职位，看逐条条件')}
          notFoundContent={t('所在单位没有可选的职位')}
          value={post}
          options={options}
          onChange={setPost}
          popupMatchSelectWidth={false}
        />
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <Rules eligibility={data} />}
    </section>
  );
}

function Rules({ eligibility: { outcome, eligibleFrom, rules } }: { eligibility: Eligibility }): ReactElement {
  const { mark, word, tone } = OUTCOMES[outcome];
  const applying = rules.filter((rule) => rule.outcome !== 'notApplicable');
  return (
    <>
      <p>
        <span className={`tag verdict-${tone}`}>
          <span aria-hidden="true">{mark}</span> {word}
        </span>{' '}
        {eligibleFrom === null
          ? t('仅凭时间推移不会符合全部条件。')
          : t('最早{day}起没有不符合的条件。', { day: eligibleFrom })}
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('条件')}</th>
            <th scope="col">{t('结果')}</th>
            <th scope="col">{t('说明')}</th>
            <th scope="col">{t('依据')}</th>
          </tr>
        </thead>
        <tbody>
          {applying.map(({ code, title, outcome: result, sentence, metOn, basis }) => (
            <tr key={code}>
              <td>
                {title} <span className="code">{code}</span>
              </td>
              <td>{result === 'notApplicable' ? '—' : `${OUTCOMES[result].mark} ${OUTCOMES[result].word}`}</td>
              <td>
                {sentence}
                {metOn !== null && <span className="ageing"> {t('{day}起符合', { day: metOn })}</span>}
              </td>
              <td className="small muted">{basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
