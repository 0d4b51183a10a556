import { Injectable } from '@nestjs/common';
import { readersOf } from '../../../machines/kernel/index.js';
import { type Caller, findCase, WorkflowRegistry, type WorkflowRuntime } from '../../engine/index.js';
import { listCannotSign } from '../../identity/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db, refuse, type Tx } from '../../platform/index.js';
import { tellLive } from '../live/live-signal.js';
import { Outgoing } from '../outgoing.js';
import type { CopyBody, CopyList } from './copy.dto.js';

interface Row {
  user: { id: number; name: string };
  sentBy: { id: number; name: string };
  sentAt: Date;
}

interface CopiedCase {
  workflow: string;
  id: number;
  unitId: number;
  version: number;
  statePath: string;
}

/** 抄送: whom a case was sent to for their knowledge. It gives nobody a right that they do not have. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {}

  /** @refuses CASE_NOT_FOUND - no such case within the caller's units */
  async list(plural: string, id: number, caller: Caller): Promise<CopyList> {
    const runtime = this.runtimeOf(plural, id);
    await findCase(this.db, runtime, id, caller);
    return this.read(runtime.definition.name, id);
  }

  /**
   * Sends copies; whoever has one already is not told again.
   *
   * @refuses CASE_NOT_FOUND - no such case within the caller's units
   * @refuses COPY_OUT_OF_REACH - somebody named has no account, or may not read the case
   */
  async send(plural: string, id: number, { users }: CopyBody, caller: Caller): Promise<CopyList> {
    const runtime = this.runtimeOf(plural, id);
    const workflow = runtime.definition.name;
    const { unitId, unitPath, version, statePath } = await findCase(this.db, runtime, id, caller);
    const readers = readersOf(runtime.definition);
    const strangers = await listCannotSign(this.db, users, unitPath, this.clock.today(), readers);
    if (strangers.length > 0) refuse('COPY_OUT_OF_REACH', { users: strangers });
    await this.db.transaction(async (tx) => {
      const copied = { workflow, id, unitId, version, statePath };
      const told = await this.store(tx, copied, [...new Set(users)], caller.userId);
      if (told.length === 0) return describeAct({ result: 'repeated' });
      await this.outgoing.queue(tx, told);
      await tellLive(tx, [{ moved: null, users: told.map(({ userId }) => userId) }]);
    });
    return this.read(workflow, id);
  }

  private async store(
    tx: Tx,
    { workflow, id, unitId, version, statePath }: CopiedCase,
    users: readonly number[],
    by: number,
  ): Promise<{ id: number; userId: number }[]> {
    const { rows } = await tx.query<{ id: number; userId: number }>(
      'copies-send',
      `WITH sent AS (
         INSERT INTO case_copy (workflow, case_id, unit_id, user_id, sent_by, sent_at)
         SELECT $1, $2, $3, named, $5, $6 FROM unnest($4::bigint[]) AS named
         ON CONFLICT (user_id, workflow, case_id) DO NOTHING RETURNING user_id
       )
       INSERT INTO notice (user_id, key, kind, workflow, case_id, unit_id, version, state_path, late, at)
       SELECT user_id, $1 || '-' || $2::bigint || '-copy', 'copy', $1, $2, $3, $7, $8, false, $6 FROM sent
       ON CONFLICT (user_id, key) DO NOTHING RETURNING id, user_id AS "userId"`,
      [workflow, id, unitId, users, by, this.clock.now(), version, statePath],
    );
    return rows;
  }

  private async read(workflow: string, id: number): Promise<CopyList> {
    const { rows } = await this.db.query<Row>(
      'copies-of-case',
      `SELECT json_build_object('id', u.id, 'name', u.display_name) AS user,
              json_build_object('id', s.id, 'name', s.display_name) AS "sentBy", c.sent_at AS "sentAt"
       FROM case_copy c JOIN app_user u ON u.id = c.user_id JOIN app_user s ON s.id = c.sent_by
       WHERE c.workflow = $1 AND c.case_id = $2 ORDER BY c.id`,
      [workflow, id],
    );
    return { items: rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() })) };
  }

  /** A plural that no workflow has is answered like a case that does not exist. */
  private runtimeOf(plural: string, id: number): WorkflowRuntime {
    const found = this.registry.all().find(({ definition }) => `${definition.name}s` === plural);
    return found ?? refuse('CASE_NOT_FOUND', { case: id });
  }
}
