import {
  type CircularContext,
  composeCircular,
  type CopyContext,
  copyDefinition,
  definition,
} from '../../../machines/circular/index.js';
import type { LetterContent } from '../../../machines/rules/index.js';
import { readLetter, storeLetter } from '../../documents/index.js';
import type { OutboxMessage, Step, WorkflowRuntime } from '../../engine/index.js';
import type { Tx } from '../../platform/index.js';
import { loadCircularFacts } from './circular.facts.js';
import { CIRCULAR_PAYLOADS, COPY_PAYLOADS } from './circular.payloads.js';
import type { CircularWork } from './circular-work.js';

/** Everything the product adds to the machine of a circular. */
export function circularRuntime(work: CircularWork): WorkflowRuntime {
  const afterwards = (run: (message: OutboxMessage) => Promise<void>) => ({ when: 'after-commit' as const, run });
  return {
    definition,
    payloads: CIRCULAR_PAYLOADS,
    loadFacts: loadCircularFacts,
    effects: {
      writeCircular: { when: 'in-transaction', run: (tx, step) => writeCircular(tx, step) },
      sendCopies: afterwards((message) => work.sendCopies(message)),
      closeCopies: afterwards((message) => work.closeCopies(message)),
    },
    ownColumns: (context) => {
      const { round, documentNo } = context as CircularContext;
      return { stocktake_id: round, document_no: documentNo };
    },
  };
}

/** Everything the product adds to the machine of a copy. */
export function copyRuntime(): WorkflowRuntime {
  return {
    definition: copyDefinition,
    payloads: COPY_PAYLOADS,
    loadFacts: () => Promise.resolve({}),
    effects: { keepCopy: { when: 'in-transaction', run: (tx, step) => keepCopy(tx, step) } },
    ownColumns: (context) => ({ circular_id: (context as CopyContext).circular }),
  };
}

/**
 * What a circular says, or would say if it were issued today.
 *
 * @param context the circular as it stands
 * @param today the day it bears while it is not issued
 */
export function contentOf({ listing, ...context }: CircularContext, today: string): LetterContent {
  if (listing === null) throw new Error('a circular without a list');
  const { quarter, referenceDay, hash, documentNo, issuedOn } = context;
  return composeCircular({ quarter, referenceDay, hash, listing, documentNo, day: issuedOn ?? today });
}

async function writeCircular(tx: Tx, { workflow, caseId, unitId, context, surroundings }: Step): Promise<void> {
  const circular = context as CircularContext;
  const content = { ...contentOf(circular, surroundings.today), documentNo: circular.documentNo! };
  await storeLetter(tx, { workflow, caseId, unitId, content, at: surroundings.now });
}

/** The same words under the same number, in the reach of the unit that receives them. */
async function keepCopy(tx: Tx, { workflow, caseId, unitId, context, surroundings }: Step): Promise<void> {
  const { circular } = context as CopyContext;
  const original = await readLetter(tx, 'circular', circular);
  if (original === null) throw new Error(`circular ${circular} is copied before it is signed off`);
  const content = { ...original.content, documentNo: original.documentNo };
  await storeLetter(tx, { workflow, caseId, unitId, content, at: surroundings.now });
}
