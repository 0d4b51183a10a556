import {
  APPOINTMENT_MODES,
  type Day,
  POST_RANKS,
  POST_TIERS,
  SEXES,
  TEAM_LEVELS,
  UNIT_KINDS,
} from '../../../machines/rules/index.js';
import type { FieldCipher } from '../../platform/crypto/index.js';
import { day, month } from './date-rules.js';
import { DOSSIER_MEANINGS } from './dossier-import.js';
import { idNumber, maskIdNumber } from './id-number.js';
import type { HeaderOf, SheetKey } from './sheets.js';
import type { StagedRow } from './stage-tables.js';
import type { RowReading } from './staged-row.js';
import { taskRow } from './task-row.js';
import { code, integer, oneOf, personName, text, yesNo } from './text-rules.js';

/** What the meaning of a row depends on besides its cells. */
export interface RowSurroundings {
  today: Day;
  cipher: FieldCipher;
}

type RowMeaning<K extends SheetKey> = (row: RowReading, surroundings: RowSurroundings) => StagedRow<K>;

/** The largest headcount of a team that is not a slip of the pen. */
const HEADCOUNT = integer(0, 999);
const unitKind = oneOf(UNIT_KINDS);
const teamLevel = oneOf(TEAM_LEVELS);
const postRank = oneOf(POST_RANKS);
const postTier = oneOf(POST_TIERS);
const sex = oneOf(SEXES);
const mode = oneOf(APPOINTMENT_MODES);

const unitRow: RowMeaning<'units'> = (row) => {
  const h = (header: HeaderOf<'units'>) => header;
  return {
    code: row.take(h('单位编码'), code),
    name: row.take(h('单位名称'), text),
    parent_code: row.take(h('上级单位编码'), code, ['parent_code']),
    kind: row.take(h('单位类别'), unitKind),
  };
};

const teamRow: RowMeaning<'teams'> = (row) => {
  const h = (header: HeaderOf<'teams'>) => header;
  return {
    code: row.take(h('班子编码'), code),
    unit_code: row.take(h('单位编码'), code),
    name: row.take(h('班子名称'), text),
    level: row.take(h('班子层级'), teamLevel),
    approved_principals: row.take(h('核定正职数'), HEADCOUNT),
    approved_deputies: row.take(h('核定副职数'), HEADCOUNT),
  };
};

const postRow: RowMeaning<'posts'> = (row) => {
  const h = (header: HeaderOf<'posts'>) => header;
  return {
    code: row.take(h('职位编码'), code),
    team_code: row.take(h('班子编码'), code),
    name: row.take(h('职务名称'), text),
    rank: row.take(h('职务层次'), postRank),
    tier: row.take(h('正副'), postTier),
  };
};

const cadreRow: RowMeaning<'cadres'> = (row, surroundings) => {
  const h = (header: HeaderOf<'cadres'>) => header;
  const birth = row.take(h('出生年月'), month);
  if (birth !== null && birth > surroundings.today.slice(0, 7)) row.fault(h('出生年月'), 'MONTH_IN_FUTURE');
  const sexOfRow = row.take(h('性别'), sex);
  return {
    code: row.take(h('干部编号'), code),
    name: row.take(h('姓名'), personName),
    sex: sexOfRow,
    ethnicity: row.take(h('民族'), text, ['ethnicity']),
    birth_month: birth,
    ...idColumns(row, surroundings, sexOfRow, birth),
    political_status: row.take(h('政治面貌'), text, ['political_status']),
    work_start_month: row.take(h('参加工作时间'), month, ['work_start_month']),
    party_join_month: row.take(h('入党时间'), month, ['party_join_month']),
    full_time_education: row.take(h('全日制学历'), text, ['full_time_education']),
    in_service_education: row.take(h('在职学历'), text, ['in_service_education']),
    civil_rank: row.take(h('职级'), text, ['civil_rank']),
    rank_since_month: row.take(h('任现职级时间'), month, ['rank_since_month']),
    home_unit_code: row.take(h('所在单位编码'), code, ['home_unit_code']),
  };
};

type IdColumns = Pick<
  StagedRow<'cadres'>,
  'id_number_cipher' | 'id_number_hash' | 'id_number_mask' | 'id_birth_month' | 'given_mask'
>;

/** Sex and birth of the number only raise a remark: the archive decides (handbook §1.6). */
function idColumns(
  row: RowReading,
  { today, cipher }: RowSurroundings,
  sexOfRow: string | null,
  birth: string | null,
): IdColumns {
  const header: HeaderOf<'cadres'> = '身份证号';
  const id = row.take(header, idNumber(today), ['id_number']);
  if (id?.kind !== 'whole') {
    const nothing = { id_number_cipher: null, id_number_hash: null, id_number_mask: null, id_birth_month: null };
    return { ...nothing, given_mask: id?.mask ?? null };
  }
  if (sexOfRow !== null && sexOfRow !== id.sex) row.remark(header, 'ID_SEX_DIFFERS');
  if (birth !== null && birth !== id.birthMonth) {
    row.remark(header, 'ID_BIRTH_DIFFERS', { idBirth: id.birthMonth.replace('-', '.') });
  }
  const stored = cipher.protect(id.number);
  return {
    id_number_cipher: stored.cipher,
    id_number_hash: stored.hash,
    id_number_mask: maskIdNumber(id.number),
    id_birth_month: id.birthMonth,
    given_mask: null,
  };
}

const appointmentRow: RowMeaning<'appointments'> = (row) => {
  const h = (header: HeaderOf<'appointments'>) => header;
  const from = row.take(h('任职时间'), day);
  const to = row.take(h('免职时间'), day, ['to_day']);
  if (from !== null && to !== null && to < from) {
    row.fault(h('免职时间'), 'TO_BEFORE_FROM', { from: from.replaceAll('-', '.') });
  }
  return {
    cadre_code: row.take(h('干部编号'), code),
    post_code: row.take(h('职位编码'), code),
    from_day: from,
    to_day: to,
    occupies_headcount: row.take(h('占职数'), yesNo),
    mode: row.take(h('任职方式'), mode),
  };
};

export const ROW_MEANINGS: { [K in SheetKey]: RowMeaning<K> } = {
  units: unitRow,
  teams: teamRow,
  posts: postRow,
  cadres: cadreRow,
  appointments: appointmentRow,
  tasks: taskRow,
  ...DOSSIER_MEANINGS,
};
