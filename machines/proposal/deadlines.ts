import type { DeadlineOf } from '../kernel/index.js';
import type { Policy } from '../rules/index.js';
import type { ProposalContext } from './context.js';

type Deadline = DeadlineOf<ProposalContext, Policy>;

const fromToday: Deadline['startDay'] = (_context, { today }) => today;
const workingDays = (n: number) => ({ kind: 'working-days', n, countStart: false }) as const;
const months = (n: number) => ({ kind: 'months', n }) as const;

/** Days by which someone is expected to act. None of them moves a case by itself. */
export const DEADLINES = {
  reviewStart: {
    label: '受理期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.reviewStartWorkingDays),
  },
  preReview: {
    label: '预审期限',
    startDay: fromToday,
    spec: ({ filing }) => workingDays(filing.preReviewWorkingDays),
  },
  suggestionReply: {
    label: '合理化建议答复期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.suggestionReplyWorkingDays),
  },
  response: {
    label: '说明期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.explanationWorkingDays),
  },
  recommendationLapse: {
    label: '民主推荐结果有效期',
    startDay: ({ recommendation }, { today }) => recommendation?.meetingDay ?? today,
    spec: ({ recommendationValidMonths }) => months(recommendationValidMonths),
  },
  noticeEnd: {
    label: '任前公示期满',
    startDay: ({ notice }, { today }) => notice?.startDay ?? today,
    spec: ({ notice }) => ({ kind: 'working-days', n: notice.workingDays, countStart: notice.countStartDay }),
  },
  probationEnd: {
    label: '试用期满',
    startDay: ({ decidedOn }, { today }) => decidedOn ?? today,
    spec: ({ probationMonths }) => months(probationMonths),
  },
  /** @source handbook §1.3 E06 (complete within 1 year after appointment); tenure starts on the day of the decision, §1.1 */
  trainingMakeUp: {
    label: '培训补足期限',
    startDay: ({ decidedOn }, { today }) => decidedOn ?? today,
    spec: ({ eligibility }) => months(eligibility.base.trainingMakeUpMonths),
    runs: ({ trainingDue = [] }) => trainingDue.length > 0,
  },
} satisfies Record<string, Deadline>;
