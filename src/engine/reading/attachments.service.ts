import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db, refuse } from '../../platform/index.js';
import { WorkflowRegistry } from '../registry.js';
import type { Caller } from '../types.js';
import { attachmentType } from './attachment-type.js';
import type { AttachmentView } from './case.dto.js';
import { findCase } from './find-case.js';

/** A file as the upload hands it over, held in memory. */
export interface UploadedAttachment {
  originalname: string;
  buffer: Buffer;
}

export interface StoredAttachment {
  name: string;
  mediaType: string;
  content: Buffer;
}

interface Row extends Omit<AttachmentView, 'createdAt'> {
  createdAt: Date;
}

const ATTACHMENTS = `
  SELECT t.id, t.name, t.media_type AS "mediaType", t.size, encode(t.sha256, 'hex') AS sha256,
         u.display_name AS "uploadedBy", t.created_at AS "createdAt"
  FROM case_attachment t JOIN app_user u ON u.id = t.uploaded_by`;

const LONGEST_NAME = 255;

/** Files beside a case, kept in the database so that one backup holds everything. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  async list(workflow: string, caseId: number, caller: Caller): Promise<AttachmentView[]> {
    await findCase(this.db, this.registry.get(workflow), caseId, caller);
    const { rows } = await this.db.query<Row>(
      'case-attachments',
      `${ATTACHMENTS} WHERE t.workflow = $1 AND t.case_id = $2 ORDER BY t.id`,
      [workflow, caseId],
    );
    return rows.map(viewOf);
  }

  /** The same file twice is one attachment. */
  async add(
    workflow: string,
    caseId: number,
    file: UploadedAttachment | undefined,
    caller: Caller,
  ): Promise<AttachmentView> {
    const { unitId } = await findCase(this.db, this.registry.get(workflow), caseId, caller);
    if (file === undefined || file.buffer.length === 0) refuse('ATTACHMENT_EMPTY');
    const { buffer, originalname } = file;
    const mediaType = await attachmentType(buffer);
    if (mediaType === null) refuse('ATTACHMENT_TYPE_NOT_ALLOWED');
    const hash = createHash('sha256').update(buffer).digest();
    const { rowCount } = await this.db.transaction((tx) =>
      tx.query(
        'attachment-add',
        `INSERT INTO case_attachment (workflow, case_id, name, media_type, size, sha256, content, uploaded_by, created_at,
           unit_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (workflow, case_id, sha256) DO NOTHING`,
        [
          workflow,
          caseId,
          safeName(originalname),
          mediaType,
          buffer.length,
          hash,
          buffer,
          caller.userId,
          this.clock.now(),
          unitId,
        ],
      ),
    );
    if (rowCount === 0) describeAct({ result: 'repeated' });
    const { rows } = await this.db.query<Row>(
      'attachment-by-hash',
      `${ATTACHMENTS} WHERE t.workflow = $1 AND t.case_id = $2 AND t.sha256 = $3`,
      [workflow, caseId, hash],
    );
    return rows.map(viewOf)[0] ?? refuse('ATTACHMENT_NOT_FOUND');
  }

  async read(workflow: string, caseId: number, id: number, caller: Caller): Promise<StoredAttachment> {
    await findCase(this.db, this.registry.get(workflow), caseId, caller);
    const { rows } = await this.db.query<StoredAttachment>(
      'attachment-content',
      `SELECT name, media_type AS "mediaType", content FROM case_attachment
       WHERE workflow = $1 AND case_id = $2 AND id = $3`,
      [workflow, caseId, id],
    );
    return rows[0] ?? refuse('ATTACHMENT_NOT_FOUND', { attachment: id });
  }
}

/** A name to show and to save under: no folders, no control characters, no endless length. */
function safeName(given: string): string {
  const base = given.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = base.replaceAll(/\p{C}/gu, '').trim();
  return Array.from(clean === '' ? '附件' : clean)
    .slice(0, LONGEST_NAME)
    .join('');
}

function viewOf(row: Row): AttachmentView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
