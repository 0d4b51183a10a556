import { definition, type RoundContext, unitDefinition, type UnitContext } from '../../../machines/stocktake/index.js';
import type { Followers, OutboxMessage, WorkflowRuntime } from '../../engine/index.js';
import { loadRoundFacts, loadUnitFacts } from './stocktake.facts.js';
import { ROUND_PAYLOADS, UNIT_PAYLOADS } from './stocktake.payloads.js';
import type { RoundWork } from './round-work.js';
import { writeLetter } from './write-letter.js';

/** Everything the product adds to the machine of a round. */
export function roundRuntime(work: RoundWork, followers: Followers): WorkflowRuntime {
  const afterwards = (run: (message: OutboxMessage) => Promise<void>) => ({ when: 'after-commit' as const, run });
  return {
    definition,
    payloads: ROUND_PAYLOADS,
    loadFacts: loadRoundFacts,
    effects: {
      inviteUnits: afterwards((message) => work.inviteUnits(message)),
      takeSnapshot: afterwards((message) => work.takeSnapshot(message)),
      tellOfLedger: afterwards((message) => followers.tell('stocktake.ledger-endorsed', message)),
      sendLetters: afterwards((message) => work.sendLetters(message)),
      closeUnits: afterwards((message) => work.closeUnits(message)),
    },
    ownColumns: (context) => ({ quarter: (context as RoundContext).quarter }),
  };
}

/** Everything the product adds to the machine of a unit's side. */
export function unitRuntime(followers: Followers): WorkflowRuntime {
  return {
    definition: unitDefinition,
    payloads: UNIT_PAYLOADS,
    loadFacts: loadUnitFacts,
    effects: {
      writeLetter: { when: 'in-transaction', run: (tx, step) => writeLetter(tx, step) },
      tellOfLetter: { when: 'after-commit', run: (message) => followers.tell('stocktake.letter-issued', message) },
      tellOfReceipt: { when: 'after-commit', run: (message) => followers.tell('stocktake.letter-received', message) },
    },
    ownColumns: (context) => ({ stocktake_id: (context as UnitContext).round }),
  };
}
