import { describe, expect, it } from '@jest/globals';
import { educationOf, isPartyPost } from './career.js';
import { eligibleFrom, judgeEligibility, RULES_OF_ELIGIBILITY } from './evaluate.js';
import { DEFAULT_ELIGIBILITY, parametersFor } from './parameters.js';
import { ELIGIBILITY_CODES } from './rule.js';
import { ask, CAREER, resultOf, type Change } from './spec-support.js';

const NOTHING_KNOWN = {
  workStart: null,
  grassrootsMonths: null,
  partyJoin: null,
  education: null,
  posts: null,
  ranks: null,
  ranksComplete: false,
  trainingMet: null,
  healthFit: null,
  assessment: null,
  measures: null,
  measuresComplete: false,
  relatives: null,
  lastPromotion: null,
  growthArea: null,
};
const chu = (rank: 'chu-deputy' | 'chu-principal', more: Change = {}): Change => ({
  ...more,
  target: { rank, ...more.target },
});
const post = (
  rank: 'chu-principal' | 'chu-deputy' | 'ke-principal' | 'ke-deputy',
  from: string,
  code: string = rank,
) => ({
  post: code,
  rank,
  from,
  to: null,
  probation: false,
});

describe('the sixteen rules, with 地域回避', () => {
  it('are all there, once, each with a source', () => {
    expect(RULES_OF_ELIGIBILITY.map(({ code }) => code)).toEqual([...ELIGIBILITY_CODES]);
    for (const { basis } of RULES_OF_ELIGIBILITY) expect(basis).toMatch(/§1\.\d/u);
  });

  it('never call met what is not known', () => {
    for (const rank of ['chu-principal', 'chu-deputy', 'ke-principal', 'ke-deputy'] as const) {
      const asked = ask({ career: NOTHING_KNOWN, target: { rank, partyPost: null, mayDecide: null } });
      const { outcome, results } = judgeEligibility(asked);
      expect(outcome).toBe('unknown');
      expect(results.filter((result) => result.outcome === 'met')).toEqual([]);
      expect(results.filter((result) => result.outcome === 'notMet')).toEqual([]);
    }
  });

  it('tenure that falls short by a month today is ripe on its day: 副科任职', () => {
    expect(resultOf('E09', { on: '2026-11-22' })).toMatchObject({
      outcome: 'notMet',
      sentence: '副科任职23个月，应满24个月，2026.12.10起满足',
      metOn: '2026-12-10',
    });
    expect(resultOf('E09', { on: '2026-12-09' }).outcome).toBe('notMet');
    expect(resultOf('E09', { on: '2026-12-10' }).outcome).toBe('met');
  });

  it.each([
    ['E01', '参加工作满五年差一天', chu('chu-deputy', { on: '2018-06-30', career: { posts: [] } }), 'notMet'],
    ['E01', '参加工作满五年', chu('chu-deputy', { on: '2018-07-01', career: { posts: [] } }), 'met'],
    ['E01', '基层满两年', chu('chu-deputy', { career: { grassrootsMonths: 24 } }), 'met'],
    ['E01', '基层差一个月', chu('chu-deputy', { career: { grassrootsMonths: 23 } }), 'notMet'],
    ['E01', '基层未填', chu('chu-deputy', { career: { grassrootsMonths: null } }), 'unknown'],
    ['E01', '乡科级职务', {}, 'notApplicable'],
    ['E02', '一个下一级职位', chu('chu-deputy', { career: { posts: [post('ke-principal', '2020-01-01')] } }), 'notMet'],
    [
      'E02',
      '两个下一级职位',
      chu('chu-deputy', {
        career: { posts: [post('ke-principal', '2020-01-01', 'a'), post('ke-principal', '2022-01-01', 'b')] },
      }),
      'met',
    ],
    ['E02', '登记中没有', chu('chu-deputy'), 'unknown'],
    [
      'E03',
      '副处差一天',
      chu('chu-principal', { on: '2026-12-30', career: { posts: [post('chu-deputy', '2024-12-31')] } }),
      'notMet',
    ],
    ['E03', '副处满两年', chu('chu-principal', { career: { posts: [post('chu-deputy', '2024-12-31')] } }), 'met'],
    [
      'E04',
      '正科差一天',
      chu('chu-deputy', { on: '2026-12-30', career: { posts: [post('ke-principal', '2023-12-31')] } }),
      'notMet',
    ],
    ['E04', '正科满三年', chu('chu-deputy', { career: { posts: [post('ke-principal', '2023-12-31')] } }), 'met'],
    ['E04', '没有任职登记', chu('chu-deputy', { career: { posts: [] } }), 'unknown'],
    ['E05', '中专', { career: { education: 'below-college' } }, 'notMet'],
    [
      'E03',
      '现任正处平级调整',
      chu('chu-principal', { career: { posts: [post('chu-principal', '2026-06-01')] } }),
      'met',
    ],
    ['E05', '大专', { career: { education: 'college' } }, 'met'],
    ['E05', '学历不详', { career: { education: null } }, 'unknown'],
    ['E06', '培训达到', {}, 'met'],
    ['E06', '培训未填', { career: { trainingMet: null } }, 'unknown'],
    ['E06', '培训不足', { career: { trainingMet: false } }, 'notMet'],
    ['E07', '能正常履职', {}, 'met'],
    ['E07', '不能正常履职', { career: { healthFit: false } }, 'notMet'],
    ['E07', '待确认', { career: { healthFit: null } }, 'unknown'],
    ['E08', '党龄差一个月', { on: '2015-05-31', target: { partyPost: true } }, 'notMet'],
    ['E08', '党龄满三年', { on: '2015-06-01', target: { partyPost: true } }, 'met'],
    ['E08', '不是党内职务', { career: { partyJoin: null } }, 'notApplicable'],
    ['E08', '入党时间不详', { target: { partyPost: true }, career: { partyJoin: null } }, 'unknown'],
    ['E09', '副科任职差一天', { on: '2026-12-09' }, 'notMet'],
    ['E09', '副科任职满两年', { on: '2026-12-10' }, 'met'],
    [
      'E09',
      '现任正科不满两年，平级调整',
      { on: '2026-11-22', career: { posts: [post('ke-principal', '2026-05-10')], ranksComplete: false } },
      'met',
    ],
    [
      'E09',
      '三级主任科员一年后任二级主任科员',
      {
        on: '2026-11-22',
        career: {
          posts: [],
          ranks: [
            { rank: '三级主任科员', since: '2023-01', until: '2024-01' },
            { rank: '二级主任科员', since: '2024-01', until: null },
          ],
        },
      },
      'unknown',
    ],
    ['E09', '只知现职级', { on: '2026-11-22', career: { ranksComplete: false } }, 'unknown'],
    ['E09', '职级经历不详', { on: '2026-11-22', career: { ranks: null } }, 'unknown'],
    [
      'E10',
      '一级科员差一个月',
      {
        target: { rank: 'ke-deputy' },
        career: { posts: [], ranks: [{ rank: '一级科员', since: '2024-01', until: null }] },
      },
      'notMet',
    ],
    [
      'E10',
      '一级科员满三年',
      {
        on: '2027-01-01',
        target: { rank: 'ke-deputy' },
        career: { posts: [], ranks: [{ rank: '一级科员', since: '2024-01', until: null }] },
      },
      'met',
    ],
    [
      'E10',
      '现任副科平级调整',
      { target: { rank: 'ke-deputy' }, career: { posts: [post('ke-deputy', '2026-06-01')] } },
      'met',
    ],
    ['E12', '亲属未填', { career: { relatives: null } }, 'unknown'],
    ['E12', '配偶在同一单位', { career: { relatives: [{ relation: '配偶', unit: 'U-1', leads: false }] } }, 'notMet'],
    [
      'E12',
      '父亲任上级单位领导',
      { career: { relatives: [{ relation: '父亲', unit: 'U-0', leads: true }] } },
      'notMet',
    ],
    [
      'E12',
      '父亲在上级单位、不任领导',
      { career: { relatives: [{ relation: '父亲', unit: 'U-0', leads: false }] } },
      'met',
    ],
    [
      'E12',
      '拟任副职，妻子在同一单位、不任领导',
      { target: { tier: 'deputy' }, career: { relatives: [{ relation: '妻子', unit: 'U-1', leads: false }] } },
      'unknown',
    ],
    [
      'E12',
      '拟任副职，妻子任同一单位领导',
      { target: { tier: 'deputy' }, career: { relatives: [{ relation: '妻子', unit: 'U-1', leads: true }] } },
      'notMet',
    ],
    [
      'E12',
      '妻子任直接下级单位领导',
      { career: { relatives: [{ relation: '妻子', unit: 'U-2', above: 'U-1', leads: true }] } },
      'notMet',
    ],
    [
      'E12',
      '妻子在直接下级单位、是否任领导不详',
      { career: { relatives: [{ relation: '妻子', unit: 'U-2', above: 'U-1', leads: null }] } },
      'unknown',
    ],
    [
      'E12',
      '妻子在直接下级单位、不任领导',
      { career: { relatives: [{ relation: '妻子', unit: 'U-2', above: 'U-1', leads: false }] } },
      'met',
    ],
    ['E12', '单位不能对应', { career: { relatives: [{ relation: '母亲', unit: null, leads: false }] } }, 'unknown'],
    [
      'E12',
      '退休的亲属',
      { career: { relatives: [{ relation: '父亲', unit: null, leads: false, serves: false }] } },
      'met',
    ],
    [
      'E12',
      '亲属的单位只写在文字里，与拟任单位同名',
      {
        target: { unitName: '某旗农牧局' },
        career: { relatives: [{ relation: '妻子', unit: null, leads: null, workplace: '某旗 农牧局科员' }] },
      },
      'unknown',
    ],
    ['E12', '同一单位的同学', { career: { relatives: [{ relation: '同学', unit: 'U-1', leads: true }] } }, 'unknown'],
    ['E12', '不相干单位的同学', { career: { relatives: [{ relation: '同学', unit: 'U-7', leads: true }] } }, 'met'],
    ['E12L', '在成长地任正职', { target: { localityArea: 'A-9' } }, 'notMet'],
    ['E12L', '不在成长地', { target: { localityArea: 'A-1' } }, 'met'],
    ['E12L', '成长地未填', { target: { localityArea: 'A-1' }, career: { growthArea: null } }, 'unknown'],
    [
      'E12',
      '上级单位的亲属是否任领导不详',
      { career: { relatives: [{ relation: '父亲', unit: 'U-0', leads: null }] } },
      'unknown',
    ],
    ['E13', '情况未填', { career: { measures: null } }, 'unknown'],
    ['E13', '未核对完整', { career: { measuresComplete: false } }, 'unknown'],
    [
      'E13',
      '函询没有影响期',
      { on: '2026-06-01', career: { measures: [{ kind: 'letter-of-inquiry', from: '2026-06-01' }] } },
      'met',
    ],
    [
      'E13',
      '诫勉影响期最后一天',
      { on: '2026-11-30', career: { measures: [{ kind: 'admonition', from: '2026-06-01' }] } },
      'notMet',
    ],
    [
      'E13',
      '诫勉影响期满',
      { on: '2026-12-01', career: { measures: [{ kind: 'admonition', from: '2026-06-01' }] } },
      'met',
    ],
    ['E14', '基本称职', { career: { assessment: { year: 2025, grade: 'basically-competent' } } }, 'notMet'],
    ['E14', '称职', { on: '2026-12-31' }, 'met'],
    ['E14', '新的一年，上年考核未填', { on: '2027-01-01' }, 'unknown'],
    ['E14', '不定等次', { career: { assessment: { year: 2025, grade: 'no-grade' } } }, 'unknown'],
    ['E14', '前年的考核', { career: { assessment: { year: 2024, grade: 'excellent' } } }, 'unknown'],
    ['E15', '有权限', {}, 'met'],
    ['E15', '权限未列明', { target: { mayDecide: null } }, 'unknown'],
    ['E15', '无权限', { target: { mayDecide: false } }, 'notMet'],
    ['E16', '未设上限', {}, 'notApplicable'],
    [
      'E16',
      '达到上限',
      { parameters: { ageLimitYears: { ...DEFAULT_ELIGIBILITY.ageLimitYears, 'ke-principal': 36 } } },
      'notMet',
    ],
    [
      'E16',
      '未达上限',
      { parameters: { ageLimitYears: { ...DEFAULT_ELIGIBILITY.ageLimitYears, 'ke-principal': 37 } } },
      'met',
    ],
  ] satisfies [Parameters<typeof resultOf>[0], string, Change, string][])('%s %s', (code, _case, change, outcome) => {
    expect(resultOf(code, change)).toMatchObject({ outcome });
  });
});

describe('地域回避 where the form knows places in words alone (E12L)', () => {
  const target = { localityArea: 'A-9', localityAreaName: '巴林旗' };
  const told = (places: string[], growthArea: string | null = null) =>
    resultOf('E12L', { target, career: { growthArea, places } });

  it('is to be looked into, and never clear', () => {
    expect(told(['内蒙古 巴林旗'])).toMatchObject({
      outcome: 'unknown',
      sentence: '成长地未填；籍贯或者出生地写有“巴林旗”，请核对地域回避',
    });
    expect(told(['内蒙古宁城'])).toMatchObject({ outcome: 'unknown', sentence: '成长地未填，地域回避无法判断' });
    expect(told(['内蒙古巴林旗'], 'A-1').outcome).toBe('met');
  });
});

describe('avoidance looked into by a person (E12)', () => {
  const OPEN = '妻子的工作单位或职务未能对应，请人工核对';
  const career = { relatives: [{ relation: '妻子', unit: null, leads: null, workplace: '某中学教师' }] };
  const answered = (clear: boolean, about = [OPEN]) => ({ career, avoidance: { clear, about } });

  it('holds as answered, for what was open', () => {
    expect(resultOf('E12', { career })).toMatchObject({ outcome: 'unknown', sentence: OPEN });
    expect(resultOf('E12', answered(true))).toMatchObject({ outcome: 'met', sentence: '经人工核对，不构成任职回避' });
    expect(resultOf('E12', answered(false))).toMatchObject({ outcome: 'notMet', sentence: '经人工核对，应当任职回避' });
    expect(resultOf('E12', answered(true, ['妻子、父亲的工作单位或职务未能对应，请人工核对'])).outcome).toBe('unknown');
  });

  it('clears no clash and no family nobody has written down', () => {
    const wife = { relation: '妻子', unit: 'U-1', leads: true };
    expect(resultOf('E12', { ...answered(true), career: { relatives: [wife] } }).outcome).toBe('notMet');
    expect(resultOf('E12', { ...answered(true), career: { relatives: null } }).outcome).toBe('unknown');
  });
});

describe('exceptional promotion (E11)', () => {
  const exceptional = { grounds: '在急难险重任务中表现突出', priorReportApproved: true };
  const change: Change = { on: '2026-11-22', exceptional };

  it('stands in for missing tenure, with grounds and an approved prior report', () => {
    expect(judgeEligibility(ask(change))).toMatchObject({ outcome: 'met', exceptional: true });
    const noReply = { ...exceptional, priorReportApproved: false };
    expect(resultOf('E11', { ...change, exceptional: noReply })).toMatchObject({
      outcome: 'unknown',
      sentence: '破格提拔的事前报告尚未得到批复同意',
    });
    // Before the answer nothing is refused for what may still be waived, and nothing is met.
    expect(judgeEligibility(ask({ ...change, exceptional: noReply })).outcome).toBe('unknown');
    expect(resultOf('E11', { ...change, exceptional: { ...exceptional, grounds: ' ' } }).outcome).toBe('notMet');
  });

  it.each([
    ['on probation', { posts: [{ ...CAREER.posts![0]!, probation: true }] }],
    ['within a year of a promotion', { lastPromotion: { on: '2025-11-23', exceptional: false } }],
    ['after another exceptional one', { lastPromotion: { on: '2024-12-10', exceptional: true } }],
  ])('is never possible %s', (_when, career) => {
    expect(judgeEligibility(ask({ ...change, career })).outcome).toBe('notMet');
  });

  it('stands in for tenure that nobody can have who goes over a level: 副科 to 副处', () => {
    const over: Change = { ...change, target: { rank: 'chu-deputy' } };
    expect(resultOf('E04', over)).toMatchObject({ outcome: 'unknown', sentence: '登记的经历中没有正科，请核对档案' });
    expect(judgeEligibility(ask(over))).toMatchObject({ outcome: 'met', exceptional: true });
    expect(judgeEligibility(ask({ ...over, exceptional: null })).outcome).toBe('unknown');
  });

  it.each([
    ['E01', 'chu-deputy', { grassrootsMonths: 23 }],
    ['E08', 'ke-principal', { partyJoin: '2024-01' }],
    ['E12', 'ke-principal', { relatives: null }],
    ['E13', 'ke-principal', { measures: [{ kind: 'admonition', from: '2026-11-01' }] }],
    ['E14', 'ke-principal', { assessment: { year: 2025, grade: 'basically-competent' } }],
  ] as const)('stands in for no other rule: %s', (code, rank, career) => {
    const asked: Change = { ...change, target: { rank, partyPost: true }, career };
    expect(resultOf(code, asked).outcome).not.toBe('met');
    expect(judgeEligibility(ask(asked)).outcome).not.toBe('met');
  });

  it('stands in for what the settings name', () => {
    const asked: Change = { ...change, parameters: { waivedByExceptional: ['E03', 'E04'] } };
    expect(judgeEligibility(ask(asked))).toMatchObject({ outcome: 'notMet', exceptional: false });
  });

  it('is possible again a year after the promotion, to the day', () => {
    const career = { lastPromotion: { on: '2025-11-22', exceptional: false } };
    expect(resultOf('E11', { ...change, career }).outcome).toBe('met');
  });

  it('asks for the last promotion of whoever holds or held a leading post, and of nobody else', () => {
    const target = { rank: 'ke-deputy' } as const;
    expect(resultOf('E11', { ...change, career: { lastPromotion: null } })).toMatchObject({
      outcome: 'unknown',
      sentence: '最近一次提任情况不详，不能判断可否破格',
    });
    const never = { posts: [], ranks: [], lastPromotion: null };
    expect(resultOf('E11', { ...change, target, career: never }).outcome).toBe('met');
    expect(judgeEligibility(ask({ ...change, target, career: never }))).toMatchObject({
      outcome: 'met',
      exceptional: true,
    });
  });

  it('skips no two levels', () => {
    expect(resultOf('E11', { ...change, target: { rank: 'chu-principal' } }).outcome).toBe('notMet');
    expect(resultOf('E11', { ...change, target: { rank: 'chu-deputy' } }).outcome).toBe('met');
  });
});

describe('when somebody becomes eligible', () => {
  it('is the latest of the days that stand against it', () => {
    const measures = [{ kind: 'admonition' as const, from: '2026-08-01' }];
    expect(eligibleFrom(ask({ on: '2026-11-22', career: { measures } }))).toEqual({
      day: '2027-02-01',
      unknown: ['E14'],
    });
  });

  it('is today when nothing stands against it, and never when time will not help', () => {
    expect(eligibleFrom(ask({ on: '2026-12-10' })).day).toBe('2026-12-10');
    expect(eligibleFrom(ask({ target: { mayDecide: false } })).day).toBeNull();
  });

  it('is next year at the earliest after a grade that bars, whatever the next one will be', () => {
    const assessment = { year: 2025, grade: 'incompetent' as const };
    expect(eligibleFrom(ask({ on: '2026-12-10', career: { assessment } }))).toEqual({
      day: '2027-01-01',
      unknown: ['E14'],
    });
  });
});

describe('what the archive writes', () => {
  it('education', () => {
    expect(educationOf(['大学', '在职研究生'])).toBe('postgraduate');
    expect(educationOf(['大学专科', null])).toBe('college');
    expect(educationOf(['大专'])).toBe('college');
    expect(educationOf(['中专'])).toBe('below-college');
    expect(educationOf(['', null])).toBeNull();
    expect(educationOf(['其他'])).toBeNull();
  });

  it('the education asked for is named as the settings have it', () => {
    const asked = { parameters: { education: 'bachelor' as const } };
    expect(resultOf('E05', asked).sentence).toBe('文化程度达到大学本科以上');
    expect(resultOf('E05', { ...asked, career: { education: 'college' } }).sentence).toBe(
      '一般应具有大学本科以上文化程度',
    );
  });

  it('posts within the party', () => {
    expect(['党委书记', '纪委副书记', '党委委员'].map(isPartyPost)).toEqual([true, true, true]);
    expect(['局长', '党组书记', '党组成员'].map(isPartyPost)).toEqual([false, false, false]);
    expect(['团委书记', '共青团旗委书记', '团工委副书记'].map(isPartyPost)).toEqual([false, false, false]);
    expect(['集团党委书记', '机关党委书记'].map(isPartyPost)).toEqual([true, true]);
  });

  it('a category of units has its own numbers', () => {
    const byKind = { township: { sectionPrincipalMonths: 12 } };
    expect(parametersFor(DEFAULT_ELIGIBILITY, byKind, 'township').sectionPrincipalMonths).toBe(12);
    expect(parametersFor(DEFAULT_ELIGIBILITY, byKind, 'county-other').sectionPrincipalMonths).toBe(24);
    expect(parametersFor(DEFAULT_ELIGIBILITY, byKind, 'township').effectMonths).toEqual(
      DEFAULT_ELIGIBILITY.effectMonths,
    );
    const tenure = { on: '2025-12-10', parameters: byKind.township };
    expect([resultOf('E09', { ...tenure, on: '2025-12-09' }).outcome, resultOf('E09', tenure).outcome]).toEqual([
      'notMet',
      'met',
    ]);
  });
});

describe('acceptance', () => {
  it('scenario 36: 副科 since 2024-12-10 fails at 23 months; with 四级主任科员 since 2022-05 the cumulative way passes', () => {
    expect(judgeEligibility(ask({ on: '2026-11-22' })).outcome).toBe('notMet');
    const career = { ranks: [{ rank: '四级主任科员', since: '2022-05', until: null }] };
    expect(resultOf('E09', { on: '2026-11-22', career })).toMatchObject({
      outcome: 'met',
      sentence: '副科任职与三级、四级主任科员累计满54个月，应满24个月',
    });
  });

  it('scenario 37: 诫勉 2026-06-01 blocks on 11-22 and passes on 12-01', () => {
    const career = { measures: [{ kind: 'admonition' as const, from: '2026-06-01' }] };
    expect(resultOf('E13', { on: '2026-11-22', career })).toMatchObject({ outcome: 'notMet', metOn: '2026-12-01' });
    expect(resultOf('E13', { on: '2026-12-01', career }).outcome).toBe('met');
  });
});
