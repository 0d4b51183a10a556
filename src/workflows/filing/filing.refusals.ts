import { APPOINTMENT_MODES, type AppointmentMode, ITEM_KINDS, type ItemKind } from '../../../machines/rules/index.js';
import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const SECTION_LABELS: Readonly<Record<string, string>> = { youngCadre: '青年干部科', supervision: '干部监督科' };
const FIELD_LABELS: Readonly<Record<string, string>> = {
  item: '事项',
  decidedDay: '决定日期',
  cadre: '干部',
  appointTo: '拟任职位',
  removeFrom: '拟免职位',
  kind: '调整事由',
  mode: '任职方式',
  occupiesHeadcount: '是否占职数',
};

interface Difference {
  /** From 1; 0 is the filing as a whole. */
  item: number;
  field: string;
  cleared: string | boolean | null;
  filed: string | boolean | null;
}

const sections = (value: unknown): string[] => (value as string[]).map((name) => SECTION_LABELS[name] ?? name);

function wordFor(field: string, value: Difference['filed']): string {
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field === 'mode') return APPOINTMENT_MODES[value as AppointmentMode] ?? value;
  return field === 'kind' ? (ITEM_KINDS[value as ItemKind]?.label ?? value) : value;
}

function differenceSentence({ item, field, cleared, filed }: Difference): string {
  const place = item === 0 ? '' : say`第${item}项`;
  return say`${place}${FIELD_LABELS[field] ?? field}由“${wordFor(field, cleared)}”变为“${wordFor(field, filed)}”`;
}

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** What a filing's machine may refuse, as people read it. */
export const FILING_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  FILING_DEPARTS: conflict(
    ({ differences }) =>
      say`备案内容与通过动议关的不一致：${(differences as Difference[]).map(differenceSentence).join('；')}。`,
  ),
  REVIEWS_MISSING: conflict(({ missing }) => say`尚未审核：${sections(missing)}。`),
  SECTION_DISAGREES: conflict(({ sections: names }) => say`${sections(names)}不同意，不能直接准予备案。`),
  ALREADY_FILED: conflict(({ filedOn }) => say`已于${filedOn}备案。`),
  DEADLINE_UNKNOWN: conflict(({ name }) => say`本备案没有“${name}”这一期限。`),
};
