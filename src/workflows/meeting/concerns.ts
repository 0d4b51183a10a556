import { type Concern, type MeetingContext, type Member, type Row, rowsOf } from '../../../machines/meeting/index.js';
import { asSystem, type Tx } from '../../platform/index.js';

interface Kin {
  cadre: string;
  name: string;
  relation: string;
}

/**
 * Members whom an item concerns: the person himself, somebody of his name where the member is not in the directory, and kin
 * by the family rows of either side. Names alone prove nothing, so all but the first are questions to be answered.
 *
 * @source handbook §1.8 (a missing relation is unknown, never clear)
 */
export async function loadConcerns(tx: Tx, context: MeetingContext): Promise<Concern[]> {
  const rows = rowsOf(context);
  const codes = [...rows.map(({ cadre }) => cadre), ...context.members.map(({ cadre }) => cadre ?? '')];
  const kin = await loadKin(tx, codes);
  return rows.flatMap((row) => context.members.flatMap((member) => concernOf(row, member, kin) ?? []));
}

function concernOf(row: Row, member: Member, kin: readonly Kin[]): Concern | null {
  const of = { proposal: row.proposal, item: row.item, member: member.no };
  if (member.cadre === row.cadre) return { ...of, because: 'self', relation: null };
  if (member.cadre === null && member.name === row.name) return { ...of, because: 'sameName', relation: null };
  const relative =
    kin.find(({ cadre, name }) => cadre === row.cadre && name === member.name) ??
    kin.find(({ cadre, name }) => cadre === member.cadre && name === row.name);
  return relative ? { ...of, because: 'relative', relation: relative.relation } : null;
}

/** A candidate may come from a unit beyond the caller's reach; only the relation is told on. */
function loadKin(tx: Tx, codes: readonly string[]): Promise<Kin[]> {
  return asSystem('meeting.kin', async () => {
    const { rows } = await tx.query<Kin>(
      'meeting.kin',
      `SELECT cadre.code AS cadre, kin.name, kin.relation FROM cadre JOIN cadre_relative kin ON kin.cadre_id = cadre.id
       WHERE cadre.code = ANY ($1) AND kin.name IS NOT NULL ORDER BY cadre.code, kin.ordinal`,
      [codes],
    );
    return rows;
  });
}
