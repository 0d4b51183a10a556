import { type Day, type Policy, previousQuarterEnds } from '../../../machines/rules/index.js';

/** The earliest day that a ledger of `asOf` looks back to: seats that ended by then play no part in it. */
export function lookBackDay(asOf: Day, policy: Policy): Day {
  return previousQuarterEnds(asOf, policy.unmetQuartersLookBack).at(-1) ?? asOf;
}
