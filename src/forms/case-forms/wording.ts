import { APPOINTMENT_MODES, type Day, ITEM_KINDS, type Month, SEXES } from '../../../machines/rules/index.js';
import { fullPostName, type NamedPerson, postsHeld } from '../../directory/index.js';
import type { CaseLine } from './case-facts.js';

export const BLANK_DAY = '    年    月    日';

export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export function chineseMonth(month: Month): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** 86.10: as lists of names write a month. @source handbook §3.2 (yy.MM) */
export const shortMonth = (month: Month | null): string => (month === null ? '' : month.slice(2, 7).replace('-', '.'));

/** In lists a name of two characters is as wide as one of three. */
export const listName = (name: string): string => (/^\p{sc=Han}{2}$/u.test(name) ? Array.from(name).join('　') : name);

export const currentPosts = (person: NamedPerson, day: Day): string =>
  postsHeld(person, day).map(fullPostName).join('、') || [person.homeUnit, person.civilRank].filter(Boolean).join('');

/** 王伟，男，汉族，1991年10月生，大学学历、法学学士学位，中共党员，现任某局科长. @source handbook §3.5 (任前公示) */
export function personWords(line: CaseLine, asOf: Day): string {
  const { person } = line;
  const held = currentPosts(person, asOf);
  return [
    person.name,
    SEXES[person.sex],
    person.ethnicity ?? '',
    `${chineseMonth(person.birth)}生`,
    educationWords(line),
    person.politicalStatus ?? '',
    held === '' ? '' : `现任${held}`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

function educationWords({ person, fullTimeEducation, fullTimeDegree, inServiceDegree }: CaseLine): string {
  const joined = (texts: readonly (string | null)[], what: string): string[] => {
    const given = [...new Set(texts.filter((text) => text !== null && text !== ''))];
    return given.length === 0 ? [] : [`${given.join('、')}${what}`];
  };
  return [
    ...joined([fullTimeEducation, person.inServiceEducation], '学历'),
    ...joined([fullTimeDegree, inServiceDegree], '学位'),
  ].join('、');
}

/** 任某局副局长（试用期），免某局科长职务. */
export function changeWords({
  appointTo,
  removeFrom,
  mode,
  kind,
}: Pick<CaseLine, 'appointTo' | 'removeFrom' | 'mode' | 'kind'>): string {
  const how = mode === 'regular' ? '' : `（${APPOINTMENT_MODES[mode]}）`;
  const parts = [
    appointTo === null ? '' : `任${fullPostName(appointTo)}${how}`,
    removeFrom === null ? '' : `免${fullPostName(removeFrom)}职务`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? ITEM_KINDS[kind].label : parts.join('，');
}

/** 王伟等3名同志 */
export function namesOf(lines: readonly CaseLine[]): string {
  const names = [...new Set(lines.map(({ person }) => person.name))];
  return names.length <= 2 ? `${names.join('、')}同志` : `${names[0]}等${names.length}名同志`;
}

/** First day in a post of one of the ranks, or null. */
export function firstDayIn(person: NamedPerson, ranks: readonly string[]): Day | null {
  return person.terms.find(({ rank }) => ranks.includes(rank))?.from ?? null;
}
