import { z } from 'zod';
import { compareRationals, DEFAULT_LADDER, type Policy, REMINDED_ROLES } from '../../../machines/rules/index.js';
import { authority, eligibility, procedure } from './procedure.schema.js';

const count = z.int().min(0).max(1_000);
const atLeastOne = z.int().min(1).max(1_000);
const share = z.strictObject({
  num: z.int().min(0, { abort: true }).max(10_000, { abort: true }),
  den: z.int().min(1, { abort: true }).max(10_000, { abort: true }),
});
const verdict = z.enum(['clear', 'flag', 'block']);
const severity = z.literal([1, 2, 3]);
const letter = z.strictObject({ severity, label: z.string().trim().min(1).max(40) });

const row = z.strictObject({
  met: verdict,
  improved: verdict,
  unchanged: verdict,
  unchangedFillingVacancy: verdict,
  worsened: verdict,
});

const levels = z
  .strictObject({
    strategy: z.enum(['completionRatio', 'persistence', 'unmetIndicatorCount']),
    persistenceForDueOne: z.boolean(),
    letters: z.strictObject({ A: letter, B: letter, C: letter }),
    completion: z.strictObject({ worstBelow: share, middleBelow: share }),
    persistence: z.strictObject({ worstFromQuarters: atLeastOne }),
    indicatorCount: z.strictObject({ worstFrom: atLeastOne, middleFrom: atLeastOne }),
  })
  .refine(({ letters: { A, B, C } }) => new Set([A.severity, B.severity, C.severity]).size === 3, {
    path: ['letters'],
    message: '三个等级的严重程度必须各不相同',
  })
  .refine(({ completion }) => compareRationals(completion.worstBelow, completion.middleBelow) <= 0, {
    path: ['completion'],
    message: '最严重等级的完成比例界限不得高于中间等级',
  })
  .refine(({ indicatorCount }) => indicatorCount.worstFrom > indicatorCount.middleFrom, {
    path: ['indicatorCount'],
    message: '最严重等级的指标个数必须多于中间等级',
  });

const rung = z.strictObject({
  workingDays: z.int().min(-250).max(250),
  kind: z.enum(['reminder', 'escalation']),
  roles: z.array(z.enum(REMINDED_ROLES)).max(REMINDED_ROLES.length),
});

const rungs = z
  .array(rung)
  .max(30)
  .refine((ladder) => new Set(ladder.map(({ workingDays }) => workingDays)).size === ladder.length, {
    message: '同一期限在同一天只能提醒一次',
  });

const reminders = z.strictObject({
  hours: z
    .strictObject({ from: z.int().min(0).max(23), until: z.int().min(1).max(24) })
    .refine(({ from, until }) => from < until, { message: '提醒时段的开始必须早于结束' }),
  ladders: z
    .record(z.string().regex(/^(default|[a-z][a-z_]*\.[A-Za-z]+)$/), rungs)
    .refine((ladders) => DEFAULT_LADDER in ladders, { message: '缺少适用于未单列期限的 default' }),
});

const whileWarned = z.strictObject({
  keepsSeverity: z.boolean(),
  afterReminders: z.int().min(0).max(2),
  atLeast: row,
});

const warning = z.strictObject({
  fromSeverity: severity,
  opensBetweenRounds: z.boolean(),
  receiptWorkingDays: atLeastOne,
  firstBetweenRounds: z.boolean(),
  firstIssueWorkingDays: atLeastOne,
  secondAfterDays: atLeastOne,
  secondOnProposal: z.boolean(),
  secondIssueWorkingDays: atLeastOne,
  planWorkingDays: atLeastOne,
  planReviewWorkingDays: atLeastOne,
  circularSignWorkingDays: atLeastOne,
});

const teamNotices = z.strictObject({
  ageingOutMonths: z
    .array(z.int().min(1).max(24))
    .max(6)
    .refine((months) => new Set(months).size === months.length, { message: '同一月数只能提示一次' }),
  vacancies: z.boolean(),
  vacancyWithinDays: atLeastOne.max(366),
});

/** The whole settings document: every value given, none besides. */
export const policySchema = z.strictObject({
  age: z.strictObject({ yearsAdded: z.strictObject({ below: count, around: count, strict: count }) }),
  counting: z.strictObject({
    onlyOccupyingHeadcount: z.boolean(),
    includeProbation: z.boolean(),
    includeSecondment: z.boolean(),
  }),
  levels,
  unmetQuartersLookBack: count.max(40),
  gate: z.strictObject({ table: z.strictObject({ 1: row, 2: row, 3: row }), whileWarned }),
  headlineShare: share,
  ageingOutHorizonMonths: atLeastOne.max(24),
  commitmentWindowDays: atLeastOne,
  override: z.strictObject({ minReasonLength: count }),
  notice: z.strictObject({
    workingDays: z.int().min(5).max(60),
    countStartDay: z.boolean(),
    receiving: z.strictObject({
      office: z.string().trim().max(100),
      telephone: z.string().trim().max(50),
      address: z.string().trim().max(200),
      postcode: z
        .string()
        .trim()
        .regex(/^(\d{6})?$/, '邮政编码应为6位数字，或留空'),
    }),
  }),
  filing: z.strictObject({
    dueCalendarDays: atLeastOne,
    preReviewWorkingDays: atLeastOne,
  }),
  answer: z.strictObject({
    reviewStartWorkingDays: atLeastOne,
    suggestionReplyWorkingDays: atLeastOne,
    explanationWorkingDays: atLeastOne,
    filingReviewWorkingDays: atLeastOne,
    supplementWorkingDays: atLeastOne,
    correctionWorkingDays: atLeastOne,
  }),
  quorum: z.strictObject({ presentShare: share, passShareOfEntitled: share }),
  meeting: z.strictObject({ required: z.boolean() }),
  recommendationValidMonths: atLeastOne,
  probationMonths: atLeastOne,
  reminders,
  warning,
  teamNotices,
  committeeReportMonths: atLeastOne.max(24),
  eligibility,
  authority,
  procedure,
}) satisfies z.ZodType<Policy>;
