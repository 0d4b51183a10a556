import type { Day, PostRank } from '../../../machines/rules/index.js';
import { type Dossier, fullPostName, type NamedPerson, postsHeld } from '../../directory/index.js';
import { dotted } from '../approval-form/index.js';
import { FIELD_NAMES, FIELD_RULES, type FieldName } from '../importing/cadre-fields.js';
import type { Candidate } from '../importing/find-candidates.js';
import type { RosterRow } from './read-roster.js';
import { rosterProblem, type RosterProblem } from './roster-sentences.js';

/** Of the dossier's particulars two stand in a roster. @source handbook §3.3 */
const PLACES = { nativePlace: '籍贯', birthPlace: '出生地' } as const;
type PlaceName = keyof typeof PLACES;
const PLACE_NAMES = Object.keys(PLACES) as PlaceName[];
/** As long as a dossier holds it. */
const MOST_CHARACTERS = 50;

/** What may be taken over from a roster. */
export type RosterField = FieldName | PlaceName;
export const ROSTER_FIELDS: [RosterField, ...RosterField[]] = [...FIELD_NAMES, ...PLACE_NAMES];

export interface RosterDifference {
  field: RosterField;
  label: string;
  directory: string | null;
  roster: string;
}

const isPlace = (field: RosterField): field is PlaceName => field in PLACES;

/** Where a row says something else than directory and dossier. */
export function differencesOf(row: RosterRow, cadre: Candidate, dossier: Dossier | undefined): RosterDifference[] {
  return ROSTER_FIELDS.flatMap((field): RosterDifference[] => {
    const value = row[field];
    if (value === null) return [];
    if (!isPlace(field)) {
      const directory = cadre.fields[field];
      return value === directory ? [] : [{ field, label: FIELD_RULES[field].label, directory, roster: value }];
    }
    const directory = dossier?.particulars?.[field] ?? null;
    const isHeld = value === directory || value.length > MOST_CHARACTERS;
    return isHeld ? [] : [{ field, label: PLACES[field], directory, roster: value }];
  });
}

/** The particulars with what was taken over; undefined where nothing was. */
export function particularsWith(
  taken: readonly RosterDifference[],
  dossier: Dossier | undefined,
): NonNullable<Dossier['particulars']> | undefined {
  const places = taken.filter(({ field }) => isPlace(field));
  if (places.length === 0) return undefined;
  const empty = { nativePlace: null, birthPlace: null, health: null, technicalPost: null, speciality: null };
  const said = Object.fromEntries(places.map(({ field, roster }) => [field, roster]));
  return { ...(dossier?.particulars ?? empty), ...said };
}

const TENURES = [
  ['副科时间', 'deputySince', 'ke-deputy'],
  ['正科时间', 'principalSince', 'ke-principal'],
] as const satisfies readonly (readonly [string, keyof RosterRow, PostRank])[];

/**
 * Where posts and their times differ from the terms on record. A roster never changes a post: it is said, and put right by
 * the workbook or by a proposal.
 */
export function tenureRemarks(row: RosterRow, person: NamedPerson, today: Day): RosterProblem[] {
  const held = postsHeld(person, today);
  const since = (rank: PostRank): string | undefined => person.terms.find((term) => term.rank === rank)?.from;
  const present = held.map(({ from }) => from).toSorted()[0];
  const months = [
    ...TENURES.map(([column, name, rank]) => ({ column, given: row[name], known: since(rank) })),
    { column: '现职时间', given: row.postSince, known: present },
  ];
  const remarks = months.flatMap(({ column, given, known = null }) => {
    if (given === null || given === (known?.slice(0, 7) ?? null)) return [];
    return [remark(row, column, dotted(given), known === null ? '没有' : dotted(known.slice(0, 7)))];
  });
  const { post } = row;
  const isNamed = post === null || held.some(({ name }) => post.includes(name));
  // Whoever holds no leading post has a rank or an office post there, which the directory does not keep.
  if (isNamed || held.length === 0) return remarks;
  return [...remarks, remark(row, '职务', post, held.map(fullPostName).join('、'))];
}

const remark = ({ sheet, row }: RosterRow, column: string, value: string, known: string): RosterProblem =>
  rosterProblem({ sheet, row, column, value }, 'TENURE_DIFFERS', { known });
