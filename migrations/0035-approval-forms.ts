import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secured } from './unit-rule.js';

/**
 * Approval forms 干部任免审批表 as they came, the latest of a person the one that counts. Family, résumé, ID number and photo
 * are personal data: encrypted, photo apart, so that neither a list nor a log can carry it.
 */
export class ApprovalForms1760000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE approval_form (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cadre_id bigint NOT NULL REFERENCES cadre,
        -- The whole document without its photo, what we do not know included. The keyed hash finds the same form again.
        content_cipher bytea NOT NULL,
        content_hash bytea NOT NULL,
        photo_cipher bytea,
        photo_hash bytea,
        imported_by bigint NOT NULL REFERENCES app_user,
        imported_at timestamptz NOT NULL,
        CHECK ((photo_cipher IS NULL) = (photo_hash IS NULL))
      );
      CREATE INDEX approval_form_cadre ON approval_form (cadre_id, id);
      ${['content_cipher', 'photo_cipher'].map(underCurrentKey).join('')}
      ${secured('approval_form', 'EXISTS (SELECT FROM cadre WHERE cadre.id = approval_form.cadre_id)')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** As in 0022: no process writes under a data key that was replaced. */
const underCurrentKey = (column: string): string => `
      CREATE TRIGGER approval_form_${column}_under_current_key BEFORE INSERT OR UPDATE OF ${column} ON approval_form
        FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION require_current_key('${column}');`;
