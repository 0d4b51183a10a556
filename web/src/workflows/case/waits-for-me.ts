import type { ActionView, CaseView } from '../../api/types.js';

/** Steps aside: open at almost any time, and no reason for a case to stand in anybody's to-do list. */
const ASIDE: ReadonlySet<string> = new Set([
  'WITHDRAW',
  'RECALL',
  'RETURN',
  'TERMINATE',
  'ADD_SIGNER',
  'CANCEL_SIGNER',
  'RERUN_GATE',
  'RECORD_OBJECTION',
  'CONSULT',
  'LAPSE',
  'CANCEL',
  'ORDER_CORRECTION',
  'REQUEST_SUPPLEMENT',
]);

/** Sends the case back, or says no. */
const WAYS_BACK: ReadonlySet<string> = new Set([
  'RETURN',
  'RETURN_REPLY',
  'REQUEST_SUPPLEMENT',
  'REFUSE_OVERRIDE',
  'REFUSE_JUSTIFICATION',
]);

/** What the server says of a step, as far as it is known; a chart names events alone. */
type Step = { event: string } & Partial<Pick<ActionView, 'aside' | 'sendsBack'>>;

export const isWayBack = ({ event, sendsBack }: Step): boolean => sendsBack === true || WAYS_BACK.has(event);

export const isAside = ({ event, aside }: Step): boolean => aside === true || ASIDE.has(event);

/** Whether a step can lead anywhere for this person today: the server's answer, less what only looks open. */
export function isOffered(action: ActionView, view: CaseView, user: number, today: string): boolean {
  if (!action.possible) return false;
  const { signers, notice } = view.context;
  const unheard = (signers ?? []).filter(({ agree }) => agree === null).map((signer) => signer.user);
  // Only where signatures are asked for one by one; elsewhere a signature is a step like any other.
  if (action.event === 'SIGN' && signers !== undefined) return unheard.includes(action.onBehalfOf ?? user);
  if (action.event === 'CANCEL_SIGNER') return unheard.length > 0;
  if (action.event === 'END_NOTICE') return notice ? notice.endDay <= today : true;
  return true;
}

/** Possible all along beside the step that a case waits for. */
const RARELY_THE_POINT = new Set(['EDIT', 'ARCHIVE']);

/** What brings the case forward and waits for this person; the step it is about comes first. */
export function stepsFor(view: CaseView, user: number, today: string): ActionView[] {
  const steps = view.actions.filter((action) => isOffered(action, view, user, today) && !isAside(action));
  const isPoint = ({ event }: ActionView): boolean => !RARELY_THE_POINT.has(event);
  return [...steps.filter(isPoint), ...steps.filter((step) => !isPoint(step))];
}
