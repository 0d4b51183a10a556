import {
  type AvoidanceAnswer,
  type Day,
  EXCEPTIONAL_GROUNDS,
  type ExceptionalGround,
  type FullItem,
  isAppointed,
  type Policy,
  type PriorMatter,
  type UnitKind,
} from '../../machines/rules/index.js';
import { judgeItems, type JudgedItem } from '../directory/index.js';
import type { Tx } from '../platform/index.js';

export interface AppointeesQuestion {
  items: readonly FullItem[];
  /** 破格提拔 claimed, by cadre. */
  exceptional?: Readonly<Record<string, { ground: ExceptionalGround; reason: string }>>;
  /** 任职回避 answered by a person, by cadre. */
  avoidance?: Readonly<Record<string, AvoidanceAnswer>>;
  approvedMatters?: readonly PriorMatter[];
  /** Category of the proposing unit, whose authority over the post is asked. */
  proposingKind: UnitKind;
  on: Day;
  policy: Policy;
}

/** Everybody whom a batch appoints, judged by E01 to E16 as of a day, with what the directory holds now. */
export async function judgeAppointees(tx: Tx, question: AppointeesQuestion): Promise<JudgedItem[]> {
  const { items, exceptional = {}, avoidance = {}, approvedMatters = [], on, policy, proposingKind } = question;
  const questions = items.flatMap((item, index) =>
    isAppointed(item)
      ? [
          {
            item: index + 1,
            cadre: item.cadre,
            post: item.appointTo,
            exceptional: groundsOf(exceptional[item.cadre]),
            avoidance: avoidance[item.cadre] ?? null,
          },
        ]
      : [],
  );
  const priorReportApproved = approvedMatters.includes('exceptionalPromotion');
  return judgeItems(tx, questions, { on, policy, proposingKind, priorReportApproved });
}

function groundsOf(claim: { ground: ExceptionalGround; reason: string } | undefined): string | null {
  return claim === undefined ? null : `${EXCEPTIONAL_GROUNDS[claim.ground]}。${claim.reason}`;
}

/** The category of a case's unit. */
export async function unitKindOf(tx: Tx, unitId: number): Promise<UnitKind> {
  const { rows } = await tx.query<{ kind: UnitKind }>('gate.unit-kind', 'SELECT kind FROM unit WHERE id = $1', [
    unitId,
  ]);
  if (!rows[0]) throw new Error('the unit of a case has gone');
  return rows[0].kind;
}
