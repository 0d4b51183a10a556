import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { eligibilityQuery, teamQuery, unitQuery } from '../api/queries.js';
import type { CadreDetail, Eligibility } from '../api/types.js';
import { useFilters } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { UnitFilter } from './unit-filter.js';

const OUTCOMES = {
  met: { mark: '✓', word: t('符合'), tone: 'clear' },
  notMet: { mark: '✕', word: t('不符合'), tone: 'block' },
  unknown: { mark: '?', word: t('不详，不视为符合'), tone: 'flag' },
} as const;

/** Any post within reach, and from when: rule by rule, with the arithmetic. Decides nothing. */
export function EligibilityCard({ cadre, asOf }: { cadre: CadreDetail; asOf: string | null }): ReactElement {
  const [search, change] = useFilters();
  const post = search.get('post');
  const question = eligibilityQuery(cadre.code, post ?? '', asOf);
  const { data, error, refetch } = useQuery({ ...question, enabled: post !== null });
  // An address may name the post alone, as a link from a case does: then its own unit is the one chosen.
  const unit = search.get('postUnit') ?? data?.unit ?? cadre.homeUnit?.code ?? '';
  const options = usePosts(unit, asOf);
  return (
    <section className="card stack" aria-label={t('任职资格')}>
      <header className="card-head">
        <h2>{t('任职资格')}</h2>
        <span className="buttons">
          <UnitFilter value={unit} onChange={(chosen) => change({ postUnit: chosen, post: null })} />
          <Select
            aria-label={t('拟任职位')}
            className="filter-task"
            placeholder={unit === '' ? t('请先选择单位') : t('选择职位，看逐条条件')}
            notFoundContent={t('所选单位没有可选的职位')}
            value={options.some(({ options: posts }) => posts.some(({ value }) => value === post)) ? post : null}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen: string) => change({ postUnit: unit, post: chosen })}
            popupMatchSelectWidth={false}
          />
        </span>
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <Rules eligibility={data} />}
    </section>
  );
}

interface PostsOfTeam {
  label: string;
  options: { value: string; label: string }[];
}

/** Every post of a unit, team by team, with who sits there as far as it matters: whether anybody does. */
function usePosts(code: string, asOf: string | null): PostsOfTeam[] {
  const { data: unit } = useQuery({ ...unitQuery(code), enabled: code !== '' });
  const teams = useQueries({ queries: (unit?.teams ?? []).map((team) => teamQuery(team.code, asOf ?? undefined)) });
  return teams.flatMap(({ data: team }) =>
    team === undefined
      ? []
      : [
          {
            label: team.name,
            options: team.posts.map(({ code: value, name, rankLabel, holders }) => ({
              value,
              label: `${name}（${rankLabel}${holders.length === 0 ? t('，空缺') : ''}）`,
            })),
          },
        ],
  );
}

function Rules({
  eligibility: { outcome, eligibleFrom, unknownThen, rules },
}: {
  eligibility: Eligibility;
}): ReactElement {
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
        {eligibleFrom !== null && unknownThen.length > 0 && (
          <span className="muted"> {t('届时仍须查明：{rules}。', { rules: unknownThen.join('、') })}</span>
        )}
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
