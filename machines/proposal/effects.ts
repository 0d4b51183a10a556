import type { JsonObject, WorkflowEvent } from '../kernel/index.js';
import type { ProposalContext } from './context.js';
import { LABELS } from './labels.js';

/** What follows from a proposal's steps outside the case itself, with what it needs to know. */
export const EFFECTS = {
  /** The items as they now stand replace the stored ones. */
  storeItems: ({ items }) => ({ items }),
  /** The posts are spoken for: no other proposal may take them. */
  holdPosts: () => ({}),
  /** The posts are free again, and the items no longer count in anyone's gate. */
  releasePosts: () => ({}),
  /** Past the gate: every later gate counts these items. */
  markCleared: () => ({}),
  unmarkCleared: () => ({}),
  /** 《合理化建议书》, with what the gate and its suggestions said at that moment. */
  writeSuggestion: () => ({}),
  /** Whoever answers questions about this proposal learns that it is no longer under way. */
  tellReturned: () => ({ because: 'proposalReturned' }),
  tellEnded: () => ({ because: 'proposalEnded' }),
  openFiling: ({ unit, items, decidedOn, notice, gate }) => ({
    unit,
    items,
    decidedOn,
    noticeEndDay: notice?.endDay ?? null,
    gate,
  }),
  cancelFiling: () => ({}),
  /** It no longer awaits the party group: a meeting that has it on its agenda learns of it, and by which step. */
  tellOfDeliberation: (_context, { type, payload }) => ({
    by: LABELS.events[type] ?? type,
    meeting: payload.meeting ?? null,
  }),
  /** Tenure starts on the day of the decision. */
  writeAppointments: ({ items, decidedOn, appointment }) => ({
    items,
    decidedOn,
    documentNo: appointment?.documentNo ?? null,
    documentDay: appointment?.documentDay ?? null,
  }),
  confirmAppointments: (_context, { today }) => ({ confirmedOn: today }),
  /** Who is relieved stops counting from this day. */
  relieveAppointments: (_context, { today }) => ({ relievedOn: today }),
} satisfies Record<string, (context: ProposalContext, event: WorkflowEvent) => JsonObject>;

export const EFFECT_NAMES = Object.keys(EFFECTS) as (keyof typeof EFFECTS)[];
