import { ageAt, type Day, type Month, SEXES } from '../../../machines/rules/index.js';
import type { FormCell, FormContent, FormRow } from '../../documents/index.js';
import { type ApprovalForm, dotted, type FamilyMember, pictureOf } from '../approval-form/index.js';
import { heightOf, resumeCell } from './resume-paper.js';

const SPACE_DATE = '年    月    日';
/** Printed at least, empty ones included. @source handbook §3.1 */
const FAMILY_ROWS = 7;
const COLUMNS = [15, 22, 17, 22, 21, 26, 34];

const POINTS = 11;
/** Millimetres of a row at least. */
const LEAST = 11;

const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, label: true, ...more });
const value = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, ...more });
const wide = (text: string, more: Partial<FormCell> = {}): FormCell => ({ text, columns: 5, align: 'left', ...more });
const month = (of: Month | null): string => (of === null ? '' : dotted(of));

/**
 * 《干部任免审批表》 on two pages, as the paper form has it. The ID number is not printed.
 *
 * @param today stands in for the form's own day of reference where it has none
 * @source handbook §3.1
 */
export function approvalFormPaper(form: ApprovalForm, photo: Buffer | null, today: Day): FormContent {
  return {
    title: `干部任免审批表 ${form.name}`,
    blocks: [
      { text: '干 部 任 免 审 批 表', face: 'title', align: 'center' },
      {
        table: {
          columns: COLUMNS,
          rows: [...person(form, photo, today), ...posts(form), resume(form)],
          points: POINTS,
        },
      },
      { pageBreak: true },
      {
        table: {
          columns: [15, 16, 22, 19, 20, 65],
          rows: [...judgements(form), ...family(form), ...opinions(form)],
          points: POINTS,
        },
      },
      {
        text: `填表人：${form.filledBy}${form.filledOn === null ? '' : `        ${dotted(form.filledOn)}`}`,
        align: 'right',
        points: POINTS,
      },
    ],
  };
}

function person(form: ApprovalForm, photo: Buffer | null, today: Day): FormRow[] {
  const { years } = ageAt(form.birthMonth, form.ageDay ?? today);
  const shown = photo === null ? null : pictureOf(photo);
  const picture: FormCell = shown === null ? value('照\n\n片', { rows: 4 }) : { text: '', picture: shown, rows: 4 };
  return [
    row(
      label('姓  名'),
      value(form.name),
      label('性  别'),
      value(SEXES[form.sex]),
      label('出生年月\n（岁）'),
      value(`${month(form.birthMonth)}\n（${years}岁）`),
      picture,
    ),
    row(
      label('民  族'),
      value(form.ethnicity),
      label('籍  贯'),
      value(form.nativePlace),
      label('出生地'),
      value(form.birthPlace),
    ),
    row(
      label('入  党\n时  间'),
      value(partyTime(form)),
      label('参加工\n作时间'),
      value(month(form.workStartMonth)),
      label('健康状况'),
      value(form.health),
    ),
    row(
      label('专业技\n术职务'),
      value(form.technicalPost, { columns: 2 }),
      label('熟悉专业\n有何专长'),
      value(form.speciality, { columns: 2 }),
    ),
    education('全日制\n教  育', form.fullTime, label('学历\n学位', { rows: 2 })),
    education('在  职\n教  育', form.inService),
  ];
}

const row = (...cells: FormCell[]): FormRow => ({ cells, height: LEAST });

function education(
  way: string,
  { diploma, degree, diplomaSchool, degreeSchool }: ApprovalForm['fullTime'],
  head?: FormCell,
): FormRow {
  const schools = [...new Set([diplomaSchool, degreeSchool].filter((school) => school !== ''))];
  const cells = [
    label(way),
    value([diploma, degree].filter((text) => text !== '').join('\n'), { columns: 2 }),
    label('毕业院校\n系及专业'),
    value(schools.join('\n'), { columns: 2 }),
  ];
  return { cells: head ? [head, ...cells] : cells, height: 12 };
}

function partyTime({ cpcJoinMonth, democraticParty, partyText }: ApprovalForm): string {
  const parts = [month(cpcJoinMonth), democraticParty ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? partyText : parts.join('\n');
}

function posts(form: ApprovalForm): FormRow[] {
  const lines: [string, string][] = [
    ['现 任 职 务', form.currentPost],
    ['拟 任 职 务', form.proposedAppointment],
    ['拟 免 职 务', form.proposedRemoval],
  ];
  return lines.map(([name, text]) => ({ cells: [label(name, { columns: 2 }), wide(text)], height: LEAST }));
}

function resume(form: ApprovalForm): FormRow {
  const long: [string, number][] = [
    [form.name, 20],
    ...[form.currentPost, form.proposedAppointment, form.proposedRemoval].map((text): [string, number] => [text, 120]),
  ];
  const taken = long
    .map(([text, width]) => heightOf([text], POINTS, width) + 2 - LEAST)
    .reduce((sum, more) => sum + Math.max(0, more), 0);
  return { cells: [label('简历', { upright: true }), resumeCell(form, taken)], height: 130 - taken };
}

function judgements(form: ApprovalForm): FormRow[] {
  const lines: [string, string, number][] = [
    ['奖惩\n情况', form.rewards, 36],
    ['年度考\n核结果', form.assessments, 28],
    ['任免\n理由', form.reasons, 28],
  ];
  return lines.map(([name, text, height]) => ({ cells: [label(name), wide(text)], height }));
}

function family(form: ApprovalForm): FormRow[] {
  const rows = Math.max(FAMILY_ROWS, form.family.length);
  const head: FormRow = {
    cells: [
      label('家庭主要成员及重要社会关系', { rows: rows + 1, upright: true }),
      ...['称谓', '姓  名', '出生年月', '政治面貌', '工 作 单 位 及 职 务'].map((text) => label(text)),
    ],
    height: 9,
  };
  return [head, ...Array.from({ length: rows }, (_, index) => relative(form.family[index]))];
}

function relative(member: FamilyMember | undefined): FormRow {
  const { relation = '', name = '', birthText = '', politicalStatus = '', post = '' } = member ?? {};
  const birth = member?.birthMonth ? dotted(member.birthMonth) : birthText;
  return {
    cells: [value(relation), value(name), value(birth), value(politicalStatus), value(post, { align: 'left' })],
    height: 9,
  };
}

function opinions(form: ApprovalForm): FormRow[] {
  return [
    {
      cells: [
        label('呈报单位', { upright: true }),
        wide(form.reportingUnit, { foot: ['（盖章）        ', SPACE_DATE] }),
      ],
      height: 24,
    },
    {
      cells: [
        label('审批机关意见', { upright: true }),
        value('', { columns: 3, foot: ['（盖章）    ', SPACE_DATE] }),
        label('行政机关任免意见', { points: POINTS }),
        value('', { foot: ['（盖章）    ', SPACE_DATE] }),
      ],
      height: 34,
    },
  ];
}
