import { ageAt } from '../age.js';
import { addMonthsToDay } from '../days.js';
import { type Day, LADDER, POST_RANKS } from '../vocabulary.js';
import { ANNUAL_GRADES, EDUCATION_LEVELS, type EducationLevel, MEASURE_KINDS, type Measure } from './career.js';
import { judgeAvoidance } from './avoidance.js';
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
import { reachedOn, servedUntil } from './service.js';

const EDUCATION_WORDS: Readonly<Record<EducationLevel, string>> = {
  'below-college': '中专',
  college: '大学专科',
  bachelor: '大学本科',
  postgraduate: '研究生',
};

/** E05 @source handbook §1.3, V-19 */
function judgeEducation({ career, parameters }: Question): Judgement {
  if (career.education === null) return unknown('学历不详');
  const enough = EDUCATION_LEVELS.indexOf(career.education) >= EDUCATION_LEVELS.indexOf(parameters.education);
  const asked = EDUCATION_WORDS[parameters.education];
  return enough ? met(`文化程度达到${asked}以上`) : notMet(`一般应具有${asked}以上文化程度`);
}

/** E06: falling short does not bar the appointment; the training is made up within a year. @source handbook §1.3, V-19 */
function judgeTraining({ career, parameters }: Question): Judgement {
  if (career.trainingMet === null) return unknown('培训情况未填');
  if (career.trainingMet) return met('培训达到规定要求');
  return notMet(`培训未达到规定，提任后${parameters.trainingMakeUpMonths}个月内应当完成`);
}

/** E07 @source handbook §1.3, V-19 */
function judgeHealth({ career }: Question): Judgement {
  if (career.healthFit === null) return unknown('身体条件待人工确认');
  return career.healthFit ? met('具有正常履行职责的身体条件') : notMet('身体条件不符合履行职责要求');
}

/** E08 @source handbook §1.3, V-19 (numbers K) */
function judgePartyStanding({ career, target, on, parameters }: Question): Judgement {
  if (target.partyPost === null) return unknown('是否党内职务未注明');
  if (!target.partyPost) return notApplicable('不是党内职务');
  if (career.partyJoin === null) return unknown('入党时间不详，党龄无法核算');
  const stretch = [{ from: `${career.partyJoin}-01`, to: null }];
  const { months } = servedUntil(stretch, on);
  const words = `党龄${months}个月，应满${parameters.partyStandingMonths}个月`;
  if (months >= parameters.partyStandingMonths) return met(words);
  const day = reachedOn(stretch, parameters.partyStandingMonths, on);
  return notMet(day === null ? words : `${words}，${dotted(day)}起满足`, { metOn: day });
}

/**
 * E11: an exceptional promotion has grounds and an approved prior report; never on probation, within a year of a
 * promotion, after another exceptional one in a row, or over two levels.
 *
 * @source handbook §1.3, V-19
 */
function judgeExceptional({ career, target, on, parameters, exceptional }: Question): Judgement {
  if (!exceptional) return notApplicable('未申请破格提拔');
  if (career.posts === null) return unknown('任职经历不详，不能判断可否破格');
  const now = career.posts.filter(({ from, to }) => from <= on && (to === null || to > on));
  if (now.some(({ probation }) => probation)) return notMet('试用期内不得破格提拔');
  const last = career.lastPromotion;
  if (last) {
    const free = addMonthsToDay(last.on, parameters.afterPromotionMonths);
    const words = `提任不满${parameters.afterPromotionMonths}个月不得破格提拔，${dotted(free)}起满足`;
    if (on < free) return notMet(words, { metOn: free });
    if (last.exceptional) return notMet('不得在任职年限上连续破格');
  }
  const highest = Math.max(-1, ...now.map(({ rank }) => LADDER.indexOf(rank)));
  if (LADDER.indexOf(target.rank) - highest > 2) {
    return notMet(`不得越两级提拔（现${highest < 0 ? '无领导职务' : POST_RANKS[LADDER[highest]!]}）`);
  }
  if (exceptional.grounds.trim() === '') return notMet('破格提拔应写明理由');
  // Who has held no leading post was never given one lately.
  if (last === null && career.posts.length > 0) return unknown('最近一次提任情况不详，不能判断可否破格');
  if (!exceptional.priorReportApproved) return unknown('破格提拔的事前报告尚未得到批复同意');
  return met('破格提拔的条件和程序具备');
}

/** E12L: "一般不得" for principals of counties and townships, and of the county's 纪检、组织、法检、公安. @source handbook §1.8, V-34 */
function judgeLocality({ career, target }: Question): Judgement {
  if (target.localityArea === null) return notApplicable('该职务不适用地域回避');
  if (career.growthArea === null) {
    const area = target.localityAreaName ?? null;
    const isNamed = area !== null && (career.places ?? []).some((place) => place.replaceAll(/\s/gu, '').includes(area));
    return unknown(
      isNamed ? `成长地未填；籍贯或者出生地写有“${area}”，请核对地域回避` : '成长地未填，地域回避无法判断',
    );
  }
  return career.growthArea === target.localityArea ? notMet('一般不得在本人成长地任职') : met('不在本人成长地任职');
}

/**
 * E13: until the last day of the effect period, that day included; after some measures no post above the former one for
 * longer still.
 *
 * @source handbook §1.9 (责令辞职/免职: 1 y no post, 2 y no post above former), §7 scenario 37
 */
function judgeMeasures({ career, target, on, parameters }: Question): Judgement {
  if (career.measures === null) return unknown('处分、组织处理和诫勉情况未填');
  const running = career.measures
    .map((measure) => ({ ...measure, free: freeFrom(measure, { career, target, parameters }) }))
    .filter(({ from, free }) => from <= on && on < free)
    .toSorted((a, b) => (a.free < b.free ? 1 : -1));
  const last = running[0];
  if (!last) {
    return career.measuresComplete
      ? met('没有在影响期内的处分、组织处理或诫勉')
      : unknown('处分、组织处理和诫勉情况未核对完整');
  }
  const words = `${MEASURE_KINDS[last.kind]}影响期未满，${dotted(last.free)}起满足`;
  return notMet(words, { metOn: last.free });
}

function freeFrom(
  { kind, from }: Measure,
  { career, target, parameters }: Pick<Question, 'career' | 'target' | 'parameters'>,
): Day {
  const months = parameters.effectMonths[kind];
  const longer = parameters.noHigherPostMonths[kind] ?? 0;
  if (longer <= months) return addMonthsToDay(from, months);
  const former = (career.posts ?? []).filter((post) => post.from < from).map(({ rank }) => LADDER.indexOf(rank));
  const isHigher = LADDER.indexOf(target.rank) > Math.max(-1, ...former);
  return addMonthsToDay(from, isHigher ? longer : months);
}

/** E14 @source handbook §1.3, §1.4 (3) */
function judgeAssessment({ career, on }: Question): Judgement {
  const lastYear = Number(on.slice(0, 4)) - 1;
  if (career.assessment === null || career.assessment.year !== lastYear) return unknown(`${lastYear}年度考核等次未填`);
  const { grade } = career.assessment;
  const words = `${lastYear}年度考核为${ANNUAL_GRADES[grade]}`;
  if (grade === 'no-grade') return unknown(`${words}，请人工核对原因`);
  if (grade === 'excellent' || grade === 'competent') return met(words);
  // In the year after, another year's grade is asked for.
  return notMet(`${words}，不得列为考察对象`, { askedAnewOn: `${lastYear + 2}-01-01` });
}

/** E15 @source handbook §1.3 */
function judgeAuthority({ target }: Question): Judgement {
  if (target.mayDecide === null) return unknown('干部管理权限未列明该职务');
  return target.mayDecide ? met('属于本级干部管理权限') : notMet('不属于呈报单位的干部管理权限');
}

/** E16 @source handbook §1.3 (local rule, assumption) */
function judgeAgeLimit({ career, target, on, parameters }: Question): Judgement {
  const limit = parameters.ageLimitYears[target.rank];
  if (limit === null) return notApplicable('本市未设该职务任职年龄上限');
  const age = ageAt(career.birth, on).years;
  const words = `${age}岁，该职务一般应不满${limit}周岁`;
  return age < limit ? met(words) : notMet(words);
}

export const PERSON_RULES: readonly EligibilityRule[] = [
  rule('E05', '文化程度', 'warn', '手册§1.3 V-19', ['education'], judgeEducation),
  rule('E06', '培训时间达到规定', 'warn', '手册§1.3 V-19', ['trainingMakeUpMonths'], judgeTraining),
  rule('E07', '身体条件', 'manual', '手册§1.3 V-19', [], judgeHealth),
  rule('E08', '党内职务的党龄', 'hard', '手册§1.3 V-19（年限待确认）', ['partyStandingMonths'], judgePartyStanding),
  rule(
    'E11',
    '破格提拔的条件',
    'hard',
    '手册§1.3 V-19（可以突破的条件待确认）',
    ['afterPromotionMonths', 'waivedByExceptional'],
    judgeExceptional,
  ),
  rule('E12', '任职回避', 'hard', '手册§1.8 V-21、V-33', [], judgeAvoidance),
  rule('E12L', '地域回避', 'warn', '手册§1.8 V-34', [], judgeLocality),
  rule(
    'E13',
    '处分、组织处理、诫勉影响期',
    'hard',
    '手册§1.9 V-35（年限待确认）',
    ['effectMonths', 'noHigherPostMonths'],
    judgeMeasures,
  ),
  rule('E14', '上一年年度考核', 'hard', '手册§1.3、§1.4（待确认）', [], judgeAssessment),
  rule('E15', '干部管理权限', 'hard', '手册§1.3（待确认）', [], judgeAuthority),
  rule('E16', '任职年龄上限', 'warn', '手册§1.3（本市规定）', ['ageLimitYears'], judgeAgeLimit),
];

function rule(
  code: EligibilityRule['code'],
  title: string,
  severity: EligibilityRule['severity'],
  basis: string,
  parameters: EligibilityRule['parameters'],
  judge: EligibilityRule['judge'],
): EligibilityRule {
  return { code, title, severity, basis, parameters, judge };
}
