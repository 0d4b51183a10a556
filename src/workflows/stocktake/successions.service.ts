import { Injectable } from '@nestjs/common';
import { describeAct } from '../../platform/audit/index.js';
import { Db, refuse, type Tx } from '../../platform/index.js';
import type { SuccessionBody, SuccessionView } from './successions.dto.js';

/** Units that went over into others: each has one heir, to whom its past is counted, so that no number appears twice. */
@Injectable()
export class SuccessionsService {
  constructor(private readonly db: Db) {}

  /** The latest first. */
  async list(): Promise<SuccessionView[]> {
    const { rows } = await this.db.query<SuccessionView>(
      'stocktake.list-successions',
      `SELECT json_build_object('code', before.code, 'name', before.name) AS predecessor,
              json_build_object('code', heir.code, 'name', heir.name) AS heir, s.kind, s.day
       FROM unit_succession s JOIN unit before ON before.id = s.predecessor_id JOIN unit heir ON heir.id = s.heir_id
       ORDER BY s.day DESC, before.code`,
    );
    return rows;
  }

  /**
   * Says who is heir to a unit; said again it is corrected, and the same once more is nothing new. Rounds whose reference
   * day is not earlier go by it from now on; what is frozen stays as it is.
   *
   * @refuses UNIT_NOT_FOUND - one of them is not there
   * @refuses SUCCESSION_CIRCLE - the heir, or an heir of the heir, would go over into the unit itself
   */
  async set(predecessor: string, { heir, kind, day }: SuccessionBody): Promise<SuccessionView[]> {
    await this.db.transaction(async (tx) => {
      // Two at once could close a circle that neither sees.
      await tx.query('stocktake.succession-turn', `SELECT pg_advisory_xact_lock(hashtext('unit-succession'))`);
      const from = await unitOf(tx, predecessor);
      const to = await unitOf(tx, heir);
      if (await leadsTo(tx, to, from)) refuse('SUCCESSION_CIRCLE', { predecessor, heir });
      const { rowCount } = await tx.query(
        'stocktake.set-succession',
        `INSERT INTO unit_succession AS s (predecessor_id, heir_id, kind, day) VALUES ($1, $2, $3, $4)
         ON CONFLICT (predecessor_id) DO UPDATE SET heir_id = excluded.heir_id, kind = excluded.kind, day = excluded.day
         WHERE (s.heir_id, s.kind, s.day) IS DISTINCT FROM (excluded.heir_id, excluded.kind, excluded.day)`,
        [from, to, kind, day],
      );
      if (rowCount === 0) describeAct({ result: 'repeated' });
    });
    return this.list();
  }
}

async function unitOf(tx: Tx, code: string): Promise<number> {
  const { rows } = await tx.query<{ id: number }>('stocktake.unit-of-code', 'SELECT id FROM unit WHERE code = $1', [
    code,
  ]);
  return rows[0]?.id ?? refuse('UNIT_NOT_FOUND', { unit: code });
}

/** Whether following heirs from a unit leads to another one, or starts there. */
async function leadsTo(tx: Tx, from: number, to: number): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'stocktake.succession-leads-to',
    `WITH RECURSIVE heirs (id) AS (
       SELECT $1::bigint UNION SELECT s.heir_id FROM heirs JOIN unit_succession s ON s.predecessor_id = heirs.id
     ) SELECT EXISTS (SELECT FROM heirs WHERE id = $2) AS found`,
    [from, to],
  );
  return rows[0]?.found ?? false;
}
