import type { Person } from '../../journeys/stage/people.js';

/** A team that lacks its young cadre and has a deputy's post free, with people to propose. */
export interface Seat {
  team: string;
  unit: string;
  post: string;
  /** Whoever counts for the task; nobody, at most in the first seat. */
  young: string[];
  old: string[];
}

interface LedgerRow {
  team: string;
  vacancies: { deputy: number };
}
interface Team {
  unit: string;
  posts: { code: string; tier: string; holders: unknown[] }[];
}
interface Cadre {
  code: string;
  birth: string;
  posts: unknown[];
}

/** So many seats within reach of somebody, in the order of the ledger; one where nobody young is free comes first. */
export async function findSeats(person: Person, wanted: number): Promise<Seat[]> {
  const { body } = await person.get('staffing?task=COUNTY_DEPT_TEAM&level=A&limit=100');
  const short = (body as { items: LedgerRow[] }).items.filter(({ vacancies }) => vacancies.deputy > 0);
  const found: Seat[] = [];
  for (const { team } of short) {
    const seat = await seatOf(person, team);
    if (seat !== null) found.push(seat);
  }
  const withoutYoung = found.filter(({ young }) => young.length === 0).slice(0, 1);
  const seats = [...withoutYoung, ...found.filter(({ young }) => young.length > 0)].slice(0, wanted);
  if (seats.length < wanted) throw new Error(`only ${seats.length} teams of the city are short and have a vacancy`);
  return seats;
}

async function seatOf(person: Person, code: string): Promise<Seat | null> {
  const team = (await person.get(`teams/${code}`)).body as Team;
  const post = team.posts.find(({ tier, holders }) => tier === 'deputy' && holders.length === 0);
  const { items } = (await person.get(`cadres?unit=${team.unit}&limit=200`)).body as { items: Cadre[] };
  const free = items.filter(({ posts }) => posts.length === 0);
  const young = free.filter(({ birth }) => birth >= '1991').map((cadre) => cadre.code);
  const old = free.filter(({ birth }) => birth < '1985').map((cadre) => cadre.code);
  if (post === undefined || old.length === 0) return null;
  return { team: code, unit: team.unit, post: post.code, young, old };
}
