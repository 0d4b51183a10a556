import { type ProposalContext, type ProposalPayloads } from '../../../machines/proposal/index.js';
import {
  addMonthsToDay,
  type AdjustedItem,
  type Day,
  type GateResult,
  type ItemEligibility,
  mattersFound,
  type PostTier,
  type PriorMatter,
  type UnitKind,
} from '../../../machines/rules/index.js';
import type { JudgedItem } from '../../directory/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { judgeAppointees, unitKindOf } from '../../gate/index.js';
import { asSystem, type Tx } from '../../platform/index.js';

/** What the procedure's law finds in a batch. */
export interface ProcedureFacts {
  eligibility: ItemEligibility[];
  priorMatters: PriorMatter[];
}

interface Seat {
  cadre: string;
  post: string;
  tier: PostTier;
  unitKind: UnitKind;
  since: Day;
}

/**
 * Everybody whom the batch appoints, judged by E01 to E16, and the matters of a prior report that the ledger shows: as of
 * the meeting for a deliberation, else as of today; where a person is to answer what is open, as if nobody had yet. A seat is recorded with the event, so both can be replayed.
 *
 * @param gate this event's gate run: whether a tier would hold more than is approved
 */
export async function loadProcedureFacts(request: FactsRequest, gate: GateResult | null): Promise<ProcedureFacts> {
  const { tx, row, unitId, surroundings } = request;
  if (!row) throw new Error('a proposal that does not exist yet has nobody to judge');
  const { items, exceptional = {}, avoidance: answered = {}, approvedMatters = [] } = row.context as ProposalContext;
  const avoidance = request.command.type === 'ANSWER_AVOIDANCE' ? {} : answered;
  const { policy } = surroundings;
  const on = dayOf(request);
  const proposingKind = await unitKindOf(tx, unitId);
  const judged = await judgeAppointees(tx, {
    items,
    exceptional,
    avoidance,
    approvedMatters,
    proposingKind,
    on,
    policy,
  });
  const priorMatters = mattersFound({
    items: await adjusted(tx, items, judged, Object.keys(exceptional)),
    adjustedBefore: await adjustedBefore(tx, request, on),
    overEstablishment: gate?.headcount.some(({ passes }) => !passes) ?? false,
    on,
    policy: policy.procedure.priorReport,
  });
  return { eligibility: judged.map(({ eligibility }) => eligibility), priorMatters };
}

function dayOf({ command, surroundings }: FactsRequest): Day {
  if (command.type !== 'RECORD_DELIBERATION') return surroundings.today;
  return (command.payload as ProposalPayloads['RECORD_DELIBERATION']).meetingDay;
}

async function adjusted(
  tx: Tx,
  items: ProposalContext['items'],
  judged: readonly JudgedItem[],
  exceptional: readonly string[],
): Promise<AdjustedItem[]> {
  const seats = await seatsLeft(tx, items);
  return items.map(({ cadre, removeFrom, appointTo, kind }, index) => {
    const found = judged.find(({ eligibility }) => eligibility.item === index + 1);
    const seat = seats.find((held) => held.cadre === cadre && held.post === removeFrom);
    return {
      cadre,
      kind,
      appoints: appointTo !== null,
      leaves: seat ? { tier: seat.tier, unitKind: seat.unitKind, since: seat.since } : null,
      exceptional: exceptional.includes(cadre),
      kinLeads: found?.kinLeads ?? false,
      beyondAge: found?.eligibility.rules.some(({ code, outcome }) => code === 'E16' && outcome === 'notMet') ?? false,
      measures: found?.measures ?? [],
    };
  });
}

const SEATS_LEFT = `
  SELECT cadre.code AS cadre, post.code AS post, post.tier, unit.kind AS "unitKind", seat.from_day AS since
  FROM unnest($1::text[], $2::text[]) AS left_post (cadre, post)
  JOIN cadre ON cadre.code = left_post.cadre JOIN post ON post.code = left_post.post
  JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id
  JOIN appointment seat ON seat.cadre_id = cadre.id AND seat.post_id = post.id AND seat.to_day IS NULL`;

/** A transfer leaves a post that may lie beyond the proposing unit. */
async function seatsLeft(tx: Tx, items: ProposalContext['items']): Promise<Seat[]> {
  const leaving = items.filter(({ removeFrom }) => removeFrom !== null);
  if (leaving.length === 0) return [];
  const { rows } = await asSystem('proposal.directory', () =>
    tx.query<Seat>('proposal.seats-left', SEATS_LEFT, [
      leaving.map(({ cadre }) => cadre),
      leaving.map(({ removeFrom }) => removeFrom),
    ]),
  );
  return rows;
}

/** Persons whom other proposals of the unit have adjusted within the window. */
async function adjustedBefore(tx: Tx, { row, unitId, surroundings }: FactsRequest, on: Day): Promise<number> {
  const { bulkAdjustmentWindowMonths } = surroundings.policy.procedure.priorReport;
  const { rows } = await tx.query<{ persons: number }>(
    'proposal.adjusted-before',
    `SELECT count(DISTINCT item.cadre_id) AS persons
     FROM proposal JOIN proposal_item item ON item.proposal_id = proposal.id
     WHERE proposal.unit_id = $1 AND proposal.id <> $2 AND proposal.context->>'decidedOn' > $3
       AND proposal.context->>'decidedOn' <= $4`,
    [unitId, row?.id ?? 0, addMonthsToDay(on, -bulkAdjustmentWindowMonths), on],
  );
  return rows[0]?.persons ?? 0;
}
