import { asSystem, refuse } from '../../platform/index.js';
import type { Reader } from '../reader.js';
import type { DossierBody } from './dossier.dto.js';

/** Sections of one person's dossier, by the person's code. */
export type DossierChange = { cadre: string } & DossierBody;

interface Section {
  table: string;
  columns: string;
  values: string;
  /** Columns of the rows as they travel, besides the cadre and the place in the list. */
  shape: string;
  rowsOf: (change: DossierChange) => readonly object[] | undefined;
}

const UNIT = (code: string): string => `(SELECT id FROM unit WHERE unit.code = given.${code})`;

/** Each section of a dossier: where it is stored, and how a row comes from what was sent. */
const SECTIONS: Readonly<Record<string, Section>> = {
  profile: {
    table: 'cadre_profile',
    columns: `relatives_complete, measures_complete, ranks_complete, grassroots_months, training_met, health_fit,
      growth_unit_id, last_promotion_day, last_promotion_exceptional, updated_at`,
    values: `"relativesComplete", "measuresComplete", "ranksComplete", "grassrootsMonths", "trainingMet", "healthFit",
      ${UNIT('"growthArea"')}, ("lastPromotion"->>'on')::date, coalesce(("lastPromotion"->>'exceptional')::boolean, false), $2::timestamptz`,
    shape: `"relativesComplete" boolean, "measuresComplete" boolean, "ranksComplete" boolean, "grassrootsMonths" int,
      "trainingMet" boolean, "healthFit" boolean, "growthArea" text, "lastPromotion" jsonb`,
    rowsOf: ({ profile }) => profile && [profile],
  },
  relatives: {
    table: 'cadre_relative',
    columns: 'ordinal, relation, name, birth_month, political_status, workplace, work_unit_id, leads',
    values: `ordinal, relation, given.name, birth, "politicalStatus", workplace, ${UNIT('unit')}, leads`,
    shape: `relation text, name text, birth text, "politicalStatus" text, workplace text, unit text, leads boolean`,
    rowsOf: ({ relatives }) => relatives,
  },
  assessments: {
    table: 'cadre_assessment',
    columns: 'year, grade',
    values: 'year, grade',
    shape: 'year int, grade text',
    rowsOf: ({ assessments }) => assessments,
  },
  measures: {
    table: 'cadre_measure',
    columns: 'ordinal, kind, from_day, document_no, note',
    values: `ordinal, kind, "from", "documentNo", note`,
    shape: `kind text, "from" date, "documentNo" text, note text`,
    rowsOf: ({ measures }) => measures,
  },
  ranks: {
    table: 'cadre_rank',
    columns: 'rank, since_month, until_month',
    values: 'rank, since, until',
    shape: 'rank text, since text, until text',
    rowsOf: ({ ranks }) => ranks,
  },
  trainings: {
    table: 'cadre_training',
    columns: 'ordinal, name, from_day, to_day',
    values: `ordinal, given.name, "from", "to"`,
    shape: `name text, "from" date, "to" date`,
    rowsOf: ({ trainings }) => trainings,
  },
  particulars: {
    table: 'cadre_particulars',
    columns: 'native_place, birth_place, health, technical_post, speciality',
    values: `"nativePlace", "birthPlace", health, "technicalPost", speciality`,
    shape: `"nativePlace" text, "birthPlace" text, health text, "technicalPost" text, speciality text`,
    rowsOf: ({ particulars }) => (particulars === null ? [] : particulars && [particulars]),
  },
  educations: {
    table: 'cadre_education',
    columns: 'ordinal, mode, diploma, degree, school, from_month, until_month',
    values: 'ordinal, mode, diploma, degree, school, "from", until',
    shape: `mode text, diploma text, degree text, school text, "from" text, until text`,
    rowsOf: ({ educations }) => educations,
  },
  rewards: {
    table: 'cadre_reward',
    columns: 'ordinal, name, on_month, given_by',
    values: `ordinal, given.name, "on", "by"`,
    shape: `name text, "on" text, "by" text`,
    rowsOf: ({ rewards }) => rewards,
  },
  archiveReview: {
    table: 'cadre_archive_review',
    columns: 'reviewed_on, birth, work_start, party_join, education, career, identity, note',
    values: `"on", birth, "workStart", "partyJoin", education, career, identity, note`,
    shape: `"on" date, birth text, "workStart" text, "partyJoin" text, education text, career text, identity text, note text`,
    rowsOf: ({ archiveReview }) =>
      archiveReview === undefined ? undefined : archiveReview === null ? [] : [archiveReview],
  },
};

/**
 * Puts what was sent in the place of what was stored, section by section; sections left out stay. A few statements, however
 * many the people are. Who may keep their dossiers is asked before.
 *
 * @refuses DOSSIER_UNIT_UNKNOWN - a relative's unit or a place of growth is no unit of the directory
 */
export function writeDossiers(q: Reader, changes: readonly DossierChange[], at: Date): Promise<void> {
  // A relative may serve in any unit of the city, also beyond the reach of who keeps the dossier.
  return asSystem('directory.dossier', async () => {
    await requireUnits(q, changes);
    for (const [name, section] of Object.entries(SECTIONS)) await writeSection(q, name, section, changes, at);
  });
}

async function writeSection(
  q: Reader,
  name: string,
  { table, columns, values, shape, rowsOf }: Section,
  changes: readonly DossierChange[],
  at: Date,
): Promise<void> {
  const given = changes.filter((change) => rowsOf(change) !== undefined);
  if (given.length === 0) return;
  await q.query(
    `dossier.clear-${name}`,
    `DELETE FROM ${table} WHERE cadre_id IN (SELECT id FROM cadre WHERE code = ANY ($1))`,
    [given.map(({ cadre }) => cadre)],
  );
  const rows = given.flatMap((change) =>
    (rowsOf(change) ?? []).map((row, index) => ({ ...row, cadre: change.cadre, ordinal: index + 1 })),
  );
  await q.query(
    `dossier.add-${name}`,
    `INSERT INTO ${table} (cadre_id, ${columns})
     SELECT cadre.id, ${values} FROM jsonb_to_recordset($1) AS given (cadre text, ordinal int, ${shape})
     JOIN (SELECT id, code FROM cadre) AS cadre ON cadre.code = given.cadre
     WHERE $2::timestamptz IS NOT NULL`,
    [JSON.stringify(rows), at],
  );
}

async function requireUnits(q: Reader, changes: readonly DossierChange[]): Promise<void> {
  const named = changes
    .flatMap(({ profile, relatives = [] }) => [profile?.growthArea, ...relatives.map(({ unit }) => unit)])
    .filter((unit) => typeof unit === 'string');
  if (named.length === 0) return;
  const text = `SELECT DISTINCT named.code FROM unnest($1::text[]) AS named (code)
    WHERE NOT EXISTS (SELECT FROM unit WHERE unit.code = named.code)`;
  const { rows } = await q.query<{ code: string }>('dossier.unknown-units', text, [named]);
  if (rows.length > 0) refuse('DOSSIER_UNIT_UNKNOWN', { units: rows.map(({ code }) => code) });
}
