import { refuse, type CheckOf, type ForesightOf } from '../../kernel/index.js';
import { listingChanges } from '../listing.js';
import type { CircularContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Check = CheckOf<CircularContext>;

/** @refuses CIRCULAR_NOT_OF_DEPARTMENT - circulars stand in the department's unit */
const isOfDepartment: Check = (_context, event) => {
  const kind = factOf(event, 'unitKind');
  return kind === 'organization-department' ? null : refuse('CIRCULAR_NOT_OF_DEPARTMENT', { kind });
};

/** @refuses LISTS_NOBODY - no team has confirmed two reminders and is still short: there is nothing to circulate */
const listsSomebody: ForesightOf<CircularContext> = ({ listing }) =>
  listing !== null && listing.listed.length > 0
    ? null
    : refuse('LISTS_NOBODY', { excluded: listing?.excluded.length ?? 0 });

/** @refuses LISTING_CHANGED - since it was drawn up a team has met its task, or another ledger has been frozen */
const listingStands: Check = ({ listing, hash }, event) => {
  const is = factOf(event, 'listing');
  const ledgerChanged = factOf(event, 'ledger').hash !== hash;
  const { added, removed } = listing === null ? { added: [], removed: [] } : listingChanges(listing, is);
  // A receipt that comes late adds nobody to what two people have read.
  if (removed.length === 0 && !ledgerChanged) return null;
  return refuse('LISTING_CHANGED', { added, removed, ledgerChanged });
};

/** @refuses COPIES_OPEN - recipients have not confirmed; to close without them must be said, with a reason */
const copiesAreReceived: Check = (_context, event) => {
  const { open } = factOf(event, 'copies');
  const { despiteOpen, opinion } = payloadOf(event, 'CLOSE');
  return open > 0 && !(despiteOpen && opinion?.trim()) ? refuse('COPIES_OPEN', { units: open }) : null;
};

/** Every guard of the chart with its explanation. */
export const CHECKS = { isOfDepartment, listsSomebody, listingStands, copiesAreReceived } satisfies Record<
  string,
  Check
>;

/** What is known beforehand. */
export const FORESIGHT = { listsSomebody } satisfies Record<string, ForesightOf<CircularContext>>;
