import { isValidDay, isValidMonth, type Day, type Month } from '../../../machines/rules/index.js';
import { compactText } from '../../directory/index.js';

const MONTH_FORM = /^(\d{4})[.\-/年]?(\d{2})月?$/u;
const DAY_FORM = /^(\d{4})[.\-/年]?(\d{2})[.\-/月]?(\d{2})日?$/u;

/** @source handbook §3.1 */
const PARTIES = ['民革', '民盟', '民建', '民进', '农工党', '致公党', '九三学社', '台盟'];
const NO_PARTY = new Set(['', '无', '群众', '无党派', '无党派人士']);

/**
 * A month, from `yyyyMM`, `yyyyMMdd`, `yyyy.MM` or `yyyy.MM.dd`. A day is forgotten, never invented.
 *
 * @returns `YYYY-MM`, or null when the text is none
 * @source handbook §3.1
 */
export function monthOfField(text: string): Month | null {
  const value = compactText(text);
  const month = MONTH_FORM.exec(value);
  if (month) return existing(`${month[1]}-${month[2]}`);
  const day = dayOfField(value);
  return day === null ? null : existing(day.slice(0, 7));
}

/** A day from `yyyyMMdd` or `yyyy.MM.dd`, or null. */
export function dayOfField(text: string): Day | null {
  const form = DAY_FORM.exec(compactText(text));
  if (!form) return null;
  const value = `${form[1]}-${form[2]}-${form[3]}`;
  return isValidDay(value) && value >= '1900' ? value : null;
}

const existing = (month: Month): Month | null =>
  isValidMonth(month) && month >= '1900' && month < '2100' ? month : null;

export interface PartyJoin {
  cpcJoinMonth: Month | null;
  democraticParty: string | null;
  /** Nothing of the text was left over. */
  understood: boolean;
}

/**
 * `201506` (Party member), `民盟` (a democratic party), `201506；民盟` (both).
 *
 * @source handbook §3.1, §7-49
 */
export function partyJoinOf(text: string): PartyJoin {
  const result: PartyJoin = { cpcJoinMonth: null, democraticParty: null, understood: true };
  for (const part of text.split(/[；;，,、\s]+/u).map(compactText)) {
    const month = monthOfField(part);
    const party = PARTIES.find((name) => part === name || part === `${name}盟员` || part === `${name}会员`);
    if (month !== null) result.cpcJoinMonth = month;
    else if (party !== undefined) result.democraticParty = party;
    else if (!NO_PARTY.has(part)) result.understood = false;
  }
  return result;
}

/** As forms write a month: 198609. */
export const fieldOfMonth = (month: Month): string => month.replace('-', '');

/** As people read it: 1986.09. */
export const dotted = (value: Month): string => value.replaceAll('-', '.');
