import { ageAt, type Day, SEXES } from '../../../machines/rules/index.js';
import type { KnownParts } from '../known/form-texts.js';
import { fullPostName, type NamedPerson, type NamedTerm, postsHeld } from '../../directory/index.js';
import type { SheetSpec } from '../../platform/xlsx/index.js';
import { type ApprovalForm, dotted } from '../approval-form/index.js';
import { ROSTER_COLUMNS, type RosterHeader } from './roster-columns.js';

/** Somebody of the roster, with the approval form where one was imported. */
export interface RosterPerson {
  person: NamedPerson;
  form: ApprovalForm | null;
  /** What directory and dossier know; fills in where there is no form. */
  known?: KnownParts;
}

/**
 * 《干部名册》 in the columns of the districts, A3 across; never the ID number.
 *
 * @source handbook §3.3
 */
export function rosterSheet(unit: string, people: readonly RosterPerson[], asOf: Day): SheetSpec {
  return {
    name: '干部名册',
    page: { paper: 'A3', landscape: true, titles: [`${unit}干部名册`, `截至${dotted(asOf)}    共${people.length}人`] },
    columns: ROSTER_COLUMNS.map(({ header, width }) => ({ header, width, centred: !IN_WORDS.has(header) })),
    rows: people.map((someone, index) => {
      const cells = cellsOf(someone, asOf, index + 1);
      return ROSTER_COLUMNS.map(({ header }) => cells[header] ?? '');
    }),
  };
}

/** Longer texts begin at the left; everything else stands in the middle. */
const IN_WORDS: ReadonlySet<RosterHeader> = new Set([
  '全日制专业',
  '在职专业',
  '工作单位',
  '职务',
  '个人简历',
  '备注',
  '单位名称',
]);

const month = (value: string | null | undefined): string => (value ? dotted(value.slice(0, 7)) : '');
const earliest = (terms: readonly NamedTerm[]): string | undefined => terms.map(({ from }) => from).toSorted()[0];

function cellsOf(
  { person, form, known }: RosterPerson,
  asOf: Day,
  number: number,
): Partial<Record<RosterHeader, string>> {
  const held = postsHeld(person, asOf);
  const ofRank = (rank: string): string => month(person.terms.find((term) => term.rank === rank)?.from);
  const [first] = held;
  const sameRank = person.terms.filter(({ rank }) => rank === first?.rank);
  return {
    序号: String(number),
    姓名: person.name,
    性别: SEXES[person.sex],
    民族: person.ethnicity ?? form?.ethnicity ?? '',
    出生年月: month(person.birth),
    年龄: String(ageAt(person.birth, asOf).years),
    参加工作时间: month(person.workStart ?? form?.workStartMonth),
    入党时间: month(person.partyJoin ?? form?.cpcJoinMonth),
    副科时间: ofRank('ke-deputy'),
    正科时间: ofRank('ke-principal'),
    现职时间: month(earliest(held)),
    同一级别时间: month(earliest(sameRank)),
    同一岗位时间: month(earliest(held)),
    全日制学历: person.fullTimeEducation ?? form?.fullTime.diploma ?? '',
    全日制专业: form?.fullTime.diplomaSchool || (known?.education.QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi ?? ''),
    在职最高学历: person.inServiceEducation ?? form?.inService.diploma ?? '',
    在职专业: form?.inService.diplomaSchool || (known?.education.ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi ?? ''),
    工作单位: first?.unit ?? person.homeUnit ?? '',
    职务: held.length === 0 ? (person.civilRank ?? '') : held.map(fullPostName).join('、'),
    个人简历: form?.resumeText.trim() || (known?.posts.JianLi ?? ''),
    籍贯: form?.nativePlace || (known?.particulars.JiGuan ?? ''),
    出生地: form?.birthPlace || (known?.particulars.ChuShengDi ?? ''),
    单位名称: person.homeUnit ?? '',
    排序: String(number),
  };
}
