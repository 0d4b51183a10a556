import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../../machines/rules/index.js';
import { FieldCipher, type ProtectedField } from '../../platform/crypto/index.js';
import type { Db, Tx } from '../../platform/index.js';
import type { ReadForm, XmlDocument } from '../approval-form/index.js';
import type { DirectoryMarks } from '../known/newer-facts.js';

export interface StoredForm {
  document: XmlDocument;
  photo: Buffer | null;
  importedOn: Day;
  /** Null: stored before marks were taken. */
  marks: DirectoryMarks | null;
}

interface Row {
  content: Buffer;
  photo: Buffer | null;
  importedOn: Day;
  marks: DirectoryMarks | null;
}

/** Keeps approval forms under the installation's data key; the latest of a person counts, earlier ones stay. */
@Injectable()
export class FormStore {
  constructor(@Inject(FieldCipher) private readonly cipher: FieldCipher) {}

  /** The keyed hash under which the directory finds an ID number, and under which two texts are compared. */
  hashOf(text: string): Buffer {
    return this.cipher.hash(text);
  }

  /** @returns false when the person's latest form is the same one: nothing is stored */
  async add(
    tx: Tx,
    cadreId: number,
    { document, photo }: ReadForm,
    by: { userId: number; at: Date; marks: DirectoryMarks },
  ): Promise<boolean> {
    const content = this.cipher.protect(JSON.stringify(document));
    const picture: ProtectedField | null = photo === null ? null : this.cipher.protect(photo.toString('base64'));
    const { rowCount } = await tx.query(
      'forms.add',
      `INSERT INTO approval_form (cadre_id, content_cipher, content_hash, photo_cipher, photo_hash, imported_by, imported_at,
         directory_marks)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8
       WHERE NOT EXISTS (
         SELECT FROM (SELECT content_hash, photo_hash FROM approval_form WHERE cadre_id = $1 ORDER BY id DESC LIMIT 1) latest
         WHERE latest.content_hash = $3 AND latest.photo_hash IS NOT DISTINCT FROM $5::bytea)`,
      [
        cadreId,
        content.cipher,
        content.hash,
        picture?.cipher ?? null,
        picture?.hash ?? null,
        by.userId,
        by.at,
        JSON.stringify(by.marks),
      ],
    );
    return rowCount === 1;
  }

  /** The latest form of a person, or null. */
  async latest(q: Pick<Db | Tx, 'query'>, cadreId: number): Promise<StoredForm | null> {
    const { rows } = await q.query<Row>(
      'forms.latest',
      `SELECT content_cipher AS content, photo_cipher AS photo,
         (imported_at AT TIME ZONE 'Asia/Shanghai')::date AS "importedOn", directory_marks AS marks
       FROM approval_form
       WHERE cadre_id = $1 ORDER BY id DESC LIMIT 1`,
      [cadreId],
    );
    return rows[0] === undefined ? null : this.open(rows[0]);
  }

  private open({ content, photo, importedOn, marks }: Row): StoredForm {
    return {
      importedOn,
      marks,
      document: JSON.parse(this.cipher.reveal(content)) as XmlDocument,
      photo: photo === null ? null : Buffer.from(this.cipher.reveal(photo), 'base64'),
    };
  }
}
