import {
  type AvoidanceAnswer,
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
import { DOSSIER_COLUMNS, DOSSIERS_FROM } from '../dossier/dossier.rows.js';
import type { Reader } from '../reader.js';
import { careerOf, type CareerSheet, targetOf } from './career-of.js';
import { findPosts, type PostFound } from './find-post.js';

/** Somebody proposed for a post. */
export interface ItemQuestion {
  /** Place in the batch, from 1. */
  item: number;
  cadre: string;
  post: string;
  /** Grounds of an exceptional promotion, in words; null where none is claimed. */
  exceptional: string | null;
  /** What a person found of kin where the rules could not say. */
  avoidance: AvoidanceAnswer | null;
}

export interface JudgedItem {
  eligibility: ItemEligibility;
  /** A relative leads the unit of the post, or the one above it. */
  kinLeads: boolean;
  /** Since the last post that was given: what a new post would be a return from (重新任用). */
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

/** Somebody's own sheet and dossier, as one row. */
type KnownCadre = CareerSheet & StoredDossier;

const KNOWN_CADRES = `
  SELECT ${DOSSIER_COLUMNS}, cadre.work_start_month AS "workStart",
    cadre.party_join_month AS "partyJoin", cadre.full_time_education AS "fullTimeEducation",
    cadre.in_service_education AS "inServiceEducation", cadre.civil_rank AS "civilRank",
    cadre.rank_since_month AS "rankSince",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('post', post.code, 'rank', post.rank, 'from', seat.from_day,
        'to', seat.to_day, 'mode', seat.mode)), '[]')
     FROM appointment seat JOIN post ON post.id = seat.post_id WHERE seat.cadre_id = cadre.id) AS terms
  ${DOSSIERS_FROM}`;

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
    const cadres = await readCadres(q, questions);
    const codes = questions.map(({ post }) => post);
    const posts = await findPosts(q, codes, ['']);
    return questions.flatMap((question) => {
      const cadre = cadres.get(question.cadre);
      const post = posts.get(question.post);
      return cadre && post ? [judgeOne(question, { cadre, post }, circumstances)] : [];
    });
  });
}

async function readCadres(q: Reader, questions: readonly ItemQuestion[]): Promise<Map<string, KnownCadre>> {
  const codes = [...new Set(questions.map(({ cadre }) => cadre))];
  const { rows } = await q.query<KnownCadre>('directory.known-cadres', KNOWN_CADRES, [codes]);
  return new Map(rows.map((known) => [known.cadre, known]));
}

function judgeOne(
  { item, exceptional, avoidance }: ItemQuestion,
  { cadre, post }: { cadre: KnownCadre; post: PostFound },
  { on, policy, proposingKind, priorReportApproved }: Circumstances,
): JudgedItem {
  const career = careerOf(cadre, cadre, on);
  const target = targetOf(post, policy.authority, proposingKind);
  const { base, byUnitKind } = policy.eligibility;
  const eligibility = judgeEligibility({
    career,
    target,
    on,
    parameters: parametersFor(base, byUnitKind, post.unitKind),
    exceptional: exceptional === null ? null : { grounds: exceptional, priorReportApproved },
    avoidance,
  });
  const above = [target.unit, ...target.superiorUnits];
  return {
    eligibility: summariseEligibility(
      { item, cadre: cadre.cadre, post: post.code, idBirthDiffers: cadre.idBirthDiffers },
      eligibility,
    ),
    kinLeads: (career.relatives ?? []).some(
      ({ unit, leads }) => leads === true && unit !== null && above.includes(unit),
    ),
    measures: (career.measures ?? []).filter(
      (measure) => !career.posts?.some(({ from }) => from > measure.from && from <= on),
    ),
  };
}
