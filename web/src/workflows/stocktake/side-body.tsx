import type { ReactElement } from 'react';
import { withQuery } from '../../api/client.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { factsOf, FactList } from '../case/context-facts.js';
import { LetterView } from '../case/letter/letter-view.js';
import { wordsBefore } from '../case/words/words-before.js';
import { CheckSheet } from './check-sheet.js';
import { FrozenRows } from './frozen-rows.js';

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
}

/** Steps by which the unit says what it will do, and those by which the section answers. */
const WORDS_OF_BOTH = new Set(['REPLY', 'RETURN_REPLY', 'REQUEST_CORRECTION', 'DECIDE_CORRECTION']);

/** One unit's side of a round: the rows it answers for, its answer, the letter to it and its reply. */
export default function SideBody({ view, history }: Props): ReactElement {
  const { round, documentNo } = view.context;
  const referenceDay = (view.context as { referenceDay?: string }).referenceDay;
  const above = new Set(wordsBefore('stocktake_units', view, history).map(({ version }) => version));
  const said = history.filter(
    ({ type, payload, version }) => WORDS_OF_BOTH.has(type) && payload['opinion'] && !above.has(version),
  );
  const frozen = documentNo !== null && documentNo !== undefined;
  return (
    <div className="stack">
      <FactList facts={factsOf(view.context)} />
      <p className="links">
        {round !== undefined && <Link href={`/stocktakes/${round}`}>{t('查看本季度摸底调度')}</Link>}
        <Link href={withQuery('/ledger', { unit: view.unit.code, asOf: referenceDay })}>
          {t('本单位基准日的台账（核对用）')}
        </Link>
      </p>
      <CheckSheet view={view} />
      {frozen && <LetterView plural="stocktake_units" id={view.id} name={t('一对一反馈函')} />}
      {said.length > 0 && (
        <section className="card" aria-label={t('往来答复')}>
          <h2>{t('往来答复')}</h2>
          <ul className="comments">
            {said.map(({ version, label, actor, payload }) => (
              <li key={version}>
                <b>{label}</b> <span className="muted">{actor.display}</span>
                <p className="opinion">{String(payload['opinion'])}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {frozen && round !== undefined && <FrozenRows round={round} unit={view.unit.code} />}
    </div>
  );
}
