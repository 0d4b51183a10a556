import type { ReactElement } from 'react';
import { OUTCOME_LABELS, type VoteStanding } from '../../../../machines/rules/index.js';

/** Running totals of an item, what they mean, and the sentence that is read out. */
export function StandingCell({ standing }: { standing: VoteStanding }): ReactElement {
  const { votes, outcome, needed, sentence } = standing;
  return (
    <td className="vote-standing" aria-live="polite">
      <b className={`outcome outcome-${outcome}`}>{OUTCOME_LABELS[outcome]}</b>{' '}
      <span className="number">
        {votes.for}／{needed}
      </span>
      <span className="vote-sentence">{sentence}</span>
    </td>
  );
}
