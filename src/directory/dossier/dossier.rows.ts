import { asSystem } from '../../platform/index.js';
import type { Reader } from '../reader.js';
import type { StoredDossier } from './dossier.dto.js';

/** Columns of everything on record of a cadre, for a statement that reads {@link DOSSIERS_FROM}. */
export const DOSSIER_COLUMNS = `cadre.code AS cadre, cadre.birth_month AS birth,
    coalesce(cadre.id_birth_month <> cadre.birth_month, false) AS "idBirthDiffers",
    jsonb_build_object(
      'relativesComplete', coalesce(p.relatives_complete, false), 'measuresComplete', coalesce(p.measures_complete, false),
      'ranksComplete', coalesce(p.ranks_complete, false), 'grassrootsMonths', p.grassroots_months,
      'trainingMet', p.training_met, 'healthFit', p.health_fit, 'growthArea', growth.code,
      'lastPromotion', CASE WHEN p.last_promotion_day IS NOT NULL THEN
        jsonb_build_object('on', p.last_promotion_day, 'exceptional', p.last_promotion_exceptional) END) AS profile,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('relation', relation, 'name', r.name, 'birth', birth_month,
        'politicalStatus', political_status, 'workplace', workplace, 'unit', place.code,
        'above', (SELECT above.code FROM unit above WHERE above.id = place.parent_id), 'leads', leads) ORDER BY ordinal), '[]')
      FROM cadre_relative r LEFT JOIN unit place ON place.id = r.work_unit_id WHERE r.cadre_id = cadre.id) AS relatives,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'grade', grade) ORDER BY year DESC), '[]')
      FROM cadre_assessment WHERE cadre_id = cadre.id) AS assessments,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'from', from_day, 'documentNo', document_no,
        'note', note) ORDER BY ordinal), '[]') FROM cadre_measure WHERE cadre_id = cadre.id) AS measures,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('rank', rank, 'since', since_month, 'until', until_month)
        ORDER BY since_month), '[]') FROM cadre_rank WHERE cadre_id = cadre.id) AS ranks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'from', from_day, 'to', to_day) ORDER BY ordinal), '[]')
      FROM cadre_training WHERE cadre_id = cadre.id) AS trainings,
    (SELECT jsonb_build_object('nativePlace', native_place, 'birthPlace', birth_place, 'health', health,
        'technicalPost', technical_post, 'speciality', speciality)
      FROM cadre_particulars WHERE cadre_id = cadre.id) AS particulars,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('mode', mode, 'diploma', diploma, 'degree', degree, 'school', school,
        'from', from_month, 'until', until_month) ORDER BY ordinal), '[]')
      FROM cadre_education WHERE cadre_id = cadre.id) AS educations,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'on', on_month, 'by', given_by) ORDER BY ordinal), '[]')
      FROM cadre_reward WHERE cadre_id = cadre.id) AS rewards,
    (SELECT jsonb_build_object('on', reviewed_on, 'birth', a.birth, 'workStart', work_start, 'partyJoin', party_join,
        'education', education, 'career', career, 'identity', identity, 'note', note)
      FROM cadre_archive_review a WHERE a.cadre_id = cadre.id) AS "archiveReview"`;

/** Whose dossiers, by code; who may see which of them is asked before. */
export const DOSSIERS_FROM = `
  FROM cadre LEFT JOIN cadre_profile p ON p.cadre_id = cadre.id LEFT JOIN unit growth ON growth.id = p.growth_unit_id
  WHERE cadre.code = ANY ($1) ORDER BY cadre.code`;

const DOSSIERS = `SELECT ${DOSSIER_COLUMNS} ${DOSSIERS_FROM}`;

/** @returns in order of code; people the directory does not have are left out. Who may see them is asked before. */
export async function readDossiers(q: Reader, cadres: readonly string[]): Promise<StoredDossier[]> {
  // A relative may serve in any unit of the city; that it cannot be named would make avoidance unknown.
  const { rows } = await asSystem('directory.dossier', () =>
    q.query<StoredDossier>('directory.dossiers', DOSSIERS, [cadres]),
  );
  return rows;
}
