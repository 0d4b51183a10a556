import type { CaseView, HistoryEntry, Plural, WarningContext } from '../../../api/types.js';

/** What a decision at a place rests on: the steps of others whose words are read before it. */
interface Basis {
  at: (view: CaseView) => boolean;
  steps: readonly string[];
}

const at =
  (...paths: readonly string[]) =>
  ({ statePath }: CaseView): boolean =>
    paths.some((path) => statePath === path || statePath.startsWith(`${path}.`));

const planOf = ({ context }: CaseView): WarningContext['plan'] => (context as unknown as WarningContext).plan;

const REVIEWS: readonly string[] = [
  'HEADCOUNT_REVIEW',
  'YOUNG_CADRE_REVIEW',
  'ELIGIBILITY_REVIEW',
  'PRIOR_REPORT_REVIEW',
];
const EXPLAINED = ['JUSTIFY', 'REFUSE_JUSTIFICATION'] as const;
const OVERRIDDEN = ['REQUEST_OVERRIDE', 'APPROVE_OVERRIDE', 'REFUSE_OVERRIDE'] as const;
const ASKED = ['SUBMIT', 'CLAIM_EXCEPTIONAL', 'RETURN'] as const;

/** By workflow; of several places that fit, all count. */
const BASES: Readonly<Partial<Record<Plural, readonly Basis[]>>> = {
  proposals: [
    { at: at('draft'), steps: ['RETURN', 'RECORD_CONSULTATION'] },
    { at: at('preConsultation'), steps: ['CONSULT'] },
    { at: at('submitted'), steps: ASKED },
    { at: at('preReview'), steps: [...ASKED, 'ACCEPT_FOR_REVIEW', ...REVIEWS] },
    { at: at('gateDecision'), steps: ['CLAIM_EXCEPTIONAL', ...REVIEWS, ...EXPLAINED, ...OVERRIDDEN] },
    { at: at('gateDecision.cleared'), steps: ['ACCEPT_JUSTIFICATION'] },
    { at: at('gateDecision.blocked', 'gateDecision.suggestionIssued', 'gateDecision.flagged'), steps: ['RETURN'] },
    { at: at('inSelection'), steps: ['RETURN'] },
    { at: at('inSelection.publicNotice.objectionUnderVerification'), steps: ['RECORD_OBJECTION'] },
    { at: at('withdrawn', 'terminated'), steps: ['WITHDRAW', 'TERMINATE'] },
  ],
  filings: [
    { at: at('pending'), steps: ['RETURN'] },
    { at: at('submitted'), steps: ['RETURN', 'REQUEST_SUPPLEMENT', 'SUPPLEMENT'] },
    { at: at('returnedForSupplement'), steps: ['REQUEST_SUPPLEMENT'] },
    { at: at('underReview'), steps: ['SUPPLEMENT', 'RECORD_REVIEW', 'ORDER_CORRECTION'] },
    { at: at('correctionOrdered'), steps: ['RECORD_REVIEW', 'ORDER_CORRECTION'] },
    { at: at('acceptedWithRemarks', 'rejected'), steps: ['ACCEPT_WITH_REMARKS', 'REJECT'] },
  ],
  warnings: [
    { at: (view) => !view.done && planOf(view) !== null, steps: ['SUBMIT_PLAN', 'RETURN_PLAN', 'ACCEPT_PLAN'] },
    { at: at('open.firstDrafted'), steps: ['DRAFT_FIRST'] },
    { at: at('open.secondReminder.drafted'), steps: ['DRAFT_SECOND'] },
  ],
  stocktakes: [
    { at: at('frozen', 'freezing'), steps: ['RETURN', 'REVISE', 'FREEZE'] },
    { at: at('reported'), steps: ['FREEZE', 'REVISE', 'REPORT'] },
    { at: at('endorsed'), steps: ['ENDORSE'] },
  ],
  stocktake_units: [
    { at: at('awaiting', 'confirmed'), steps: ['CONFIRM', 'CHASE'] },
    { at: at('correctionRequested'), steps: ['REQUEST_CORRECTION'] },
    { at: at('corrected'), steps: ['REQUEST_CORRECTION', 'DECIDE_CORRECTION'] },
    { at: at('received', 'replied'), steps: ['REPLY', 'RETURN_REPLY'] },
  ],
  circulars: [
    { at: at('drafted'), steps: ['RETURN'] },
    { at: at('submitted', 'signed'), steps: ['SUBMIT', 'SIGN'] },
  ],
  meetings: [
    { at: at('draft'), steps: ['POSTPONE'] },
    { at: at('voting'), steps: ['REOPEN_VOTING'] },
    { at: at('counted'), steps: ['RETURN_MINUTES'] },
  ],
  integrity_opinions: [
    { at: at('asked'), steps: ['CREATE', 'ASK_AGAIN', 'TAKE_UP'] },
    { at: at('returned'), steps: ['RETURN_REQUEST'] },
    { at: at('replied.weighed'), steps: ['WEIGH'] },
  ],
  prior_reports: [
    { at: at('draft'), steps: ['RETURN', 'REPORT_AGAIN'] },
    { at: at('reported'), steps: ['SUBMIT', 'TAKE_UP', 'SEND_BACK'] },
    { at: at('reported.replyDrafted'), steps: ['DRAFT_REPLY'] },
    { at: at('replied'), steps: ['SIGN_REPLY'] },
  ],
};

/** With these a case begins anew: what was said before belongs to what has been settled since. */
const ANEW: Readonly<Partial<Record<Plural, readonly string[]>>> = {
  proposals: ['SUBMIT'],
  filings: ['SUBMIT_FILING', 'CORRECT'],
};

/** Who took one of these is told even where nothing was written with it. */
const TOLD_ANYWAY: ReadonlySet<string> = new Set(['APPROVE_OVERRIDE', 'ACCEPT_JUSTIFICATION', 'SUBMIT_PLAN']);

/** Fields of a step that hold somebody's words. */
export const WORDS: readonly string[] = ['opinion', 'explanation', 'reason', 'missing', 'rows'];

/**
 * What a decision at this point of a case rests on, in the words of those who came before.
 *
 * @param history every step, in order
 * @returns of each kind of step the last one, in order; signatures by person, reviews by section and cadre
 */
export function wordsBefore(plural: Plural, view: CaseView, history: readonly HistoryEntry[]): HistoryEntry[] {
  const bases = (BASES[plural] ?? []).filter((basis) => basis.at(view));
  const steps = new Set(bases.flatMap((basis) => basis.steps));
  const anew = ANEW[plural] ?? [];
  const begun = history.findLastIndex(({ type }) => anew.includes(type));
  const asked = history
    .slice(Math.max(begun, 0))
    .filter((entry) => (steps.has(entry.type) || (entry.type === 'SIGN' && !view.done)) && saysSomething(entry))
    .filter((entry) => view.statePath === 'preReview' || !isRoutine(entry));
  return [...new Map(asked.map((entry) => [keyOf(entry), entry])).values()].toSorted((a, b) => a.version - b.version);
}

function saysSomething({ type, payload }: HistoryEntry): boolean {
  const disagrees = payload['agree'] === false;
  return disagrees || TOLD_ANYWAY.has(type) || WORDS.some((name) => isSaid(payload[name]));
}

/** After the reviews only what stood against the case is news to whoever decides. */
const isRoutine = ({ type, payload }: HistoryEntry): boolean =>
  REVIEWS.includes(type) && payload['agree'] !== false && (payload['result'] ?? 'passed') === 'passed';

const isSaid = (value: unknown): boolean => (typeof value === 'string' || Array.isArray(value)) && value.length > 0;

function keyOf({ type, payload, actor, version }: HistoryEntry): string {
  if (type === 'SIGN') return `${type}/${actor.onBehalfOf?.id ?? actor.id}`;
  if (type === 'APPROVE_OVERRIDE' || type === 'RECORD_OBJECTION') return `${type}/${version}`;
  return [type, payload['section'], payload['cadre']].join('/');
}
