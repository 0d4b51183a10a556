import {
  CIRCULAR_FACTS,
  type CircularContext,
  type CircularEventType,
  type CircularFacts,
  type CircularPayloads,
} from '../../../machines/circular/index.js';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { assignNumber } from '../../documents/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { asSystem, type Tx } from '../../platform/index.js';
import { loadListing } from './load-listing.js';

/** Circulars of the department. Assumption: the city's own prefix stands before it on paper. */
const SERIES = '组通';

/** What the frozen ledger, the receipts and the recipients say at the moment of an event; recorded with it. */
export async function loadCircularFacts(request: FactsRequest): Promise<JsonObject> {
  const needed = CIRCULAR_FACTS[request.command.type as CircularEventType] ?? [];
  const { tx, row, unitId, surroundings } = request;
  const { today, policy } = surroundings;
  const facts: Partial<CircularFacts> = {};
  if (needed.includes('unitKind')) facts.unitKind = await kindOf(tx, unitId);
  if (needed.includes('listing')) Object.assign(facts, await loadListing(tx, roundOf(request), today, policy));
  // Drawn in the transaction that signs off: rolled back, it is free again.
  if (needed.includes('documentNo')) facts.documentNo = await assignNumber(tx, SERIES, Number(today.slice(0, 4)));
  if (needed.includes('copies')) facts.copies = await countCopies(tx, row!.id);
  return facts;
}

function roundOf({ row, command }: FactsRequest): number {
  return row === null ? (command.payload as CircularPayloads['CREATE']).round : (row.context as CircularContext).round;
}

async function kindOf(tx: Tx, unitId: number): Promise<string> {
  const { rows } = await tx.query<{ kind: string }>('circular.kind', 'SELECT kind FROM unit WHERE id = $1', [unitId]);
  return rows[0]!.kind;
}

/** Every copy counts, whichever of them the one who closes may look into. */
async function countCopies(tx: Tx, circular: number): Promise<CircularFacts['copies']> {
  const { rows } = await asSystem('circular.count-copies', () =>
    tx.query<CircularFacts['copies']>(
      'circular.count-copies',
      `SELECT count(*) FILTER (WHERE NOT done)::int AS open,
              count(*) FILTER (WHERE state_path = 'received')::int AS received
       FROM circular_unit WHERE circular_id = $1`,
      [circular],
    ),
  );
  return rows[0]!;
}
