import {
  type Career,
  CIVIL_RANKS,
  educationOf,
  isLocalityBound,
  isPartyPost,
  type Policy,
  servesNowhere,
  type TargetPost,
  type UnitKind,
} from '../../../machines/rules/index.js';
import type { CadreView } from '../cadres/cadre.dto.js';
import type { StoredDossier } from '../dossier/dossier.dto.js';
import type { PostFound } from './find-post.js';

/** Below these no rank says anything to a rule, so that the present one alone is the whole story. */
const NOTHING_BELOW = CIVIL_RANKS.indexOf('四级主任科员');

/** What of a cadre's own sheet the rules ask for. */
export type CareerSheet = Pick<
  CadreView,
  'birth' | 'workStart' | 'partyJoin' | 'fullTimeEducation' | 'inServiceEducation' | 'civilRank' | 'rankSince'
> & { terms: readonly Pick<CadreView['terms'][number], 'post' | 'rank' | 'from' | 'to' | 'mode'>[] };

/**
 * What is known of a cadre's career. A list that the dossier does not call complete is not known beyond what it holds,
 * and unknown never counts as met.
 *
 * @param on the day of judgement: which year's assessment is the last one
 */
export function careerOf(sheet: CareerSheet, dossier: StoredDossier, on: string): Career {
  const { profile, assessments, measures } = dossier;
  const year = Number(on.slice(0, 4)) - 1;
  return {
    birth: sheet.birth,
    workStart: sheet.workStart,
    grassrootsMonths: profile.grassrootsMonths,
    partyJoin: sheet.partyJoin,
    education: educationOf([sheet.fullTimeEducation, sheet.inServiceEducation]),
    posts: sheet.terms
      .filter(({ mode }) => mode !== 'secondment')
      .map(({ post, rank, from, to, mode }) => ({ post, rank, from, to, probation: mode === 'probation' })),
    ...ranksOf(sheet, dossier),
    trainingMet: profile.trainingMet,
    healthFit: profile.healthFit,
    assessment: assessments.find((given) => given.year === year) ?? null,
    measures: profile.measuresComplete || measures.length > 0 ? measures : null,
    measuresComplete: profile.measuresComplete,
    relatives: profile.relativesComplete ? dossier.relatives.map(relativeOf) : null,
    lastPromotion: profile.lastPromotion,
    growthArea: profile.growthArea,
    places: [dossier.particulars?.nativePlace, dossier.particulars?.birthPlace].filter(
      (place) => typeof place === 'string',
    ),
  };
}

function ranksOf(
  { civilRank, rankSince }: CareerSheet,
  { ranks, profile }: StoredDossier,
): Pick<Career, 'ranks' | 'ranksComplete'> {
  if (ranks.length > 0) return { ranks, ranksComplete: profile.ranksComplete };
  const place = CIVIL_RANKS.findIndex((rank) => rank === civilRank);
  return {
    ranks: civilRank && rankSince ? [{ rank: civilRank, since: rankSince, until: null }] : null,
    ranksComplete: profile.ranksComplete || (place >= 0 && place <= NOTHING_BELOW),
  };
}

function relativeOf({
  relation,
  unit,
  above,
  leads,
  workplace,
}: StoredDossier['relatives'][number]): NonNullable<Career['relatives']>[number] {
  return { relation, unit, above: above ?? null, leads, workplace, serves: !servesNowhere(workplace) };
}

/** The post as the rules see it, for a proposal of this category of unit. */
export function targetOf(found: PostFound, authority: Policy['authority'], proposingKind: UnitKind): TargetPost {
  const { code, name, rank, tier, unit, unitName, unitKind, superior, area, areaName } = found;
  return {
    code,
    name,
    rank,
    tier,
    unit,
    superiorUnits: superior === null ? [] : [superior],
    unitName,
    partyPost: isPartyPost(name),
    mayDecide: authority[proposingKind]?.includes(rank) ?? null,
    localityArea: isLocalityBound({ name, tier, unitKind, unitName }) ? area : null,
    localityAreaName: areaName,
  };
}
