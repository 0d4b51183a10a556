/** "`to` stands in for `from`", both days included. */
export interface StandIn {
  from: number;
  to: number;
  startsOn: string;
  endsOn: string;
}

/**
 * The circle that would form on some day if `candidate` were added: people from the absent person round to the absent
 * person again, or null when there is none. Chains whose days never meet form no circle.
 */
export function circleClosedBy(existing: readonly StandIn[], candidate: StandIn): number[] | null {
  return walk(existing, candidate, [candidate.from]);
}

function walk(existing: readonly StandIn[], step: StandIn, people: readonly number[]): number[] | null {
  if (people.includes(step.to)) return step.to === people[0] ? [...people, step.to] : null;
  const onward = existing.filter((next) => next.from === step.to);
  for (const next of onward) {
    const days = commonDays(step, next);
    if (days === null) continue;
    const circle = walk(existing, { from: next.from, to: next.to, ...days }, [...people, step.to]);
    if (circle !== null) return circle;
  }
  return null;
}

function commonDays(a: StandIn, b: StandIn): { startsOn: string; endsOn: string } | null {
  const startsOn = a.startsOn > b.startsOn ? a.startsOn : b.startsOn;
  const endsOn = a.endsOn < b.endsOn ? a.endsOn : b.endsOn;
  return startsOn <= endsOn ? { startsOn, endsOn } : null;
}
