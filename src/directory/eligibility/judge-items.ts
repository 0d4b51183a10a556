import {
  type Career,
  type Day,
  type ItemEligibility,
  judgeEligibility,
  parametersFor,
  type Policy,
  summariseEligibility,
  type UnitKind,
} from '../../../machines/rules/index.js';
import { asSystem } from '../../platform/index.js';
import type { StoredDossier } from '../dossier/dossier.dto.js';
import { readDossiers } from '../dossier/dossier.rows.js';
import type { Reader } from '../reader.js';
import { careerOf, type CareerSheet, targetOf } from './career-of.js';
import { findPost } from './find-post.js';

/** Somebody proposed for a post. */
export interface ItemQuestion {
  /** Place in the batch, from 1. */
  item: number;
  cadre: string;
  post: string;
  /** Grounds of an exceptional promotion, in words; null where none is claimed. */
  exceptional: string | null;
}

export interface JudgedItem {
  eligibility: ItemEligibility;
  /** A relative leads the unit of the post, or the one above it. */
  kinLeads: boolean;
  measures: NonNullable<Career['measures']>;
}

export interface Circumstances {
  /** The day for which it is asked. */
  on: Day;
  policy: Policy;
  /** Category of the proposing unit, whose authority over the post is asked. */
  proposingKind: UnitKind;
  /** The prior report of an exceptional promotion has been approved. */
  priorReportApproved: boolean;
}

const SHEETS = `
  SELECT cadre.code, cadre.birth_month AS birth, cadre.work_start_month AS "workStart",
    cadre.party_join_month AS "partyJoin", cadre.full_time_education AS "fullTimeEducation",
    cadre.in_service_education AS "inServiceEducation", cadre.civil_rank AS "civilRank",
    cadre.rank_since_month AS "rankSince",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('post', post.code, 'rank', post.rank, 'from', seat.from_day,
        'to', seat.to_day, 'mode', seat.mode)), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id WHERE seat.cadre_id = cadre.id) AS terms
  FROM cadre WHERE cadre.code = ANY ($1)`;

/**
 * Judges everybody whom a batch appoints by E01 to E16, as of a day, with what the directory holds now. Careers and kin lie
 * where they lie, also beyond the reach of whoever asks; only the outcome is told.
 *
 * @param questions in the order of the batch
 * @returns in the same order; people or posts that have left the directory meanwhile are not judged
 */
export function judgeItems(
  q: Reader,
  questions: readonly ItemQuestion[],
  circumstances: Circumstances,
): Promise<JudgedItem[]> {
  if (questions.length === 0) return Promise.resolve([]);
  return asSystem('directory.dossier', async () => {
    const codes = [...new Set(questions.map(({ cadre }) => cadre))];
    const { rows } = await q.query<CareerSheet & { code: string }>('directory.career-sheets', SHEETS, [codes]);
    const sheets = new Map(rows.map((sheet) => [sheet.code, sheet]));
    const dossiers = new Map((await readDossiers(q, codes)).map((dossier) => [dossier.cadre, dossier]));
    const judged: JudgedItem[] = [];
    for (const question of questions) {
      const sheet = sheets.get(question.cadre);
      const dossier = dossiers.get(question.cadre);
      if (sheet && dossier) judged.push(await judgeOne(q, question, { sheet, dossier }, circumstances));
    }
    return judged;
  });
}

async function judgeOne(
  q: Reader,
  { item, cadre, post: code, exceptional }: ItemQuestion,
  { sheet, dossier }: { sheet: CareerSheet; dossier: StoredDossier },
  { on, policy, proposingKind, priorReportApproved }: Circumstances,
): Promise<JudgedItem> {
  const post = await findPost(q, code, ['']);
  const career = careerOf(sheet, dossier, on);
  const target = targetOf(post, policy.authority, proposingKind);
  const { base, byUnitKind } = policy.eligibility;
  const eligibility = judgeEligibility({
    career,
    target,
    on,
    parameters: parametersFor(base, byUnitKind, post.unitKind),
    exceptional: exceptional === null ? null : { grounds: exceptional, priorReportApproved },
  });
  const above = [target.unit, ...target.superiorUnits];
  return {
    eligibility: summariseEligibility({ item, cadre, post: code, idBirthDiffers: dossier.idBirthDiffers }, eligibility),
    kinLeads: (career.relatives ?? []).some(
      ({ unit, leads }) => leads === true && unit !== null && above.includes(unit),
    ),
    measures: career.measures ?? [],
  };
}
