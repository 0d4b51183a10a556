import type { GateItem } from './gate-facts.js';
import { occupiesEstablishment } from './staffing.js';
import { seatsOn, type Seat, type TeamFacts } from './staffing-facts.js';
import type { Day } from './vocabulary.js';

/**
 * Says whether an item would put its person into a post that takes up approved headcount.
 *
 * @param item an item of a proposal
 * @returns false for secondees and items marked as not occupying headcount, and for items without an appointment
 * @source handbook §1.10
 */
export function takesHeadcount(item: GateItem): boolean {
  return item.appointTo !== undefined && occupiesEstablishment(termsOf(item));
}

function termsOf(item: GateItem): Pick<Seat, 'mode' | 'occupiesHeadcount'> {
  const mode = item.mode ?? 'regular';
  return { mode, occupiesHeadcount: item.occupiesHeadcount ?? mode !== 'secondment' };
}

/**
 * The teams that items touch: those that someone enters and those that someone leaves.
 *
 * @param items items of a proposal
 * @returns team codes in the order of first mention
 * @source handbook §2.5 (every team touched by the batch)
 */
export function teamsTouched(items: readonly GateItem[]): string[] {
  const codes = items.flatMap(({ removeFrom, appointTo }) => [appointTo?.team, removeFrom?.team]);
  return [...new Set(codes.filter((code): code is string => code !== undefined))];
}

/**
 * The seats of a team after items are carried out: all removals first, then all appointments, so the order within a
 * proposal never matters. Nobody takes the same post twice.
 *
 * @param team code of the team
 * @param seats the team's seats before
 * @param items items of one or several proposals; those of other teams pass it by
 * @param day the decision date, from which tenure counts
 * @returns the projected seats
 * @source handbook §2.5 (projected at the decision date), §1.1 (tenure starts on the decision)
 */
export function applyItems(team: string, seats: readonly Seat[], items: readonly GateItem[], day: Day): Seat[] {
  const key = (cadre: string, post: string): string => JSON.stringify([cadre, post]);
  const removed = new Set<string>();
  for (const { cadre, removeFrom } of items) {
    if (removeFrom?.team === team) removed.add(key(cadre.code, removeFrom.post));
  }
  const projected = seats.filter((seat) => !removed.has(key(seat.cadre, seat.post)));
  const held = new Set(projected.map((seat) => key(seat.cadre, seat.post)));
  for (const item of items) {
    const { cadre, appointTo } = item;
    if (appointTo?.team !== team || held.has(key(cadre.code, appointTo.post))) continue;
    held.add(key(cadre.code, appointTo.post));
    const { post, postName, tier, rank } = appointTo;
    const person = { cadre: cadre.code, name: cadre.name, birth: cadre.birth };
    projected.push({ ...person, post, postName, tier, rank, ...termsOf(item), from: day });
  }
  return projected;
}

/**
 * The seats against which a proposal is judged: those of the decision date, with other cleared proposals carried out.
 *
 * @param team the team
 * @param cleared items of other proposals that have been cleared
 * @param day the decision date
 * @returns the seats before the proposal
 * @source handbook §2.5 (including other proposals already cleared)
 */
export function seatsBefore(team: TeamFacts, cleared: readonly GateItem[], day: Day): Seat[] {
  return applyItems(team.code, seatsOn(team, day), cleared, day);
}
