import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  ROUND_FACTS,
  type RoundEventType,
  type RoundFact,
  UNIT_FACTS,
  type UnitEventType,
} from '../../../machines/stocktake/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { asSystem, type Tx } from '../../platform/index.js';
import { assignLetterNumber } from './letter-number.js';

/** What a round's guards ask: where it begins, and where the units' answers and letters stand. */
export async function loadRoundFacts({ tx, row, unitId, command }: FactsRequest): Promise<JsonObject> {
  const facts: JsonObject = {};
  for (const fact of ROUND_FACTS[command.type as RoundEventType] ?? []) {
    facts[fact] = await loadRoundFact(fact, tx, row?.id ?? 0, unitId);
  }
  return facts;
}

async function loadRoundFact(fact: RoundFact, tx: Tx, round: number, unitId: number): Promise<JsonObject | string> {
  if (fact === 'unitKind') {
    const { rows } = await tx.query<{ kind: string }>('stocktake.kind', 'SELECT kind FROM unit WHERE id = $1', [
      unitId,
    ]);
    return rows[0]!.kind;
  }
  const text = fact === 'answers' ? COUNT_ANSWERS : COUNT_LETTERS;
  // Every unit counts, whichever of them the person who freezes or closes may look into.
  const { rows } = await asSystem('stocktake.count-units', () =>
    tx.query<JsonObject>(`stocktake.${fact}`, text, [round]),
  );
  return rows[0]!;
}

// Counted without a lock: a unit may answer until its own case says that collecting has ended, and is then heard.
const COUNT_ANSWERS = `
  SELECT count(*) FILTER (WHERE state_path = 'awaiting')::int AS silent,
         count(*) FILTER (WHERE state_path = 'correctionRequested')::int AS correcting,
         count(*) FILTER (WHERE state_path IN ('confirmed', 'corrected'))::int AS answered
  FROM stocktake_unit WHERE stocktake_id = $1`;

const COUNT_LETTERS = `
  SELECT count(*) FILTER (WHERE state_path = 'collected')::int AS waiting,
         count(*) FILTER (WHERE state_path IN ('letterIssued', 'received', 'replied'))::int AS open,
         count(*) FILTER (WHERE state_path = 'settled')::int AS settled
  FROM stocktake_unit WHERE stocktake_id = $1`;

/** A letter's number is drawn in the transaction that issues it: rolled back, it is free again. */
export async function loadUnitFacts({ tx, command, surroundings }: FactsRequest): Promise<JsonObject> {
  const needed = UNIT_FACTS[command.type as UnitEventType] ?? [];
  if (!needed.includes('documentNo')) return {};
  return { documentNo: await assignLetterNumber(tx, Number(surroundings.today.slice(0, 4))) };
}
