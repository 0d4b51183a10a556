import { Inject, Injectable } from '@nestjs/common';
import { FieldCipher, type ProtectedField } from '../../platform/crypto/index.js';
import type { Db, Tx } from '../../platform/index.js';
import type { ReadForm, XmlDocument } from '../approval-form/index.js';

export interface StoredForm {
  document: XmlDocument;
  photo: Buffer | null;
}

interface Row {
  content: Buffer;
  photo: Buffer | null;
}

/** Keeps approval forms under the installation's data key; the latest of a person counts, earlier ones stay. */
@Injectable()
export class FormStore {
  constructor(@Inject(FieldCipher) private readonly cipher: FieldCipher) {}

  /** The keyed hash under which the directory finds an ID number. */
  hashOf(idNumber: string): Buffer {
    return this.cipher.hash(idNumber);
  }

  /** @returns false when the person's latest form is the same one: nothing is stored */
  async add(
    tx: Tx,
    cadreId: number,
    { document, photo }: ReadForm,
    by: { userId: number; at: Date },
  ): Promise<boolean> {
    const content = this.cipher.protect(JSON.stringify(document));
    const picture: ProtectedField | null = photo === null ? null : this.cipher.protect(photo.toString('base64'));
    const { rowCount } = await tx.query(
      'forms.add',
      `INSERT INTO approval_form (cadre_id, content_cipher, content_hash, photo_cipher, photo_hash, imported_by, imported_at)
       SELECT $1, $2, $3, $4, $5, $6, $7
       WHERE NOT EXISTS (
         SELECT FROM (SELECT content_hash, photo_hash FROM approval_form WHERE cadre_id = $1 ORDER BY id DESC LIMIT 1) latest
         WHERE latest.content_hash = $3 AND latest.photo_hash IS NOT DISTINCT FROM $5::bytea)`,
      [cadreId, content.cipher, content.hash, picture?.cipher ?? null, picture?.hash ?? null, by.userId, by.at],
    );
    return rowCount === 1;
  }

  /** The latest form of a person, or null. */
  async latest(q: Pick<Db | Tx, 'query'>, cadreId: number): Promise<StoredForm | null> {
    const { rows } = await q.query<Row>(
      'forms.latest',
      `SELECT content_cipher AS content, photo_cipher AS photo FROM approval_form
       WHERE cadre_id = $1 ORDER BY id DESC LIMIT 1`,
      [cadreId],
    );
    return rows[0] === undefined ? null : this.open(rows[0]);
  }

  private open({ content, photo }: Row): StoredForm {
    return {
      document: JSON.parse(this.cipher.reveal(content)) as XmlDocument,
      photo: photo === null ? null : Buffer.from(this.cipher.reveal(photo), 'base64'),
    };
  }
}
