import { firstRefusal, refuse, type CheckOf, type ForesightOf } from '../kernel/index.js';
import { type PriorMatter, REPORT_PARTS, type ReportPart } from '../rules/index.js';
import type { ReportContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Check = CheckOf<ReportContext>;

/** @refuses PROPOSAL_NOT_UNDER_WAY - the proposal is not submitted yet, or was withdrawn, returned or decided meanwhile */
const proposalIsUnderWay: Check = (_context, event) =>
  factOf(event, 'proposal').underWay ? null : refuse('PROPOSAL_NOT_UNDER_WAY');

/** @refuses PROPOSAL_OF_OTHER_UNIT - no proposal of that number in this unit */
const isOfUnit: Check = (_context, event) =>
  factOf(event, 'proposal').ofUnit ? null : refuse('PROPOSAL_OF_OTHER_UNIT');

/** @refuses NOTHING_TO_REPORT - the rules found no matter, and none was ticked */
const hasMatters: Check = ({ matters }, event) =>
  matters.length + factOf(event, 'proposal').found.length > 0 ? null : refuse('NOTHING_TO_REPORT');

/**
 * @refuses REPORT_INCOMPLETE - naming what the report does not say
 * @source handbook §1.5 V-10
 */
const saysEverything: ForesightOf<ReportContext> = ({ letter }) => {
  const missing = (Object.keys(REPORT_PARTS) as ReportPart[]).filter((part) => letter[part].trim() === '');
  return missing.length > 0 ? refuse('REPORT_INCOMPLETE', { missing }) : null;
};

/** @refuses REPLY_INCOMPLETE - each reported matter is answered, once, and no other */
const answersEachMatter: Check = ({ matters }, event) => {
  const { approvedMatters, refusedMatters } = payloadOf(event, 'DRAFT_REPLY');
  const answered = [...approvedMatters, ...refusedMatters];
  const missing = matters.filter((matter) => !answered.includes(matter));
  const beyond = answered.filter((matter, at) => !matters.includes(matter) || answered.indexOf(matter) !== at);
  return missing.length + beyond.length > 0 ? refuse('REPLY_INCOMPLETE', { missing, beyond }) : null;
};

/** @refuses OPINION_REQUIRED - a matter is refused without a reason */
const refusalIsReasoned: Check = (_context, event) => {
  const { refusedMatters, opinion } = payloadOf(event, 'DRAFT_REPLY');
  return refusedMatters.length > 0 && !opinion?.trim() ? refuse('OPINION_REQUIRED', { event: event.type }) : null;
};

const answering =
  (isSo: (answer: { approved: PriorMatter[]; refused: PriorMatter[] }) => boolean): Check =>
  ({ draftReply }) =>
    draftReply !== null && isSo(draftReply) ? null : refuse('OTHER_OUTCOME');

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  mayBeDrawnUp: firstRefusal(isOfUnit, proposalIsUnderWay),
  mayBeSubmitted: firstRefusal(saysEverything, proposalIsUnderWay, hasMatters),
  replyIsComplete: firstRefusal(answersEachMatter, refusalIsReasoned),
  approvesAll: firstRefusal(
    proposalIsUnderWay,
    answering(({ refused }) => refused.length === 0),
  ),
  refusesAll: firstRefusal(
    proposalIsUnderWay,
    answering(({ approved }) => approved.length === 0),
  ),
  proposalIsUnderWay,
} satisfies Record<string, Check>;

/** What is known beforehand. */
export const FORESIGHT = { mayBeSubmitted: saysEverything } satisfies Partial<
  Record<keyof typeof CHECKS, ForesightOf<ReportContext>>
>;
