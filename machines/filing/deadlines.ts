import type { DeadlineOf } from '../kernel/index.js';
import type { Policy } from '../rules/index.js';
import type { FilingContext } from './context.js';

type Deadline = DeadlineOf<FilingContext, Policy>;

const fromToday: Deadline['startDay'] = (_context, { today }) => today;
const workingDays = (n: number) => ({ kind: 'working-days', n, countStart: false }) as const;

/** Days by which someone is expected to act. None of them moves a filing by itself; lateness is only recorded. */
export const DEADLINES = {
  filingDue: {
    label: '备案期限',
    startDay: ({ noticeEndDay }, { today }) => noticeEndDay ?? today,
    spec: ({ filing }) => ({ kind: 'calendar-days', n: filing.dueCalendarDays, roll: true }),
    tells: true,
  },
  supplement: {
    label: '补正期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.supplementWorkingDays),
  },
  filingReview: {
    label: '备案审核期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.filingReviewWorkingDays),
  },
  correction: {
    label: '纠正期限',
    startDay: fromToday,
    spec: ({ answer }) => workingDays(answer.correctionWorkingDays),
  },
} satisfies Record<string, Deadline>;
