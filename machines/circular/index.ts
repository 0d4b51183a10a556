export { composeCircular, type CircularQuestion } from './letter.js';
export {
  type ExcludedRow,
  type Exclusion,
  type ListedRow,
  listForCircular,
  type Listing,
  type ListingQuestion,
  type PrintedOverride,
  type RowOfLedger,
  type WarningOfRow,
} from './listing.js';
export type { CircularContext } from './notice/context.js';
export { definition } from './notice/index.js';
export {
  CIRCULAR_FACTS,
  type CircularEventType,
  type CircularFact,
  type CircularFacts,
  type CircularPayloads,
  type LedgerFact,
} from './notice/payloads.js';
export { type CopyContext, type CopyEventType, definition as copyDefinition } from './unit/index.js';
