import { DEPARTMENT_SIDE, defineWorkflow, type DeadlineOf, type EventPolicy, type Role } from '../kernel/index.js';
import type { Policy } from '../rules/index.js';
import { CHECKS } from './checks.js';
import { isClear, type OpinionContext } from './context.js';
import { EFFECT_NAMES, EFFECTS } from './effects.js';
import { LABELS } from './labels.js';
import { machine } from './machine.js';
import type { OpinionEventType } from './payloads.js';

export { isClear, type OpinionContext } from './context.js';
export { FACTS_BY_EVENT } from './payloads.js';
export type * from './payloads.js';

/** The department asks and reads, the discipline commission answers. Nobody of the unit reads what was said of a colleague. */
export const READERS: readonly Role[] = [...DEPARTMENT_SIDE, 'discipline'];

const SECTION: readonly Role[] = ['reviewer', 'chief'];
const COMMISSION: readonly Role[] = ['discipline'];

/** Who may send what. The section asks; the commission alone answers; the section's chief or the deputy head weighs concerns. */
const POLICY: Readonly<Record<OpinionEventType, EventPolicy>> = {
  CREATE: { roles: SECTION },
  TAKE_UP: { roles: COMMISSION },
  RETURN_REQUEST: { roles: COMMISSION, needsOpinion: true, aside: true, sendsBack: true },
  REPLY: { roles: COMMISSION },
  WEIGH: { roles: ['chief', 'deputy'], needsOpinion: true },
  ASK_AGAIN: { roles: SECTION, needsOpinion: true },
  NOTE: { roles: SECTION },
  WITHDRAW: { roles: SECTION, needsOpinion: true, aside: true },
  PROPOSAL_LEFT: { roles: ['system'] },
};

type Deadline = DeadlineOf<OpinionContext, Policy>;

/** Days by which someone is expected to act, and the day after which no meeting may rely on the opinion. */
const DEADLINES = {
  opinionReply: {
    label: '廉洁意见答复期限',
    startDay: (_context, { today }) => today,
    spec: ({ procedure }) => ({
      kind: 'working-days',
      n: procedure.integrityOpinion.replyWorkingDays,
      countStart: false,
    }),
  },
  supplement: {
    label: '补充材料期限',
    startDay: (_context, { today }) => today,
    spec: ({ answer }) => ({ kind: 'working-days', n: answer.supplementWorkingDays, countStart: false }),
  },
  opinionValidity: {
    label: '廉洁意见有效期',
    startDay: ({ reply }, { today }) => reply?.repliedOn ?? today,
    spec: ({ procedure }) => ({ kind: 'months', n: procedure.integrityOpinion.validMonths }),
  },
} satisfies Record<string, Deadline>;

/** 廉洁意见: the discipline commission is asked of one cadre of a proposal, and its answer is one of the four checks. */
export const definition = defineWorkflow({
  name: 'integrity_opinion',
  readers: READERS,
  revision: 1,
  machine,
  checks: CHECKS,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  effectParams: EFFECTS,
  labels: LABELS,
  card: {
    title: ({ unitName, cadreName }) => `${unitName}：${cadreName}`,
    flags: (context) => (isClear(context) === false ? ['opinion-against'] : []),
  },
  migrations: {},
});
