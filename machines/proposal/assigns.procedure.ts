import type { ChangeOf, WorkflowEvent } from '../kernel/index.js';
import type { ProposalContext } from './context.js';
import { asked, avoidanceOf } from './checks.procedure.js';
import { factIfAny, payloadOf } from './facts.js';

type Change = ChangeOf<ProposalContext>;

/** A claim with other grounds takes the place of the one before; without grounds it is given up. */
const claimExceptional: Change = ({ exceptional = {} }, event) => {
  const { cadre, ground, reason } = payloadOf(event, 'CLAIM_EXCEPTIONAL');
  const { [cadre]: _, ...others } = exceptional;
  return { exceptional: ground === null ? others : { ...others, [cadre]: { ground, reason } } };
};

const recordCheck: Change = ({ checks = {} }, event) => {
  const { cadre, check, clear } = payloadOf(event, 'RECORD_CHECK');
  return { checks: { ...checks, [cadre]: { ...checks[cadre], [check]: clear } } };
};

/** The answer holds for as long as the same is open: other kin, or another post, are another question. */
const answerAvoidance: Change = ({ avoidance = {} }, event) => {
  const { cadre, clear } = payloadOf(event, 'ANSWER_AVOIDANCE');
  const about = [...new Set(avoidanceOf(cadre, event).map(({ sentence }) => sentence))];
  return { avoidance: { ...avoidance, [cadre]: { clear, about } } };
};

const recordTraining: Change = ({ trainingDue = [] }, event) => ({
  trainingDue: trainingDue.filter((cadre) => cadre !== payloadOf(event, 'RECORD_TRAINING').cadre),
});

/** Who was decided upon although training falls short; nothing where nobody was, or from before it was asked. */
export function shortOfTraining(event: WorkflowEvent): Pick<ProposalContext, 'trainingDue'> {
  if (asked(event)?.trainingIsMadeUp !== true) return {};
  const short = (factIfAny(event, 'eligibility') ?? []).filter(({ rules }) =>
    rules.some(({ code, outcome }) => code === 'E06' && outcome === 'notMet'),
  );
  const cadres = [...new Set(short.map(({ cadre }) => cadre))];
  return cadres.length === 0 ? {} : { trainingDue: cadres };
}

const answerDisqualifications: Change = ({ disqualified = {} }, event) => {
  const { cadre, answers } = payloadOf(event, 'ANSWER_DISQUALIFICATIONS');
  return {
    disqualified: { ...disqualified, [cadre]: answers.filter(({ applies }) => applies).map((answer) => answer.case) },
  };
};

/** A reply against a matter takes an earlier approval away. */
const recordPriorReply: Change = ({ approvedMatters = [] }, event) => {
  const { matters, approved } = payloadOf(event, 'RECORD_PRIOR_REPLY');
  const others = approvedMatters.filter((matter) => !matters.includes(matter));
  return { approvedMatters: approved ? [...others, ...matters] : others };
};

/** What was asked again is not concluded; whom the commission has answered about stays on record. */
const recordOpinion: Change = ({ checks = {}, opinions = {} }, event) => {
  const { opinion, cadre, clear, validUntil } = payloadOf(event, 'OPINION_REPLIED');
  const { disciplineOpinion: _, ...others } = checks[cadre] ?? {};
  const concluded = clear === null ? others : { ...others, disciplineOpinion: clear };
  return {
    checks: { ...checks, [cadre]: concluded },
    opinions: { ...opinions, [cadre]: { opinion, validUntil } },
  };
};

const recordReportReply: Change = ({ matters = [], approvedMatters = [] }, event) => {
  const { approved, refused } = payloadOf(event, 'PRIOR_REPORT_REPLIED');
  const others = approvedMatters.filter((matter) => !refused.includes(matter) && !approved.includes(matter));
  return {
    // What was reported was a matter, whether or not the rules still find it.
    matters: [...new Set([...matters, ...approved, ...refused])],
    approvedMatters: [...others, ...approved],
  };
};

/** With the draft open again, people and posts may change: what was found of them no longer counts. The claim stays. */
export function forgetProcedure({
  avoidance,
  checks,
  disqualified,
  matters,
  approvedMatters,
  opinions,
}: ProposalContext): Partial<ProposalContext> {
  return {
    ...(avoidance && { avoidance: {} }),
    ...(checks && { checks: {} }),
    ...(disqualified && { disqualified: {} }),
    ...(matters && { matters: [] }),
    ...(approvedMatters && { approvedMatters: [] }),
    ...(opinions && { opinions: {} }),
  };
}

/** What the procedure's own events do to the context. */
export const PROCEDURE_CHANGES = {
  claimExceptional,
  recordCheck,
  answerAvoidance,
  recordTraining,
  answerDisqualifications,
  recordPriorReply,
  recordOpinion,
  recordReportReply,
} satisfies Record<string, Change>;
