import type { PostRank } from '../vocabulary.js';
import { LADDER, POST_RANKS } from '../vocabulary.js';
import { type Career, CIVIL_RANKS } from './career.js';
import {
  dotted,
  met,
  notApplicable,
  notMet,
  unknown,
  type EligibilityRule,
  type Judgement,
  type Question,
} from './rule.js';
import { reachedOn, servedUntil, type Stretch } from './service.js';

const COUNTY_LEVEL: readonly PostRank[] = ['chu-principal', 'chu-deputy'];
const OTHER_POST = '该职务不适用本条';
/** Ranks that stand in for a deputy's tenure at township-section level. @source handbook §1.3 E09, V-20 */
const NEAR_PRINCIPAL = ['三级主任科员', '四级主任科员'];
const HIGHER_RANKS = CIVIL_RANKS.slice(CIVIL_RANKS.indexOf('二级主任科员'));

/** E01 @source handbook §1.3, V-18 (K for 2019) */
function judgeWorkAndGrassroots({ career, target, on, parameters }: Question): Judgement {
  if (!COUNTY_LEVEL.includes(target.rank)) return notApplicable(OTHER_POST);
  const { workMonths, grassrootsMonths } = parameters;
  const { workStart, grassrootsMonths: grassroots } = career;
  const work = workStart === null ? null : tenure([{ from: `${workStart}-01`, to: null }], workMonths, on, '工龄');
  if (work?.outcome === 'notMet') return work;
  if (grassroots !== null && grassroots < grassrootsMonths) {
    return notMet(`基层工作经历${grassroots}个月，应满${grassrootsMonths}个月`);
  }
  if (work === null) return unknown('参加工作时间不详，工龄无法核算');
  if (grassroots === null) return unknown(`${work.sentence}；基层工作经历未填，无法核算`);
  return met(`${work.sentence}；基层工作经历${grassroots}个月，应满${grassrootsMonths}个月`);
}

/** E02 @source handbook §1.3, V-18 */
function judgeLowerPosts({ career, target, on, parameters }: Question): Judgement {
  const lower = lowerRankOf(target.rank);
  if (!COUNTY_LEVEL.includes(target.rank) || lower === null) return notApplicable(OTHER_POST);
  const held = careerPosts(career, [lower], on);
  if (held === null) return unknown('任职经历不详');
  const count = new Set(held.map(({ post }) => post)).size;
  const words = `${POST_RANKS[lower]}职务任职${count}个，一般应有${parameters.lowerPosts}个`;
  if (count >= parameters.lowerPosts) return met(words);
  return count === 0 ? unknown(`登记的任职经历中没有${POST_RANKS[lower]}职务，请核对`) : notMet(words);
}

/** E03 @source handbook §1.3, V-18 and V-19 */
function judgeDeputyToPrincipal(question: Question): Judgement {
  if (question.target.rank !== 'chu-principal') return notApplicable(OTHER_POST);
  return tenureIn(question, 'chu-deputy', question.parameters.deputyMonths);
}

/** E04 @source handbook §1.3, V-18 and V-19 */
function judgePrincipalToDeputy(question: Question): Judgement {
  if (question.target.rank !== 'chu-deputy') return notApplicable(OTHER_POST);
  return tenureIn(question, 'ke-principal', question.parameters.lowerPrincipalMonths);
}

/**
 * E09: four ways, of which one is enough. The way that is met is named; of those that are not, the earliest day.
 *
 * @source handbook §1.3, V-20 (《公务员职务、职级与级别管理办法》)
 */
function judgeSectionPrincipal({ career, target, on, parameters }: Question): Judgement {
  if (target.rank !== 'ke-principal') return notApplicable(OTHER_POST);
  const months = parameters.sectionPrincipalMonths;
  const same = alreadyAt(career, target.rank, on);
  if (same) return same;
  const posts = careerPosts(career, ['ke-deputy'], on);
  const deputy = (posts ?? []).map(({ from, to }) => ({ from, to }));
  const fourth = rankStretches(career, ['四级主任科员']);
  const near = rankStretches(career, NEAR_PRINCIPAL);
  const ways = [
    tenure(deputy, months, on, '副科任职'),
    tenure([...deputy, ...near], months, on, '副科任职与三级、四级主任科员累计'),
    tenure(near, months, on, '任三级、四级主任科员累计'),
    tenure(fourth, months, on, '任四级主任科员'),
  ];
  const way = ways.find(({ outcome }) => outcome === 'met');
  if (way) return way;
  if (deputy.length + near.length === 0) return nothingOnRecord(career, '副科任职和三级、四级主任科员');
  if (career.posts === null || !ranksAreKnown(career)) return unknown(`${ways[0]!.sentence}；其余任职或职级经历不详`);
  const days = ways.flatMap(({ metOn }) => metOn ?? []).toSorted();
  const closest = near.length === 0 ? ways[0]! : deputy.length === 0 ? ways[2]! : ways[1]!;
  // The rule names two ranks; whether higher ones held since count as well is not for a program to say.
  const withHigher = tenure([...deputy, ...near, ...rankStretches(career, HIGHER_RANKS)], months, on, '');
  if (withHigher.outcome === 'met') return unknown(`${closest.sentence}；另任更高职级，是否计入请人工核定`);
  return notMet(closest.sentence, { metOn: days[0] ?? null });
}

/** E10 @source handbook §1.3, V-20 */
function judgeSectionDeputy({ career, target, on, parameters }: Question): Judgement {
  if (target.rank !== 'ke-deputy') return notApplicable(OTHER_POST);
  const same = alreadyAt(career, target.rank, on);
  if (same) return same;
  // Whoever holds a higher rank has been at least 一级科员 since then.
  const stretches = rankStretches(career, ['一级科员', ...NEAR_PRINCIPAL, ...HIGHER_RANKS]);
  if (stretches.length === 0) return nothingOnRecord(career, '一级科员或相当层次职级');
  const judged = tenure(stretches, parameters.sectionDeputyMonths, on, '任一级科员（或相当层次）以上职级');
  if (judged.outcome === 'notMet' && !ranksAreKnown(career)) return unknown(`${judged.sentence}；此前职级经历不详`);
  return judged;
}

/** @returns posts at these ranks begun by then; null when the record says nothing */
function careerPosts(career: Career, ranks: readonly PostRank[], on: string): Career['posts'] {
  return career.posts?.filter(({ rank, from }) => ranks.includes(rank) && from <= on) ?? null;
}

function tenureIn({ career, target, on }: Question, rank: PostRank, months: number): Judgement {
  const same = alreadyAt(career, target.rank, on);
  if (same) return same;
  const posts = careerPosts(career, [rank], on);
  if (posts === null || posts.length === 0) return nothingOnRecord(career, POST_RANKS[rank]);
  return tenure(posts, months, on, `${POST_RANKS[rank]}任职`);
}

/** A move at the same level, or from above, is no promotion: it asks for no tenure below. @returns null where it is one */
function alreadyAt(career: Career, rank: PostRank, on: string): Judgement | null {
  const held = careerPosts(career, LADDER.slice(LADDER.indexOf(rank)), on);
  return held && held.length > 0 ? met('已任同级或更高领导职务') : null;
}

/** What the register does not hold is not known to be absent: archives are older than the register. */
function nothingOnRecord({ posts }: Career, what: string): Judgement {
  return unknown(posts === null ? '任职经历不详' : `登记的经历中没有${what}，请核对档案`);
}

const ranksAreKnown = ({ ranks, ranksComplete }: Career): boolean => ranks !== null && ranksComplete;

function rankStretches({ ranks }: Career, wanted: readonly string[]): Stretch[] {
  return (ranks ?? [])
    .filter(({ rank }) => wanted.includes(rank))
    .map(({ since, until }) => ({ from: `${since}-01`, to: until === null ? null : `${until}-01` }));
}

function tenure(stretches: readonly Stretch[], months: number, on: string, what: string): Judgement {
  const served = servedUntil(stretches, on);
  if (served.months >= months) return met(`${what}满${served.months}个月，应满${months}个月`);
  const day = reachedOn(stretches, months, on);
  const when = day === null ? '' : `，${dotted(day)}起满足`;
  return notMet(`${what}${served.months}个月，应满${months}个月${when}`, { metOn: day });
}

function lowerRankOf(rank: PostRank): PostRank | null {
  return LADDER[LADDER.indexOf(rank) - 1] ?? null;
}

export const TENURE_RULES: readonly EligibilityRule[] = [
  {
    code: 'E01',
    title: '提任县处级领导职务，工龄和基层工作经历达到规定',
    severity: 'hard',
    basis: '手册§1.3 V-18（2019年条例待确认）',
    parameters: ['workMonths', 'grassrootsMonths'],
    judge: judgeWorkAndGrassroots,
  },
  {
    code: 'E02',
    title: '提任县处级以上领导职务，一般有下一级两个以上职位任职经历',
    severity: 'warn',
    basis: '手册§1.3 V-18',
    parameters: ['lowerPosts'],
    judge: judgeLowerPosts,
  },
  {
    code: 'E03',
    title: '县处级副职提任正职，副职任职达到规定年限',
    severity: 'hard',
    basis: '手册§1.3 V-18、V-19',
    parameters: ['deputyMonths'],
    judge: judgeDeputyToPrincipal,
  },
  {
    code: 'E04',
    title: '下级正职提任上级副职，下级正职任职达到规定年限',
    severity: 'hard',
    basis: '手册§1.3 V-18、V-19',
    parameters: ['lowerPrincipalMonths'],
    judge: judgePrincipalToDeputy,
  },
  {
    code: 'E09',
    title: '乡科级正职的任职或职级年限',
    severity: 'hard',
    basis: '手册§1.3 V-20',
    parameters: ['sectionPrincipalMonths'],
    judge: judgeSectionPrincipal,
  },
  {
    code: 'E10',
    title: '乡科级副职的职级年限',
    severity: 'hard',
    basis: '手册§1.3 V-20',
    parameters: ['sectionDeputyMonths'],
    judge: judgeSectionDeputy,
  },
];
