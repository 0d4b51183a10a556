import { type Career, CIVIL_RANKS, educationOf, isPartyPost, type TargetPost } from '../../../machines/rules/index.js';
import type { CadreView } from '../cadres/cadre.dto.js';
import type { PostFound } from './find-post.js';

/** Below these no rank says anything to a rule, so that the present one alone is the whole story. */
const NOTHING_BELOW = CIVIL_RANKS.indexOf('四级主任科员');

/**
 * What the directory knows of a cadre's career. What it does not keep (training, health, assessment, measures, family)
 * is not known, and unknown never counts as met.
 */
export function careerOf(cadre: CadreView): Career {
  const { civilRank, rankSince } = cadre;
  const place = CIVIL_RANKS.findIndex((rank) => rank === civilRank);
  return {
    birth: cadre.birth,
    workStart: cadre.workStart,
    grassrootsMonths: null,
    partyJoin: cadre.partyJoin,
    education: educationOf([cadre.fullTimeEducation, cadre.inServiceEducation]),
    posts: cadre.terms
      .filter(({ mode }) => mode !== 'secondment')
      .map(({ post, rank, from, to, mode }) => ({ post, rank, from, to, probation: mode === 'probation' })),
    ranks: civilRank && rankSince ? [{ rank: civilRank, since: rankSince, until: null }] : null,
    ranksComplete: place >= 0 && place <= NOTHING_BELOW,
    trainingMet: null,
    healthFit: null,
    assessment: null,
    measures: null,
    relatives: null,
    lastPromotion: null,
  };
}

/** The post as the rules see it. Who may decide it (干部管理权限) is not on record yet. */
export function targetOf({ code, name, rank, tier, unit, superior }: PostFound): TargetPost {
  return {
    code,
    name,
    rank,
    tier,
    unit,
    superiorUnits: superior === null ? [] : [superior],
    partyPost: isPartyPost(name),
    mayDecide: null,
  };
}
