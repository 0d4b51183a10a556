import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { roundComparisonQuery, roundSidesQuery, roundSnapshotQuery } from '../../api/queries.js';
import type { CaseView } from '../../api/types.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { factsOf, FactList } from '../case/context-facts.js';
import { CircularOfRound } from './circular-of-round.js';
import { Comparison } from './comparison.js';
import { FrozenRows } from './frozen-rows.js';
import { RoundRehearsalCard } from './rehearsal.js';
import { Sides } from './sides.js';
import { Successions } from './successions.js';

const SUMS = { limit: 1 };

/** From here on the heads have read the ledger. */
const ENDORSED = new Set(['endorsed', 'lettersIssued', 'closed']);

/** A round: what was frozen, in sums and rows, how it moved since the quarter before, and how far each unit has come. */
export default function RoundBody({ view }: { view: CaseView }): ReactElement {
  const frozen = (view.context.revision ?? 0) > 0;
  const asked = useQueries({
    queries: [
      { ...roundSidesQuery(view.id) },
      { ...roundSnapshotQuery(view.id, SUMS), enabled: frozen },
      { ...roundComparisonQuery(view.id), enabled: frozen },
    ],
  });
  // The parts stand one below the other: shown one by one they would push each other down.
  if (asked.some(({ isLoading }) => isLoading)) return <div aria-busy="true" />;
  return (
    <div className="stack">
      <FactList facts={factsOf(view.context)} />
      {ENDORSED.has(view.statePath) && <CircularOfRound view={view} />}
      {frozen && <Totals round={view.id} />}
      {/* Folded, each is one line: below a table of all units nobody would come upon them. */}
      {!view.done && <RoundRehearsalCard round={view.id} />}
      <Successions />
      <Sides round={view.id} />
      {frozen && <Comparison round={view.id} />}
      {frozen && <FrozenRows round={view.id} />}
    </div>
  );
}

function Totals({ round }: { round: number }): ReactElement | null {
  const { data, error, refetch } = useQuery(roundSnapshotQuery(round, SUMS));
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="card" aria-label={t('固化的台账')}>
      <header className="card-head">
        <h2>{t('固化的台账')}</h2>
        <span className="muted">
          {t('{rows}行，第{revision}次固化，规则第{policy}版', {
            rows: data.total,
            revision: data.revision,
            policy: data.policyVersion,
          })}
        </span>
      </header>
      <ul className="plain-list">
        {data.totals.map(({ task, taskName, sentence }) => (
          <li key={task}>
            <b>{taskName}</b>：{sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
