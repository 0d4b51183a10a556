import { Inject, Injectable } from '@nestjs/common';
import { recordAct } from '../../platform/audit/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Db, isWithin, refuse, registerRefusals, type Tx } from '../../platform/index.js';
import type { RevealBody, RevealedView } from './reveal.dto.js';

/** Roles that may see an ID number in full: those whose work is comparing it with the archive. */
export const REVEALERS: readonly string[] = ['reviewer', 'chief'];

/** As much of a caller as is recorded with the number. */
export interface RevealingCaller {
  userId: number;
  /** Own grants first. */
  grants: readonly { role: string; unitPath: string; onBehalfOf?: number }[];
}

interface Row {
  id: number;
  cipher: Buffer | null;
  /** Units through which the cadre is seen: the home unit and those of all posts held. */
  paths: string[];
}

const ID_NUMBER = `
  SELECT cadre.id, cadre.id_number_cipher AS cipher, ARRAY(
    SELECT unit.path::text FROM unit WHERE unit.id = cadre.home_unit_id
    UNION
    SELECT unit.path::text FROM appointment seat JOIN post ON post.id = seat.post_id JOIN team ON team.id = post.team_id
      JOIN unit ON unit.id = team.unit_id WHERE seat.cadre_id = cadre.id) AS paths
  FROM cadre WHERE cadre.code = $1`;

registerRefusals({
  ID_NUMBER_NOT_ON_FILE: { status: 404, sentence: () => '该干部没有登记身份证号。' },
});

/** The one place where an ID number leaves the product in full. */
@Injectable()
export class RevealService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(FieldCipher) private readonly cipher: FieldCipher,
  ) {}

  /**
   * Shows one ID number for a declared purpose. Who, for whom, where and what for is committed before it is answered.
   *
   * @refuses NOT_FOUND - no such cadre within the units where the caller is reviewer or chief
   * @refuses ID_NUMBER_NOT_ON_FILE
   */
  reveal(caller: RevealingCaller, code: string, { kind, purpose }: RevealBody): Promise<RevealedView> {
    return this.db.transaction(async (tx) => {
      const { row, capacity } = await findRevealable(tx, caller, code);
      if (row.cipher === null) return refuse('ID_NUMBER_NOT_ON_FILE', { code });
      const idNumber = this.cipher.reveal(row.cipher);
      await recordAct(tx, {
        actorId: caller.userId,
        role: capacity.role,
        unitPath: capacity.unitPath,
        onBehalfOf: capacity.onBehalfOf ?? null,
        event: 'id-number-reveal',
        objectType: 'cadres',
        objectId: code,
        action: 'reveal-id-number',
        purpose: `${kind}: ${purpose}`,
      });
      return { code, idNumber };
    });
  }
}

/**
 * Finds a person within the units where the caller may see personal data in full, and in which capacity that is.
 *
 * @refuses NOT_FOUND - no such cadre there
 */
export async function findRevealable(
  tx: Tx,
  caller: RevealingCaller,
  code: string,
): Promise<{ row: Row; capacity: RevealingCaller['grants'][number] }> {
  const { rows } = await tx.query<Row>('cadres.id-number', ID_NUMBER, [code]);
  const [row] = rows;
  const capacity = caller.grants.find(
    ({ role, unitPath }) => REVEALERS.includes(role) && reaches(unitPath, row?.paths ?? []),
  );
  return row === undefined || capacity === undefined ? refuse('NOT_FOUND', { kind: 'cadre', code }) : { row, capacity };
}

// People who belong nowhere yet are seen by whoever sees the whole tree.
const reaches = (root: string, paths: readonly string[]): boolean =>
  root === '' || paths.some((path) => isWithin(root, path));
