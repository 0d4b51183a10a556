import type { JsonObject } from '../kernel/index.js';
import { isClear, type OpinionContext } from './context.js';

/** What follows from an opinion's steps outside the case itself. */
export const EFFECTS = {
  /** The four checks of the proposal say whether the opinion is clear, and until when; never what it says. */
  recordConclusion: (context) => conclusionOf(context, isClear(context)),
  /** What is asked again no longer stands as concluded. */
  retractConclusion: (context) => conclusionOf(context, null),
} satisfies Record<string, (context: OpinionContext) => JsonObject>;

export const EFFECT_NAMES = Object.keys(EFFECTS) as (keyof typeof EFFECTS)[];

function conclusionOf({ proposal, proposalVersion, cadre, reply }: OpinionContext, clear: boolean | null): JsonObject {
  return {
    proposal,
    proposalVersion,
    cadre,
    clear,
    day: reply?.repliedOn ?? null,
    validUntil: reply?.validUntil ?? null,
  };
}
