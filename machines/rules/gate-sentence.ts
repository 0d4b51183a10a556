import { ageAt } from './age.js';
import { monthOf } from './days.js';
import type { GateNumbers } from './gate-facts.js';
import type { Seat } from './staffing-facts.js';
import type { Assessment } from './staffing.js';
import type { Day, Month } from './vocabulary.js';

/** Both sides of the comparison of one team under one task. */
export interface GateSides {
  seatsBefore: readonly Seat[];
  seatsAfter: readonly Seat[];
  before: Assessment;
  after: Assessment;
  decisionDate: Day;
}

interface Movement {
  label: string;
  words: string[];
}

/**
 * The arithmetic of one team under one task in one sentence, with each person's effect, fit to be read aloud.
 *
 * @param sides seats and assessments before and after the proposal
 * @param exempt the shortfall stems only from exempt kinds
 * @returns one Chinese sentence
 * @source handbook §2.5 (last bullet), §7 scenario 16
 */
export function gateSentence(sides: GateSides, exempt: boolean): string {
  const tail = exempt ? '差额由辞职、到龄、处分等豁免情形造成，不作阻止，请说明补配安排。' : '';
  return `${standing(sides.before)}；${movements(sides)}，${outcome(sides.before, sides.after)}。${tail}`;
}

function standing({ due, actual, shortfall }: GateNumbers): string {
  return `应配${due}名、现配${actual}名、${shortfall > 0 ? `差${shortfall}名` : '已达到'}`;
}

function movements({ seatsBefore, seatsAfter, before, after, decisionDate }: GateSides): string {
  const sat = personsOf(seatsBefore);
  const sits = personsOf(seatsAfter);
  const counted = new Set(before.young.map(({ cadre }) => cadre));
  const counts = new Set(after.young.map(({ cadre }) => cadre));
  const effect = (yes: boolean): string => (yes ? '计入' : '不计入');
  const word = (seat: Seat, text: string): string => `${seat.name}，${ageText(seat.birth, decisionDate)}，${text}`;
  const came = [...sits.values()].filter(({ cadre }) => !sat.has(cadre));
  const went = [...sat.values()].filter(({ cadre }) => !sits.has(cadre));
  const turned = [...sits.values()].filter(({ cadre }) => sat.has(cadre) && counted.has(cadre) !== counts.has(cadre));
  const all: Movement[] = [
    { label: '调入', words: came.map((seat) => word(seat, effect(counts.has(seat.cadre)))) },
    { label: '调出', words: went.map((seat) => word(seat, effect(counted.has(seat.cadre)))) },
    { label: '班子内调整', words: turned.map((seat) => word(seat, `调整后${effect(counts.has(seat.cadre))}`)) },
  ];
  const told = all.filter(({ words }) => words.length > 0);
  if (told.length === 0) return '本次仅在班子内调整，不影响实配数';
  return `本次${told.map(({ label, words }) => `${label}${words.length}名（${words.join('；')}）`).join('、')}`;
}

function ageText(birth: Month, on: Day): string {
  return birth > monthOf(on) ? '当日尚未出生' : `${ageAt(birth, on).years}岁`;
}

function outcome(before: GateNumbers, after: GateNumbers): string {
  const dueNow = after.due === before.due ? '' : `应配变为${after.due}名，`;
  const count = `${after.actual === before.actual ? '调整后仍为' : '调整后为'}${after.actual}名`;
  return `${dueNow}${count}，${verdictOfNumbers(before.shortfall, after.shortfall)}`;
}

function verdictOfNumbers(before: number, after: number): string {
  if (after > before) return `差额由${before}名增至${after}名`;
  if (after === 0) return before === 0 ? '仍达到应配数' : '达到应配数';
  return after === before ? '差额未减少' : `差额由${before}名减至${after}名`;
}

function personsOf(seats: readonly Seat[]): Map<string, Seat> {
  return new Map(seats.map((seat) => [seat.cadre, seat]));
}
