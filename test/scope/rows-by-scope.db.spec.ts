import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { readablePaths } from '../../src/identity/caller.js';
import { loadVisit } from '../../src/identity/caller.query.js';
import { setScope } from '../../src/platform/db/scope.js';
import { createTestDatabase, type TestDatabase } from '../support/index.js';
import { buildCadre } from '../support/factories.js';
import { buildWorld, type Place, PLACES, type World } from './world.js';

const TODAY = '2026-06-30';

/** Tables that point to a unit, a case or a person and yet have no rule by unit, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  role_grant: 'says who holds which role where: read before anybody has a scope, and never told beyond identity',
  audit_record: 'read by the audit administrator alone, who has no unit; nobody else has a route to it',
};

/** A column that leads to a unit, and how. */
const TO_UNIT: readonly (readonly [column: string, unit: string])[] = [
  ['unit_path', 'SELECT id FROM unit WHERE path = t.unit_path'],
  ['unit_id', 't.unit_id'],
  ['home_unit_id', 't.home_unit_id'],
  ['team_id', 'SELECT unit_id FROM team WHERE id = t.team_id'],
  ['path', 't.id'],
  ['cadre_id', 'SELECT home_unit_id FROM cadre WHERE id = t.cadre_id'],
];
const POINTERS = ['unit_id', 'unit_path', 'home_unit_id', 'cadre_id', 'team_id', 'post_id', 'case_id', 'proposal_id'];

type Person =
  'own' | 'county' | 'sibling' | 'nobody' | 'head' | 'expired' | 'not yet' | 'stand-in' | 'late stand-in' | 'secadmin';

/** Whose rows each of them may see: of the unit granted and those below. */
const SEES: Readonly<Record<Person, readonly Place[]>> = {
  own: ['OWN', 'CHILD'],
  county: ['COUNTY', 'OWN', 'CHILD', 'SIBLING'],
  sibling: ['SIBLING'],
  nobody: [],
  head: PLACES,
  expired: [],
  'not yet': [],
  'stand-in': ['OWN', 'CHILD'],
  'late stand-in': [],
  secadmin: [],
};
const PEOPLE = Object.keys(SEES) as Person[];

const GRANTS: readonly (readonly [Person, role: string, Place | null, from: string, until: string | null])[] = [
  ['own', 'clerk', 'OWN', '2020-01-01', null],
  ['county', 'leader', 'COUNTY', '2020-01-01', null],
  ['sibling', 'clerk', 'SIBLING', '2020-01-01', '2026-07-01'],
  ['head', 'head', null, '2020-01-01', null],
  ['expired', 'clerk', 'OWN', '2020-01-01', TODAY],
  ['not yet', 'clerk', 'OWN', '2026-07-01', null],
  ['secadmin', 'secadmin', null, '2020-01-01', null],
];

describe('rows by scope, as the role that requests run as', () => {
  let database: TestDatabase;
  let app: Client;
  let world: World;
  let tables: string[];
  const scopes = new Map<Person, string>();
  /** Of each table, the place of each row. */
  const placeOf = new Map<string, Map<string, Place>>();

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    world = await buildWorld(database.db);
    app = new Client({ connectionString: database.url });
    await app.connect();
    tables = (await rows<{ name: string }>(SECURED)).map(({ name }) => name);
    for (const table of tables) placeOf.set(table, await placesIn(table));
    await hireEverybody();
    for (const person of PEOPLE) scopes.set(person, await scopeOf(person));
  });

  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  const SECURED = `
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity ORDER BY relname`;

  async function rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await database.db.queryDynamic<T>(text, values)).rows;
  }

  async function placesIn(table: string): Promise<Map<string, Place>> {
    const columns = (
      await rows<{ name: string }>(
        'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0',
        [table],
      )
    ).map(({ name }) => name);
    const way = TO_UNIT.find(([column]) => columns.includes(column));
    if (way === undefined) throw new Error(`nothing in ${table} leads to a unit`);
    const found = await rows<{ row: string; place: Place }>(
      `SELECT t.ctid::text AS row, (SELECT code FROM unit WHERE id = (${way[1]})) AS place FROM ${table} t`,
    );
    return new Map(found.map(({ row, place }) => [row, place]));
  }

  async function hireEverybody(): Promise<void> {
    for (const person of PEOPLE) {
      await rows('INSERT INTO app_user (username, display_name) VALUES ($1, $1)', [person]);
      await rows(
        `INSERT INTO session (token_hash, user_id, created_at, last_seen_at, expires_at)
         SELECT $2, id, now(), now(), now() + interval '1 hour' FROM app_user WHERE username = $1`,
        [person, tokenHash(person)],
      );
    }
    for (const [person, role, place, from, until] of GRANTS) {
      await rows(
        `INSERT INTO role_grant (user_id, role, unit_id, starts_on, ends_on)
         SELECT id, $2, $3, $4, $5 FROM app_user WHERE username = $1`,
        [person, role, place === null ? null : world.units[place].id, from, until],
      );
    }
    for (const [deputy, until] of [
      ['stand-in', TODAY],
      ['late stand-in', '2026-06-29'],
    ]) {
      await rows(
        `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason)
         SELECT absent.id, deputy.id, '2026-06-01', $2, '休假' FROM app_user absent, app_user deputy
         WHERE absent.username = 'own' AND deputy.username = $1`,
        [deputy, until],
      );
    }
  }

  const tokenHash = (person: Person): Buffer => createHash('sha256').update(person).digest();

  /** As the guard finds it out for a request. */
  async function scopeOf(person: Person): Promise<string> {
    const question = { tokenHash: tokenHash(person), idleMinutes: 30, today: TODAY, secondFactorRoles: [] };
    const visit = await loadVisit(database.db, question);
    if (visit === null) throw new Error(`${person} has no session`);
    const paths = readablePaths(visit.caller);
    return paths.includes('') ? '*' : paths.length === 0 ? '' : `{${paths.join(',')}}`;
  }

  /** Places whose rows a raw statement meets, and nothing kept of what it does. */
  async function meets(table: string, scope: string | undefined, text: string): Promise<Place[]> {
    await app.query('BEGIN');
    try {
      if (scope !== undefined) await app.query(setScope(scope));
      const result = await app.query<{ row: string }>(text);
      const places = new Set(result.rows.map(({ row }) => placeOf.get(table)!.get(row)!));
      return PLACES.filter((place) => places.has(place));
    } finally {
      await app.query('ROLLBACK');
    }
  }

  it('has rows of every place in every table with a rule: a new table brings its own', () => {
    expect(tables.length).toBeGreaterThanOrEqual(14);
    for (const table of tables) {
      expect({ table, places: new Set(placeOf.get(table)!.values()) }).toEqual({ table, places: new Set(PLACES) });
    }
  });

  it('has a rule, forced on the owner too, for every table that points to a unit, a case or a person', async () => {
    const pointing = await rows<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND a.attname = ANY ($1) ORDER BY 1`,
      [POINTERS],
    );
    const open = pointing.map(({ name }) => name).filter((name) => !tables.includes(name) && !(name in EXEMPT));
    expect(open).toEqual([]);
  });

  it('runs requests as somebody who owns nothing and cannot look past a rule', async () => {
    const [role] = (
      await app.query(
        `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
           (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
         FROM pg_roles r WHERE rolname = current_user`,
      )
    ).rows;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0, memberships: 0 });
    await expect(app.query('ALTER TABLE team DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
    await app.query(`SET row_security = off`);
    await expect(app.query('SELECT FROM team')).rejects.toThrow(/affected by row-level security/);
    await app.query(`RESET row_security`);
  });

  it('shows nobody anything when nothing was said', async () => {
    for (const table of tables) {
      const cityWide = table === 'staffing_task' ? 'WHERE unit_kind IS NULL' : '';
      const text = `SELECT ctid::text AS row FROM ${table} ${cityWide}`;
      expect({ table, places: await meets(table, undefined, text) }).toEqual({ table, places: [] });
    }
  });

  it.each(PEOPLE)('%s: reads and locks the rows granted, of every table, and no others', async (person) => {
    const scope = scopes.get(person)!;
    for (const table of tables) {
      const text = `SELECT ctid::text AS row FROM ${table}`;
      const superiors: Place[] = table === 'unit' && SEES[person].includes('OWN') ? ['COUNTY'] : [];
      if (table === 'unit' && SEES[person].includes('SIBLING')) superiors.push('COUNTY');
      const read = PLACES.filter((place) => SEES[person].includes(place) || superiors.includes(place));
      expect({ table, places: await meets(table, scope, text) }).toEqual({ table, places: read });
      const locked = await meets(table, scope, `${text} FOR UPDATE`);
      expect({ table, places: locked }).toEqual({ table, places: [...SEES[person]] });
    }
  });

  it('takes no row of any table into a unit that is not granted', async () => {
    const copied = await rows<{ name: string; list: string; derived: boolean }>(
      `SELECT c.relname AS name, string_agg(quote_ident(attname), ', ') AS list,
         EXISTS (SELECT FROM pg_proc WHERE proname = 'derive_' || c.relname || '_unit_id') AS derived
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND attnum > 0 AND attidentity = '' AND NOT attisdropped
         AND attgenerated = '' AND attname <> 'unit_id'
       WHERE c.relname = ANY ($1) AND EXISTS (
         SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'unit_id') GROUP BY 1`,
      [tables],
    );
    expect(copied.length).toBeGreaterThan(8);
    for (const { name, list, derived } of copied) {
      // Where the unit follows from the row above, the copy stays at home, where it is already.
      const refusal = derived
        ? /row-level security|duplicate key/
        : /row-level security|null value in column "unit_path"/;
      // The unit's number is no secret; its own rows serve as a pattern for rows elsewhere.
      const forged = `INSERT INTO ${name} (${list}, unit_id) SELECT ${list}, $1 FROM ${name} LIMIT 1`;
      await app.query('BEGIN');
      await app.query(setScope(scopes.get('own')!));
      const attempt = app.query(forged, [world.units.SIBLING.id]).then(
        ({ rowCount }) => `stored ${rowCount}`,
        (error: Error) => error.message,
      );
      expect([name, await attempt]).toEqual([name, expect.stringMatching(refusal)]);
      await app.query('ROLLBACK');
    }
  });

  it('tells who belongs nowhere from who belongs elsewhere', async () => {
    await buildCadre(database.db, { code: 'NEW', name: '新人' });
    await rows('UPDATE cadre SET home_unit_id = NULL');
    const codes = async (scope: string): Promise<string[]> => {
      await app.query('BEGIN');
      await app.query(setScope(scope));
      const result = await app.query<{ code: string }>('SELECT code FROM cadre ORDER BY code');
      await app.query('ROLLBACK');
      return result.rows.map(({ code }) => code);
    };
    expect(await codes(scopes.get('sibling')!)).toHaveLength(2);
    expect(await codes(scopes.get('sibling')!)).toContain('NEW');
    expect(await codes(scopes.get('nobody')!)).toEqual([]);
  });

  it('goes along when a unit is moved, and when a team is', async () => {
    const { OWN, CHILD, OTHER } = world.units;
    const other = `{${OTHER.path}}`;
    const count = async (table: string): Promise<number> => {
      await app.query('BEGIN');
      await app.query(setScope(other));
      const result = await app.query(`SELECT FROM ${table}`);
      await app.query('ROLLBACK');
      return result.rowCount ?? 0;
    };
    const before = { seats: await count('appointment'), posts: await count('post'), events: await count('case_event') };
    await rows(`UPDATE unit SET parent_id = $1, path = $2::ltree WHERE id = $3`, [
      OTHER.id,
      `${OTHER.path}.${CHILD.id}`,
      CHILD.id,
    ]);
    expect(await count('appointment')).toBe(before.seats + 1);
    expect(await count('case_event')).toBe(before.events + 1);
    await rows(`UPDATE team SET unit_id = $1 WHERE unit_id = $2`, [OTHER.id, OWN.id]);
    expect(await count('appointment')).toBe(before.seats + 2);
    expect(await count('post')).toBe(before.posts + 4);
  });
});
