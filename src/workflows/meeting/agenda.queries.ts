import type { AgendaFact, Matter } from '../../../machines/meeting/index.js';
import type { AppointmentMode, Day, ItemKind } from '../../../machines/rules/index.js';
import { loadPeople } from '../../directory/index.js';
import { changeWords } from '../../forms/index.js';
import type { Db } from '../../platform/index.js';

/** Where a proposal awaits its party group. */
export const DELIBERATION = 'inSelection.deliberation';

interface Item {
  cadre: string;
  appointTo: string | null;
  removeFrom: string | null;
  kind: ItemKind;
  mode: AppointmentMode;
}

interface Row {
  proposal: number;
  title: string;
  unit: string;
  statePath: string;
  inspectedUntil: Day | null;
  items: Item[];
  elsewhere: number | null;
}

const PROPOSALS = `
  SELECT proposal.id AS proposal, proposal.title, unit.code AS unit, proposal.state_path AS "statePath",
    proposal.context#>>'{inspection,toDay}' AS "inspectedUntil", proposal.context->'items' AS items,
    (SELECT min(held.meeting_id) FROM meeting_item held
     WHERE held.proposal_id = proposal.id AND held.open AND held.meeting_id IS DISTINCT FROM $2) AS elsewhere
  FROM proposal JOIN unit ON unit.id = proposal.unit_id`;

type Reader = Pick<Db, 'query'>;
type StateLabel = (path: string) => string;

/**
 * Proposals as an agenda names them, with what they say at this moment.
 *
 * @param proposals their numbers; what the caller may not see is left out
 * @param meeting the meeting that asks; null for one that does not exist yet
 * @returns in the order asked for
 */
export async function readAgenda(
  q: Reader,
  proposals: readonly number[],
  meeting: number | null,
  stateLabel: StateLabel,
): Promise<AgendaFact[]> {
  const text = `${PROPOSALS} WHERE proposal.id = ANY ($1)`;
  const { rows } = await q.query<Row>('meeting.agenda', text, [proposals, meeting]);
  const found = await withMatters(q, rows, stateLabel);
  return proposals.flatMap((asked) => found.find(({ proposal }) => proposal === asked) ?? []);
}

/** Proposals of a unit that await their party group and are on no open meeting's agenda, the oldest first. */
export async function readFreeProposals(q: Reader, unit: string, stateLabel: StateLabel): Promise<AgendaFact[]> {
  const text = `${PROPOSALS} WHERE unit.code = $1 AND proposal.state_path = $3 ORDER BY proposal.id`;
  const { rows } = await q.query<Row>('meeting.free-proposals', text, [unit, null, DELIBERATION]);
  const free = rows.filter(({ elsewhere }) => elsewhere === null);
  return withMatters(q, free, stateLabel);
}

async function withMatters(q: Reader, rows: readonly Row[], stateLabel: StateLabel): Promise<AgendaFact[]> {
  const items = rows.flatMap((row) => row.items);
  const { people, posts } = await loadPeople(q, {
    cadres: items.map(({ cadre }) => cadre),
    posts: items.flatMap(({ appointTo, removeFrom }) => [appointTo, removeFrom].filter((post) => post !== null)),
  });
  const post = (code: string | null) => posts.get(code ?? '') ?? null;
  const matterOf = ({ cadre, appointTo, removeFrom, kind, mode }: Item, index: number): Matter => ({
    item: index + 1,
    cadre,
    name: people.get(cadre)?.name ?? cadre,
    change: changeWords({ appointTo: post(appointTo), removeFrom: post(removeFrom), kind, mode }),
  });
  return rows.map(({ statePath, items: own, ...row }) => ({
    ...row,
    inDeliberation: statePath === DELIBERATION,
    state: stateLabel(statePath),
    matters: own.map(matterOf),
  }));
}

/** Who sits in a unit's teams on a day: the members a meeting usually has. */
export interface SeatedMember {
  cadre: string;
  name: string;
  post: string;
  team: string;
}

export async function readSeatedMembers(q: Reader, unit: string, day: Day): Promise<SeatedMember[]> {
  const { rows } = await q.query<SeatedMember>(
    'meeting.seated-members',
    `SELECT DISTINCT ON (cadre.code) cadre.code AS cadre, cadre.name, post.name AS post, team.name AS team
     FROM unit JOIN team ON team.unit_id = unit.id JOIN post ON post.team_id = team.id
       JOIN appointment seat ON seat.post_id = post.id JOIN cadre ON cadre.id = seat.cadre_id
     WHERE unit.code = $1 AND seat.from_day <= $2::date AND (seat.to_day IS NULL OR seat.to_day > $2::date)
       AND seat.mode <> 'secondment'
     ORDER BY cadre.code, CASE post.tier WHEN 'principal' THEN 0 ELSE 1 END, post.id`,
    [unit, day],
  );
  return rows;
}

/** Codes that the directory does not know within the caller's reach. */
export async function unknownCadres(q: Reader, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const { rows } = await q.query<{ code: string }>(
    'meeting.known-cadres',
    'SELECT code FROM cadre WHERE code = ANY ($1)',
    [codes],
  );
  return codes.filter((code) => !rows.some((row) => row.code === code));
}
