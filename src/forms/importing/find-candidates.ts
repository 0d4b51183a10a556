import type { Tx } from '../../platform/index.js';
import type { DirectoryFields } from './cadre-fields.js';

/** Somebody of the directory who may be the person of a form. */
export interface Candidate {
  id: number;
  code: string;
  name: string;
  birth: string;
  unit: string | null;
  /** Path of the home unit; null for somebody who belongs nowhere yet. */
  unitPath: string | null;
  idHash: Buffer | null;
  fields: DirectoryFields;
}

/** People of whom the caller may import forms: by home unit or by a seat held or once held. */
const WITHIN = `
  (''::ltree = ANY($1::ltree[]) OR cadre.home_path <@ ANY($1::ltree[])
   OR EXISTS (SELECT FROM appointment seat WHERE seat.cadre_id = cadre.id AND seat.unit_path <@ ANY($1::ltree[])))`;

/** Locked in the order of their numbers: two imports of one form wait for one another. */
const CANDIDATES = `
  SELECT cadre.id, cadre.code, cadre.name, cadre.birth_month AS birth,
    (SELECT unit.name FROM unit WHERE unit.id = cadre.home_unit_id) AS unit, cadre.home_path::text AS "unitPath",
    cadre.id_number_hash AS "idHash",
    json_build_object('birth', cadre.birth_month, 'ethnicity', cadre.ethnicity, 'politicalStatus', cadre.political_status,
      'workStart', cadre.work_start_month, 'partyJoin', cadre.party_join_month,
      'fullTimeEducation', cadre.full_time_education, 'inServiceEducation', cadre.in_service_education) AS fields
  FROM cadre
  WHERE (cadre.id_number_hash = ANY($2::bytea[]) OR cadre.name = ANY($3::text[]) OR cadre.code = ANY($4::text[]))
    AND ${WITHIN}
  ORDER BY cadre.id FOR UPDATE OF cadre`;

export interface Sought {
  idHashes: readonly Buffer[];
  names: readonly string[];
  codes: readonly string[];
}

/** Everybody within the given units who bears one of the numbers, names or codes. */
export async function findCandidates(tx: Tx, scope: readonly string[], sought: Sought): Promise<Candidate[]> {
  const { idHashes, names, codes } = sought;
  const { rows } = await tx.query<Candidate>('forms.candidates', CANDIDATES, [scope, idHashes, names, codes]);
  return rows;
}
