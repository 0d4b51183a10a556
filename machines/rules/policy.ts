import { DEFAULT_AGE_YEARS_ADDED, type AgeYearsAdded } from './age.js';
import {
  DEFAULT_ELIGIBILITY,
  type EarlierEligibility,
  type EligibilityByUnitKind,
  type EligibilityParameters,
  withLaterParameters,
} from './eligibility/parameters.js';
import type { Rational } from './rational.js';
import { DEFAULT_REMINDERS, type ReminderPolicy } from './reminder-policy.js';
import {
  DEFAULT_PROCEDURE,
  type EarlierProcedure,
  type ProcedurePolicy,
  withLaterProcedure,
} from './procedure-policy.js';
import { DEFAULT_TEAM_NOTICES, type TeamNoticePolicy } from './team-notices.js';
import type { PostRank, UnitKind, Verdict, WarningLevel } from './vocabulary.js';
import { DEFAULT_TIGHTENED, DEFAULT_WARNING, type TightenedGate, type WarningPolicy } from './warning-policy.js';

/** How bad a level is: 3 is the worst. Everything orders and decides by severity; the letter is a label (handbook §0). */
export type Severity = 1 | 2 | 3;

export type LevelStrategy = 'completionRatio' | 'persistence' | 'unmetIndicatorCount';

/**
 * What a proposal does to a team's shortfall under one task: the columns of the decision table, with "unchanged" split
 * by whether the proposal fills a vacancy in the team.
 */
export type GateOutcome = 'met' | 'improved' | 'unchanged' | 'unchangedFillingVacancy' | 'worsened';

export interface LevelPolicy {
  strategy: LevelStrategy;
  /** Due 1 is met wholly or not at all; with this on, such teams are judged by persistence. */
  persistenceForDueOne: boolean;
  letters: Readonly<Record<WarningLevel, { severity: Severity; label: string }>>;
  completion: { worstBelow: Rational; middleBelow: Rational };
  persistence: { worstFromQuarters: number };
  indicatorCount: { worstFrom: number; middleFrom: number };
}

/** Who receives objections to a public notice, and where; what is empty is filled in by hand on the printed notice. */
export interface ReceivingOffice {
  /** Empty: the unit that posts the notice. */
  office: string;
  telephone: string;
  address: string;
  postcode: string;
}

/** @source handbook §3.5 (12380); address and postcode are the city's own */
export const DEFAULT_RECEIVING: ReceivingOffice = { office: '', telephone: '12380', address: '', postcode: '' };

/** Everything the city may decide, as one JSON document with versions; each case remembers the version that judged it. */
export interface Policy {
  age: { yearsAdded: AgeYearsAdded };
  counting: { onlyOccupyingHeadcount: boolean; includeProbation: boolean; includeSecondment: boolean };
  levels: LevelPolicy;
  unmetQuartersLookBack: number;
  gate: { table: Readonly<Record<Severity, Readonly<Record<GateOutcome, Verdict>>>>; whileWarned: TightenedGate };
  headlineShare: Rational;
  ageingOutHorizonMonths: number;
  commitmentWindowDays: number;
  override: { minReasonLength: number };
  notice: { workingDays: number; countStartDay: boolean; receiving: ReceivingOffice };
  filing: { dueCalendarDays: number; preReviewWorkingDays: number };
  /** Working days within which somebody is expected to act; none of them moves a case by itself. */
  answer: {
    reviewStartWorkingDays: number;
    suggestionReplyWorkingDays: number;
    explanationWorkingDays: number;
    filingReviewWorkingDays: number;
    supplementWorkingDays: number;
    correctionWorkingDays: number;
  };
  quorum: { presentShare: Rational; passShareOfEntitled: Rational };
  /** Whether a decision must come from a meeting held in the product. */
  meeting: { required: boolean };
  recommendationValidMonths: number;
  probationMonths: number;
  reminders: ReminderPolicy;
  warning: WarningPolicy;
  teamNotices: TeamNoticePolicy;
  /** Within how many months the standing committee must be reported to again. */
  committeeReportMonths: number;
  /** E01–E16: what holds everywhere, and what categories of units do differently. */
  eligibility: { base: EligibilityParameters; byUnitKind: EligibilityByUnitKind };
  /** 干部管理权限: ranks of posts that a proposing unit of a category may decide; an absent category is not on record. */
  authority: Readonly<Partial<Record<UnitKind, readonly PostRank[]>>>;
  procedure: ProcedurePolicy;
}

/** The policy a city starts from. Numbers that no public rule fixes are assumptions, marked so in POLICY_SETTINGS. */
export const DEFAULT_POLICY: Policy = {
  age: { yearsAdded: DEFAULT_AGE_YEARS_ADDED },
  counting: { onlyOccupyingHeadcount: true, includeProbation: true, includeSecondment: false },
  levels: {
    strategy: 'completionRatio',
    persistenceForDueOne: false,
    letters: {
      A: { severity: 3, label: 'A级（进展缓慢）' },
      B: { severity: 2, label: 'B级（尚有差额）' },
      C: { severity: 1, label: 'C级（已达到）' },
    },
    completion: { worstBelow: { num: 1, den: 2 }, middleBelow: { num: 1, den: 1 } },
    persistence: { worstFromQuarters: 2 },
    indicatorCount: { worstFrom: 4, middleFrom: 3 },
  },
  unmetQuartersLookBack: 4,
  gate: {
    table: {
      3: {
        met: 'clear',
        improved: 'flag',
        unchanged: 'flag',
        unchangedFillingVacancy: 'block',
        worsened: 'block',
      },
      2: { met: 'clear', improved: 'flag', unchanged: 'flag', unchangedFillingVacancy: 'flag', worsened: 'block' },
      1: { met: 'clear', improved: 'clear', unchanged: 'clear', unchangedFillingVacancy: 'clear', worsened: 'flag' },
    },
    whileWarned: DEFAULT_TIGHTENED,
  },
  headlineShare: { num: 1, den: 2 },
  ageingOutHorizonMonths: 24,
  commitmentWindowDays: 90,
  override: { minReasonLength: 20 },
  notice: { workingDays: 5, countStartDay: true, receiving: DEFAULT_RECEIVING },
  filing: { dueCalendarDays: 7, preReviewWorkingDays: 2 },
  answer: {
    reviewStartWorkingDays: 2,
    suggestionReplyWorkingDays: 10,
    explanationWorkingDays: 5,
    filingReviewWorkingDays: 2,
    supplementWorkingDays: 5,
    correctionWorkingDays: 10,
  },
  quorum: { presentShare: { num: 2, den: 3 }, passShareOfEntitled: { num: 1, den: 2 } },
  meeting: { required: false },
  recommendationValidMonths: 12,
  probationMonths: 12,
  reminders: DEFAULT_REMINDERS,
  warning: DEFAULT_WARNING,
  teamNotices: DEFAULT_TEAM_NOTICES,
  committeeReportMonths: 6,
  eligibility: { base: DEFAULT_ELIGIBILITY, byUnitKind: {} },
  authority: {
    'organization-department': ['chu-principal', 'chu-deputy', 'ke-principal', 'ke-deputy'],
    'city-party-gov-department': ['ke-principal', 'ke-deputy'],
    'city-other': ['ke-principal', 'ke-deputy'],
    'county-level-area': ['ke-principal', 'ke-deputy'],
    'county-party-gov-department': ['ke-principal', 'ke-deputy'],
    'county-other': ['ke-principal', 'ke-deputy'],
    township: ['ke-principal', 'ke-deputy'],
  },
  procedure: DEFAULT_PROCEDURE,
};

/** Settings as their first versions were: without those that came to the product later. */
type EarlierPolicy = Omit<Policy, LaterSettings | 'eligibility' | 'gate' | 'notice' | 'procedure' | 'warning'> &
  Partial<Pick<Policy, LaterSettings>> & {
    gate: Pick<Policy['gate'], 'table'> & Partial<Policy['gate']>;
    notice: Omit<Policy['notice'], 'receiving'> & Partial<Policy['notice']>;
    procedure?: EarlierProcedure;
    eligibility?: Omit<Policy['eligibility'], 'base'> & { base: EarlierEligibility };
    warning?: Partial<WarningPolicy>;
  };
type LaterSettings = 'reminders' | 'teamNotices' | 'committeeReportMonths' | 'authority' | 'meeting';

/**
 * A version from before the product knew some settings goes by what a new installation would start from. Cases keep the
 * facts that judged them, so nothing decided before is judged anew.
 */
export function withLaterSettings(body: EarlierPolicy): Policy {
  const { warning, gate, ...later } = DEFAULT_POLICY;
  const { eligibility = later.eligibility } = body;
  return {
    ...later,
    ...body,
    procedure: withLaterProcedure(body.procedure),
    eligibility: { ...eligibility, base: withLaterParameters(eligibility.base) },
    notice: { ...body.notice, receiving: body.notice.receiving ?? DEFAULT_RECEIVING },
    warning: { ...warning, ...body.warning },
    gate: { ...body.gate, whileWarned: body.gate.whileWarned ?? gate.whileWarned },
  };
}
