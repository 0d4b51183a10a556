import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db, refuse } from '../../platform/index.js';
import { capacities } from '../commit/choose-actor.js';
import { WorkflowRegistry } from '../registry.js';
import type { Caller } from '../types.js';
import type { CommentBody, CommentView } from './case.dto.js';
import { findCase } from './find-case.js';
import { actorDisplay } from './labels.js';

interface Row {
  id: number;
  authorId: number;
  author: string;
  absent: string | null;
  body: string;
  createdAt: Date;
}

const COMMENTS = `
  SELECT m.id, m.author_id AS "authorId", a.display_name AS author, o.display_name AS absent, m.body,
         m.created_at AS "createdAt"
  FROM case_comment m
  JOIN app_user a ON a.id = m.author_id
  LEFT JOIN app_user o ON o.id = m.on_behalf_of`;

/** Remarks beside a case. They decide nothing, so they do not pass through the commit room. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  async list(workflow: string, caseId: number, caller: Caller): Promise<CommentView[]> {
    await findCase(this.db, this.registry.get(workflow), caseId, caller);
    const { rows } = await this.db.query<Row>(
      'case-comments',
      `${COMMENTS} WHERE m.workflow = $1 AND m.case_id = $2 ORDER BY m.id`,
      [workflow, caseId],
    );
    return rows.map(viewOf);
  }

  /** The same command id twice is one comment. */
  async add(workflow: string, caseId: number, { body, commandId }: CommentBody, caller: Caller): Promise<CommentView> {
    const { unitPath, unitId } = await findCase(this.db, this.registry.get(workflow), caseId, caller);
    const onBehalfOf = capacities(caller, unitPath)[0]?.onBehalfOf ?? null;
    const id = commandId ?? randomUUID();
    const { rowCount } = await this.db.transaction((tx) =>
      tx.query(
        'comment-add',
        `INSERT INTO case_comment (workflow, case_id, author_id, on_behalf_of, body, command_id, created_at, unit_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (workflow, case_id, command_id) DO NOTHING`,
        [workflow, caseId, caller.userId, onBehalfOf, body, id, this.clock.now(), unitId],
      ),
    );
    if (rowCount === 0) describeAct({ result: 'repeated' });
    const { rows } = await this.db.query<Row>(
      'comment-by-command',
      `${COMMENTS} WHERE m.workflow = $1 AND m.case_id = $2 AND m.command_id = $3`,
      [workflow, caseId, id],
    );
    const row = rows[0];
    if (row === undefined || row.authorId !== caller.userId) refuse('COMMAND_ID_TAKEN', { case: caseId });
    return viewOf(row);
  }
}

function viewOf({ id, author, absent, body, createdAt }: Row): CommentView {
  return { id, author: actorDisplay(author, absent), body, createdAt: createdAt.toISOString() };
}
