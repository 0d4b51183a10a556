import { z } from 'zod';
import { ANNUAL_GRADES, CIVIL_RANKS, MEASURE_KINDS } from '../../../machines/rules/index.js';
import { code, day } from '../page.js';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'YYYY-MM', example: '1986-09' });
/** 全日制教育 and 在职教育, as the form parts them. @source handbook §3.1 */
export const EDUCATION_MODES = { 'full-time': '全日制', 'in-service': '在职' } as const;
const text = (most: number) => z.string().trim().min(1).max(most);
const keys = <K extends string>(labels: Readonly<Record<K, string>>): [K, ...K[]] => Object.keys(labels) as [K, ...K[]];

const relative = z.strictObject({
  relation: text(20).meta({ description: '称谓', example: '妻子' }),
  name: text(50).nullable(),
  birth: month.nullable(),
  politicalStatus: text(50).nullable(),
  workplace: text(200).nullable().meta({ description: '工作单位及职务，照表填写', example: '某中学教师' }),
  unit: code.nullable().meta({ description: '上述单位的单位编码；未能对应则为空' }),
  leads: z.boolean().nullable().meta({ description: '是否该单位领导班子成员；不详则为空' }),
});

const assessment = z.strictObject({ year: z.int().min(1950).max(2199), grade: z.enum(keys(ANNUAL_GRADES)) });

const measure = z.strictObject({
  kind: z.enum(keys(MEASURE_KINDS)).meta({
    description: Object.entries(MEASURE_KINDS)
      .map(([kind, label]) => `${kind} ${label}`)
      .join('；'),
  }),
  from: day,
  documentNo: text(100).nullable(),
  note: text(500).nullable(),
});

const rankHeld = z.strictObject({ rank: z.enum(CIVIL_RANKS), since: month, until: month.nullable() });
const training = z.strictObject({ name: text(100), from: day, to: day });

const education = z.strictObject({
  mode: z.enum(keys(EDUCATION_MODES)).meta({ description: 'full-time 全日制；in-service 在职' }),
  diploma: text(50).meta({ description: '学历', example: '大学' }),
  degree: text(50).nullable(),
  school: text(200).nullable().meta({ description: '毕业院校系及专业，照表填写' }),
  from: month.nullable(),
  until: month.nullable(),
});
const reward = z.strictObject({
  name: text(200),
  on: month,
  by: text(100).nullable().meta({ description: '批准机关' }),
});

const particulars = z.strictObject({
  nativePlace: text(50).nullable().meta({ description: '籍贯' }),
  birthPlace: text(50).nullable().meta({ description: '出生地' }),
  health: text(50).nullable().meta({ description: '健康状况，照表填写' }),
  technicalPost: text(100).nullable().meta({ description: '专业技术职务' }),
  speciality: text(200).nullable().meta({ description: '熟悉专业有何专长' }),
});

export const ARCHIVE_FINDINGS = { consistent: '一致', corrected: '已认定', open: '存疑' } as const;
const finding = z.enum(keys(ARCHIVE_FINDINGS)).meta({
  description: 'consistent 一致；corrected 已按规定认定；open 存疑',
});
const archiveReview = z.strictObject({
  on: day,
  birth: finding,
  workStart: finding,
  partyJoin: finding,
  education: finding,
  career: finding,
  identity: finding,
  note: text(500).nullable(),
});

const profile = z.strictObject({
  relativesComplete: z.boolean().meta({ description: '家庭成员已填全；否则未列出的一律视为不详' }),
  measuresComplete: z.boolean().meta({ description: '处分、组织处理和诫勉已核对；空表即为没有' }),
  ranksComplete: z.boolean().meta({ description: '职级经历已填全' }),
  grassrootsMonths: z.int().min(0).max(720).nullable().meta({ description: '基层工作经历，月' }),
  trainingMet: z.boolean().nullable().meta({ description: '培训是否达到规定' }),
  healthFit: z.boolean().nullable().meta({ description: '身体条件' }),
  growthArea: code.nullable().meta({ description: '成长地：旗县区的单位编码' }),
  lastPromotion: z.strictObject({ on: day, exceptional: z.boolean() }).nullable(),
});

/** What of a dossier is given replaces what was stored; what is left out stays. */
export const dossierBody = z
  .strictObject({
    profile: profile.optional(),
    relatives: z.array(relative).max(30).optional(),
    assessments: z.array(assessment).max(60).optional(),
    measures: z.array(measure).max(60).optional(),
    ranks: z.array(rankHeld).max(40).optional(),
    trainings: z.array(training).max(200).optional(),
    archiveReview: archiveReview.nullable().optional(),
    particulars: particulars.nullable().optional(),
    educations: z.array(education).max(20).optional(),
    rewards: z.array(reward).max(100).optional(),
  })
  .refine(({ assessments = [] }) => new Set(assessments.map(({ year }) => year)).size === assessments.length, {
    path: ['assessments'],
    message: '同一年度只能有一个考核等次',
  })
  .refine(({ ranks = [] }) => new Set(ranks.map(({ since }) => since)).size === ranks.length, {
    path: ['ranks'],
    message: '同一月份只能任一个职级',
  })
  .refine(({ ranks = [] }) => ranks.every(({ since, until }) => until === null || until >= since), {
    path: ['ranks'],
    message: '职级的结束月份不得早于开始月份',
  })
  .refine(({ trainings = [] }) => trainings.every(({ from, to }) => to >= from), {
    path: ['trainings'],
    message: '培训的结束日期不得早于开始日期',
  })
  .refine(({ educations = [] }) => educations.every(({ from, until }) => !from || !until || until >= from), {
    path: ['educations'],
    message: '毕业年月不得早于入学年月',
  })
  .meta({ id: 'DossierChange' });
export type DossierBody = z.infer<typeof dossierBody>;

export const dossierView = z
  .object({
    cadre: z.string(),
    birth: month,
    idBirthDiffers: z.boolean().meta({ description: '档案与身份证出生年月不一致；以档案为准' }),
    profile,
    relatives: z.array(relative.extend({ kin: z.string().nullable().meta({ description: '任职回避的亲属关系' }) })),
    assessments: z.array(assessment),
    measures: z
      .array(measure.extend({ effectEndsOn: day.nullable().meta({ description: '影响期最后一天；无影响期则为空' }) }))
      .nullable()
      .meta({ description: 'null: not shown to this caller' }),
    ranks: z.array(rankHeld),
    trainings: z.array(training),
    archiveReview: archiveReview.nullable(),
    particulars: particulars.nullable(),
    educations: z.array(education),
    rewards: z.array(reward),
  })
  .meta({ id: 'Dossier' });
export type DossierView = z.infer<typeof dossierView>;
export type StoredDossier = Omit<DossierView, 'relatives' | 'measures'> & {
  /** `above`: code of the unit directly above the relative's own, for avoidance alone. */
  relatives: (z.infer<typeof relative> & { above?: string | null })[];
  measures: z.infer<typeof measure>[];
};
