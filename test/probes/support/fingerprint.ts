import type { Db } from '../../../src/platform/index.js';

/** Written by every request, refused or not: who asked, how often, and when the session was last used. */
const EVIDENCE_OF_ASKING = /^(audit_|rate_window$|download_grant$|schema_migration$)/;
/** Word of seats that changed, taken away by its reader whenever it comes round; the seats themselves are compared. */
const EMPTIED_BY_ITSELF = /^team_change$/;

/** What stands in every table, as one digest a table; of sessions, how many there are. */
export async function fingerprint(db: Db): Promise<Map<string, string>> {
  const { rows: tables } = await db.queryDynamic<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  const texts = tables
    .map(({ name }) => name)
    .filter((name) => !EVIDENCE_OF_ASKING.test(name) && !EMPTIED_BY_ITSELF.test(name))
    .map((name) => `SELECT '${name}' AS name, ${digestOf(name)} AS digest FROM "${name}" t`);
  const { rows } = await db.queryDynamic<{ name: string; digest: string }>(texts.join(' UNION ALL '));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

const digestOf = (table: string): string =>
  table === 'session' ? 'count(*)::text' : `md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), ''))`;

/** Tables that differ between two fingerprints. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
}
