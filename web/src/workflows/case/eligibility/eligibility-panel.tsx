import type { ReactElement } from 'react';
import type { ItemEligibility } from '../../../../../machines/rules/index.js';
import { withQuery } from '../../../api/client.js';
import { Link } from '../../../app/router.js';
import { t } from '../../../ui/t.js';

interface Props {
  judged: readonly ItemEligibility[];
  /** When the rules were asked: a step on record, or now. */
  when: string;
  nameOf: (cadre: string) => string;
  postOf: (post: string) => string;
}

const OUTCOMES = {
  met: { mark: '✓', word: t('符合'), tone: 'clear' },
  notMet: { mark: '✕', word: t('不符合'), tone: 'block' },
  unknown: { mark: '?', word: t('不详，不视为符合'), tone: 'flag' },
} as const;
const SEVERITIES = { hard: t('硬性'), warn: t('一般应当'), manual: t('人工确认') } as const;

/** 任职资格 E01–E16, person by person: the outcome, and every rule that is not simply met, with its arithmetic. */
export function EligibilityPanel({ judged, when, nameOf, postOf }: Props): ReactElement | null {
  if (judged.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('任职资格')}>
      <header className="card-head">
        <h2>{t('任职资格')}</h2>
        <span className="muted">
          E01–E16，{when}，{t('按{day}的任职情况', { day: judged[0]!.on })}
        </span>
      </header>
      {judged.map((one) => (
        <Judged key={one.item} one={one} name={nameOf(one.cadre)} post={postOf(one.post)} />
      ))}
    </section>
  );
}

function Judged({ one, name, post }: { one: ItemEligibility; name: string; post: string }): ReactElement {
  const { mark, word, tone } = OUTCOMES[one.outcome];
  return (
    <div>
      <p>
        <b>{name}</b> <span className="muted">{post}</span>{' '}
        <span className={`tag verdict-${tone}`}>
          <span aria-hidden="true">{mark}</span> {word}
        </span>{' '}
        <Link href={withQuery(`/cadres/${encodeURIComponent(one.cadre)}`, { post: one.post })}>{t('看其他职位')}</Link>
        {one.exceptional && <span className="muted"> {t('任职年限不足，按破格提拔办理')}</span>}
        {one.idBirthDiffers && <span className="muted"> {t('出生年月与身份证不一致，以档案审核为准')}</span>}
      </p>
      {one.rules.length === 0 ? (
        <p className="muted">{t('各条均符合或不适用。')}</p>
      ) : (
        <ul className="findings">
          {one.rules.map(({ code, severity, outcome, sentence, metOn }) => (
            <li key={code} className={`finding-${outcome === 'notMet' && severity !== 'warn' ? 'block' : 'flag'}`}>
              <span className="finding-mark">
                <span aria-hidden="true">{OUTCOMES[outcome].mark}</span>
                <span className="visually-hidden">{OUTCOMES[outcome].word}</span>
              </span>
              <span className="code">{code}</span> {sentence} <span className="muted">（{SEVERITIES[severity]}）</span>
              {metOn !== null && !sentence.includes('起满足') && (
                <span className="ageing"> {t('{day}起符合', { day: metOn })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
