import { ANNUAL_GRADES, CIVIL_RANKS, MEASURE_KINDS } from '../../../machines/rules/index.js';
import { ARCHIVE_FINDINGS, EDUCATION_MODES } from '../dossier/dossier.dto.js';
import type { WorkbookSheet } from './column.js';
import {
  choiceField,
  dayField,
  type DossierSheet,
  monthField,
  nameField,
  numberField,
  textField,
  unitField,
  workbookSheetOf,
  yesNoField,
} from './dossier-field.js';
import { integer } from './text-rules.js';

const RANKS = Object.fromEntries(CIVIL_RANKS.map((rank) => [rank, rank]));
const finding = (header: string, name: string) => choiceField(header, name, ARCHIVE_FINDINGS, { required: true });
const complete = (header: string, name: string) =>
  yesNoField(header, name, { fallback: 'false', note: '“是”：没有列出的即为没有；否则视为不详。' });
const key = { isKey: true } as const;

/**
 * What the procedure asks about a person and what an approval form says of him, list by list, so that eligibility can be
 * judged from a workbook. Additions to the city workbook.
 *
 * @source handbook §1.3 (E01–E16), §1.4, §1.6, §1.8, §1.9, §3.1
 */
export const DOSSIERS = {
  profiles: {
    name: '资格情况',
    table: 'cadre_profile',
    isOrdered: false,
    fields: [
      complete('家庭成员已填全', 'relatives_complete'),
      complete('处分处理已核对', 'measures_complete'),
      complete('职级经历已填全', 'ranks_complete'),
      numberField('基层工作月数', 'grassroots_months', integer(0, 720)),
      yesNoField('培训达到规定', 'training_met'),
      yesNoField('身体条件符合', 'health_fit'),
      unitField('成长地单位编码', 'growth_unit_id', { note: '成长地所在旗县区的单位编码。' }),
      dayField('最近提拔时间', 'last_promotion_day'),
      yesNoField('最近提拔为破格', 'last_promotion_exceptional', { fallback: 'false' }),
    ],
  },
  particulars: {
    name: '干部概况',
    table: 'cadre_particulars',
    isOrdered: false,
    fields: [
      textField('籍贯', 'native_place', 50),
      textField('出生地', 'birth_place', 50),
      textField('健康状况', 'health', 50),
      textField('专业技术职务', 'technical_post', 100),
      textField('熟悉专业有何专长', 'speciality', 200, { width: 24 }),
    ],
  },
  educations: {
    name: '学历',
    table: 'cadre_education',
    isOrdered: true,
    period: ['from_month', 'until_month'],
    fields: [
      choiceField('教育类别', 'mode', EDUCATION_MODES, key),
      textField('学历', 'diploma', 50, key),
      textField('学位', 'degree', 50),
      textField('毕业院校系及专业', 'school', 200, { width: 32 }),
      monthField('入学年月', 'from_month'),
      monthField('毕业年月', 'until_month'),
    ],
  },
  relatives: {
    name: '家庭成员',
    table: 'cadre_relative',
    isOrdered: true,
    fields: [
      textField('称谓', 'relation', 20, key),
      nameField('姓名', 'name', key),
      monthField('出生年月', 'birth_month'),
      textField('政治面貌', 'political_status', 50),
      textField('工作单位及职务', 'workplace', 200, { width: 32 }),
      unitField('工作单位编码', 'work_unit_id', {
        note: '工作单位在本系统中的编码；未能对应则留空，任职回避须人工核对。',
      }),
      yesNoField('是否单位领导', 'leads'),
    ],
  },
  rewards: {
    name: '奖励',
    table: 'cadre_reward',
    isOrdered: true,
    fields: [
      textField('奖励名称', 'name', 200, { ...key, width: 28 }),
      monthField('奖励年月', 'on_month', key),
      textField('批准机关', 'given_by', 100, { width: 22 }),
    ],
  },
  measures: {
    name: '处分处理',
    table: 'cadre_measure',
    isOrdered: true,
    fields: [
      choiceField('类别', 'kind', MEASURE_KINDS, key),
      dayField('生效日期', 'from_day', key),
      textField('文号', 'document_no', 100),
      textField('备注', 'note', 200, { width: 28 }),
    ],
  },
  assessments: {
    name: '年度考核',
    table: 'cadre_assessment',
    isOrdered: false,
    fields: [
      numberField('年度', 'year', integer(1950, 2199), key),
      choiceField('等次', 'grade', ANNUAL_GRADES, { required: true }),
    ],
  },
  ranks: {
    name: '职级经历',
    table: 'cadre_rank',
    isOrdered: false,
    period: ['since_month', 'until_month'],
    fields: [
      monthField('起始年月', 'since_month', key),
      choiceField('职级', 'rank', RANKS, { required: true }),
      monthField('结束年月', 'until_month'),
    ],
  },
  trainings: {
    name: '培训',
    table: 'cadre_training',
    isOrdered: true,
    period: ['from_day', 'to_day'],
    fields: [
      textField('班次', 'name', 100, { ...key, width: 28 }),
      dayField('开始日期', 'from_day', key),
      dayField('结束日期', 'to_day', { required: true }),
    ],
  },
  archiveReviews: {
    name: '档案审核',
    table: 'cadre_archive_review',
    isOrdered: false,
    fields: [
      dayField('审核日期', 'reviewed_on', { required: true }),
      finding('出生时间认定', 'birth'),
      finding('参加工作时间认定', 'work_start'),
      finding('入党时间认定', 'party_join'),
      finding('学历认定', 'education'),
      finding('经历认定', 'career'),
      finding('身份认定', 'identity'),
      textField('备注', 'note', 200, { width: 28 }),
    ],
  },
} as const satisfies Record<string, DossierSheet>;

export type DossierKey = keyof typeof DOSSIERS;
export const DOSSIER_KEYS = Object.keys(DOSSIERS) as DossierKey[];

const all: Readonly<Record<DossierKey, DossierSheet>> = DOSSIERS;
export const dossierSheet = (key: DossierKey): DossierSheet => all[key];

export const isDossierKey = (key: string): key is DossierKey => key in DOSSIERS;

/** One value for each dossier sheet. */
export const eachDossier = <T>(value: (sheet: DossierSheet, key: DossierKey) => T): Record<DossierKey, T> =>
  Object.fromEntries(DOSSIER_KEYS.map((name) => [name, value(all[name], name)])) as Record<DossierKey, T>;

export const DOSSIER_SHEETS: Readonly<Record<DossierKey, WorkbookSheet>> = eachDossier(workbookSheetOf);
