import {
  type Day,
  type DeliberationOutcome,
  type Disqualification,
  EXCEPTIONAL_GROUNDS,
  type ExceptionalGround,
  type FourCheck,
  type ObjectionChannel,
} from '../../../machines/rules/index.js';
import { type PriorReply, readPriorReplies } from './prior-replies.js';
import type { Db } from '../../platform/index.js';

/** 民主推荐: the tally of the meeting, in votes. @source handbook §1.1 */
export interface RecommendationRecord {
  talkDay: Day;
  meetingDay: Day;
  entitled: number;
  present: number;
  recommended: number;
  notRecommended: number;
  other: number;
  abstained: number;
}

/** 组织考察. @source handbook §1.1 */
export interface InspectionRecord {
  inspectors: readonly string[];
  fromDay: Day;
  toDay: Day;
  conclusion: string;
}

/** One of 凡提四必, as it was last recorded. @source handbook §1.6 */
export interface CheckRecord {
  cadre: string;
  check: FourCheck;
  clear: boolean;
  /** Empty where nobody wrote them down. */
  day: Day | null;
  evidence: string;
}

/** 讨论决定. @source handbook §1.1 */
export interface DeliberationRecord {
  meetingDay: Day;
  entitled: number;
  present: number;
  votes: readonly { for: number; against: number; deferred: number; recused?: number }[];
  chairSpokeLast: boolean;
  /** Of the minutes, where the meeting was held in the product. */
  minutesNo: string | null;
}

/** 反映问题 during the notice. @source handbook §1.1 */
export interface ObjectionRecord {
  no: number;
  channel: ObjectionChannel;
  day: Day;
  content: string;
  conclusion: { founded: boolean; verifier: string; day: Day; text: string } | null;
}

/** What a proposal has left behind on its way, for what goes with its filing. @source handbook §1.7 (seven classes) */
export interface ProcedureRecord {
  recommendation: RecommendationRecord | null;
  inspection: InspectionRecord | null;
  checks: readonly CheckRecord[];
  /** Of the seven cases those that apply, by cadre; nobody is in it who was not asked about. */
  disqualified: Readonly<Record<string, readonly Disqualification[]>>;
  deliberation: DeliberationRecord | null;
  outcome: DeliberationOutcome | null;
  replies: readonly PriorReply[];
  notice: { startDay: Day; endDay: Day } | null;
  objections: readonly ObjectionRecord[];
  /** 破格提拔: circumstances and reasons, by cadre. */
  exceptional: Readonly<Record<string, string>>;
}

export const NO_PROCEDURE: ProcedureRecord = {
  recommendation: null,
  inspection: null,
  checks: [],
  disqualified: {},
  deliberation: null,
  outcome: null,
  replies: [],
  notice: null,
  objections: [],
  exceptional: {},
};

const RECORDED = [
  'RECORD_RECOMMENDATION',
  'RECORD_INSPECTION',
  'RECORD_CHECK',
  'OPINION_REPLIED',
  'RECORD_DELIBERATION',
];

const STEPS = `
  SELECT e.type, e.payload FROM case_event e
  WHERE e.workflow = 'proposal' AND e.case_id = $1 AND e.type = ANY ($2)
    AND e.version > (SELECT max(version) FROM case_event s
                     WHERE s.workflow = e.workflow AND s.case_id = e.case_id AND s.type = 'SUBMIT')
  ORDER BY e.version`;

interface RecordedStep {
  type: string;
  payload: object;
}

interface StoredProposal {
  recommendation: object | null;
  inspection: object | null;
  deliberation: { outcome: DeliberationOutcome; meeting?: number } | null;
  checks?: Readonly<Record<string, Readonly<Partial<Record<FourCheck, boolean>>>>>;
  disqualified?: ProcedureRecord['disqualified'];
  notice: ProcedureRecord['notice'];
  objections?: readonly ObjectionRecord[];
  exceptional?: Readonly<Record<string, { ground: ExceptionalGround; reason: string }>>;
}

/**
 * The record of a proposal since it was last submitted: what was redone counts as it was done last, what was given up not at
 * all. Whether the caller may read the proposal was asked before.
 */
export async function readProcedure(db: Db, proposal: number): Promise<ProcedureRecord> {
  const stored = await db.query<{ context: StoredProposal; minutesNo: string | null }>('forms.procedure', STORED, [
    proposal,
  ]);
  const [row] = stored.rows;
  if (row === undefined) return NO_PROCEDURE;
  const { context, minutesNo } = row;
  const { rows } = await db.query<RecordedStep>('forms.procedure-steps', STEPS, [proposal, RECORDED]);
  const last = (type: string): object | null => rows.findLast((step) => step.type === type)?.payload ?? null;
  const deliberation = last('RECORD_DELIBERATION') as Omit<DeliberationRecord, 'minutesNo'> | null;
  return {
    recommendation: context.recommendation && (last('RECORD_RECOMMENDATION') as RecommendationRecord | null),
    inspection: context.inspection && (last('RECORD_INSPECTION') as InspectionRecord | null),
    checks: checksOf(context.checks ?? {}, rows),
    disqualified: context.disqualified ?? {},
    deliberation: context.deliberation && deliberation && { ...deliberation, minutesNo },
    outcome: context.deliberation?.outcome ?? null,
    replies: await readPriorReplies(db, [proposal]),
    notice: context.notice,
    objections: context.objections ?? [],
    exceptional: exceptionalWords(context),
  };
}

const STORED = `
  SELECT context, (SELECT meeting.context->'minutes'->>'documentNo' FROM meeting
    WHERE meeting.id = (proposal.context->'deliberation'->>'meeting')::bigint) AS "minutesNo"
  FROM proposal WHERE id = $1`;

/** 破格提拔, as notice and filing state it. @source handbook §1.1 (circumstances and reasons) */
export const exceptionalWords = ({
  exceptional = {},
}: Pick<StoredProposal, 'exceptional'>): ProcedureRecord['exceptional'] =>
  Object.fromEntries(
    Object.entries(exceptional).map(([cadre, { ground, reason }]) => [
      cadre,
      `${EXCEPTIONAL_GROUNDS[ground]}。${reason.replace(/[。.]?$/u, '。')}`,
    ]),
  );

/** What was concluded and still stands, with what it rests on: a paper, or the commission's own answer in the product. */
function checksOf(
  standing: NonNullable<StoredProposal['checks']>,
  steps: readonly RecordedStep[],
): readonly CheckRecord[] {
  return Object.entries(standing).flatMap(([cadre, checks]) =>
    (Object.entries(checks) as [FourCheck, boolean][]).map(([check, clear]) => ({
      cadre,
      check,
      clear,
      ...groundsOf(cadre, check, steps),
    })),
  );
}

interface CheckPayload {
  cadre: string;
  check?: FourCheck;
  day: Day | null;
  evidence?: string;
  /** Number of the case in which the commission answered. */
  opinion?: number;
}

function groundsOf(
  cadre: string,
  check: FourCheck,
  steps: readonly RecordedStep[],
): Pick<CheckRecord, 'day' | 'evidence'> {
  const isAbout = ({ type, payload }: RecordedStep): boolean => {
    const about = payload as CheckPayload;
    if (about.cadre !== cadre) return false;
    return type === 'RECORD_CHECK'
      ? about.check === check
      : type === 'OPINION_REPLIED' && check === 'disciplineOpinion';
  };
  const { day = null, evidence = '', opinion } = (steps.findLast(isAbout)?.payload ?? {}) as Partial<CheckPayload>;
  return { day, evidence: opinion === undefined ? evidence : `廉洁意见第${opinion}号` };
}
