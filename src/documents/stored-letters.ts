import type { LetterContent } from '../../machines/rules/index.js';
import { digestOf } from '../platform/audit/index.js';
import type { Db, Tx } from '../platform/index.js';

/** Whose letter it is, and what it says. */
export interface LetterToStore {
  workflow: string;
  caseId: number;
  /** The unit that may read it. */
  unitId: number;
  content: LetterContent & { documentNo: string };
  at: Date;
}

/** A letter as it went out. */
export interface StoredLetter {
  id: number;
  documentNo: string;
  content: LetterContent;
  /** SM3, in hexadecimal, over the content. */
  hash: string;
  issuedAt: Date;
}

/**
 * Keeps a letter with the step that signs it off; nothing can change it afterwards.
 *
 * @param tx the transaction of the sign-off
 */
export async function storeLetter(tx: Tx, { workflow, caseId, unitId, content, at }: LetterToStore): Promise<void> {
  const { kind, documentNo } = content;
  await tx.query(
    'documents.store-letter',
    `INSERT INTO official_letter (workflow, case_id, unit_id, kind, document_no, content, hash, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workflow, caseId, unitId, kind, documentNo, JSON.stringify(content), digestOf(content).toString('hex'), at],
  );
}

/**
 * The last letter of a case, or the one with a number. Whether the caller may see the case is asked by whoever calls; the database keeps other units'
 * letters back besides.
 *
 * @returns the letter; null while none has been signed off
 */
export async function readLetter(
  db: Pick<Db, 'query'>,
  workflow: string,
  caseId: number,
  documentNo?: string,
): Promise<StoredLetter | null> {
  const { rows } = await db.query<StoredLetter>(
    'documents.read-letter',
    `SELECT id, document_no AS "documentNo", content, hash, issued_at AS "issuedAt" FROM official_letter
     WHERE workflow = $1 AND case_id = $2 AND ($3::text IS NULL OR document_no = $3) ORDER BY id DESC LIMIT 1`,
    [workflow, caseId, documentNo ?? null],
  );
  return rows[0] ?? null;
}
