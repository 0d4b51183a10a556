import type { Holder, TeamGroup } from './blueprint.js';
import type { Random } from './random.js';

/** How one team shall stand under its task today. */
export interface TeamOutcome {
  /** Holders of the principal posts, then of the approved deputy posts, in the order of the posts. */
  principals: Holder[];
  deputies: Holder[];
  /** Deputies beyond the approved headcount. */
  surplus: number;
  secondee: boolean;
}

interface OutcomeWish {
  principals: number;
  deputies: number;
  group: TeamGroup;
  /** Whether the team meets its task; townships know degrees instead. */
  met: boolean;
}

/** Decides who sits where so that the team stands as wished; everything else is chance. */
export function planOutcome(random: Random, wish: OutcomeWish): TeamOutcome {
  const outcome: TeamOutcome = {
    principals: Array.from({ length: wish.principals }, () => 'older'),
    deputies: Array.from({ length: wish.deputies }, () => 'older'),
    surplus: 0,
    secondee: random.chance(6),
  };
  if (wish.group === 'township') planTownship(random, outcome);
  else if (wish.met) planMet(random, outcome);
  else planUnmet(random, outcome);
  if (wish.group !== 'area' && random.chance(3) && !outcome.deputies.includes('vacant'))
    outcome.surplus = random.int(1, 2);
  return outcome;
}

/** One young deputy carries the team; in a third of the teams that person is about to leave the age group. */
function planMet(random: Random, outcome: TeamOutcome): void {
  const [first, second, third] = seatOrder(random, outcome);
  if (first !== undefined) outcome.deputies[first] = random.chance(35) ? 'soon-ageing' : 'young';
  if (second !== undefined && random.chance(20)) outcome.deputies[second] = 'young';
  else if (third !== undefined && random.chance(18)) outcome.deputies[third] = 'vacant';
}

/** Nobody young: either a vacancy that a young cadre could fill, or a full team in which someone would have to move. */
function planUnmet(random: Random, outcome: TeamOutcome): void {
  const [first, second, third] = seatOrder(random, outcome);
  if (first !== undefined && random.chance(58)) {
    outcome.deputies[first] = random.chance(25) ? 'vacated-by-young' : 'vacant';
  }
  if (second !== undefined && random.chance(15)) outcome.deputies[second] = 'just-aged';
  if (third !== undefined && random.chance(10)) outcome.deputies[third] = 'vacant';
  if (random.chance(4)) outcome.principals[0] = 'vacant';
}

/** Of nine approved posts three shall be young, one of them below 31: met, two thirds, one third, nobody. */
function planTownship(random: Random, outcome: TeamOutcome): void {
  const young = random.pick([4, 3, 3, 2, 2, 2, 1, 0]);
  const order = seatOrder(random, outcome);
  for (const seat of order.slice(0, young)) outcome.deputies[seat] = random.chance(25) ? 'soon-ageing' : 'young';
  const last = order[young - 1];
  if (last !== undefined && random.chance(55)) outcome.deputies[last] = 'under-31';
  if (random.chance(40)) outcome.principals[random.int(0, 1)] = 'young';
  const free = order[young];
  if (free !== undefined && random.chance(45))
    outcome.deputies[free] = young < 3 && random.chance(20) ? 'vacated-by-young' : 'vacant';
}

function seatOrder(random: Random, outcome: TeamOutcome): number[] {
  return random.shuffle(outcome.deputies.map((_, index) => index));
}
