import type { CadreRow, Item } from '../../../../api/types.js';
import type { PastedRow } from './read-rows.js';
import { t } from '../../../../ui/t.js';

/** A post by the ways in which a list may call it. */
export interface KnownPost {
  code: string;
  name: string;
  teamName: string;
}

export interface MatchedRow {
  row: PastedRow;
  /** What would be added; null while something is wrong with the line. */
  item: Item | null;
  fault: string | null;
}

export const PASTE_FAULTS = {
  nobody: t('没有找到这个人'),
  several: t('有同名人员，请改用干部编号'),
  noPost: t('没有找到职位，请写职位编码，或与班子名册一致的职务名称'),
  severalPosts: t('有多个同名职位，请改用职位编码'),
  nothing: t('既没有拟任，也没有拟免'),
} as const;

/**
 * Turns pasted lines into items. Nothing is guessed: a name that two people bear, or a post that several teams have, is a fault
 * of its line, and says what to write instead.
 *
 * @param found candidates for each name or code, as the server gave them
 * @param posts posts within reach of the draft: those of the unit's teams
 */
export function matchRows(
  rows: readonly PastedRow[],
  found: ReadonlyMap<string, readonly CadreRow[]>,
  posts: readonly KnownPost[],
): MatchedRow[] {
  return rows.map((row) => {
    const people = (found.get(row.who) ?? []).filter(({ code, name }) => code === row.who || name === row.who);
    const fault = (reason: keyof typeof PASTE_FAULTS): MatchedRow => ({ row, item: null, fault: PASTE_FAULTS[reason] });
    const [cadre] = people;
    if (!cadre) return fault('nobody');
    if (people.length > 1) return fault('several');
    if (row.appointTo === '' && row.removeFrom === '') return fault('nothing');
    const own = cadre.posts.map(({ code, name, teamName }) => ({ code, name, teamName }));
    const to = postsNamed(row.appointTo, posts);
    const from = postsNamed(row.removeFrom, own);
    const wrong = to.fault ?? from.fault;
    if (wrong !== null) return fault(wrong);
    return { row, item: itemOf(cadre.code, to.code, from.code), fault: null };
  });
}

interface Named {
  /** Null where no post was named. */
  code: string | null;
  fault: 'noPost' | 'severalPosts' | null;
}

function postsNamed(text: string, posts: readonly KnownPost[]): Named {
  if (text === '') return { code: null, fault: null };
  const plain = text.replace(/\s+/g, '');
  const found = posts.filter(
    ({ code, name, teamName }) => code === text || name === plain || `${teamName}${name}`.replace(/\s+/g, '') === plain,
  );
  const [only] = found;
  if (only && found.length === 1) return { code: only.code, fault: null };
  return { code: null, fault: found.length === 0 ? 'noPost' : 'severalPosts' };
}

function itemOf(cadre: string, appointTo: string | null, removeFrom: string | null): Item {
  if (appointTo === null) return { cadre, removeFrom, kind: 'remove' };
  return removeFrom === null
    ? { cadre, appointTo, kind: 'appoint' }
    : { cadre, appointTo, removeFrom, kind: 'transfer' };
}
