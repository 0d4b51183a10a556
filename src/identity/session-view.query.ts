import { asSystem, type Db } from '../platform/index.js';
import type { Caller } from './caller.js';
import type { RoleView, SessionView } from './session.dto.js';

interface PersonRow {
  id: number;
  username: string;
  displayName: string;
}

interface UnitRow {
  path: string;
  code: string;
  name: string;
}

/** Puts words to a caller: names of people and units behind the ids and paths. */
export async function describeCaller(
  db: Pick<Db, 'query'>,
  caller: Caller,
): Promise<Pick<SessionView, 'user' | 'roles' | 'standsInFor'>> {
  const holders = [...new Set(caller.grants.flatMap((grant) => grant.onBehalfOf ?? []))];
  const [people, units] = await Promise.all([peopleById(db, holders), unitsByPath(db, caller)]);
  const rolesOf = (holder: number | undefined): RoleView[] =>
    caller.grants
      .filter((grant) => grant.onBehalfOf === holder)
      .map(({ role, unitPath }) => ({ role: role as RoleView['role'], unit: units.get(unitPath) ?? null }));
  return {
    user: { id: caller.userId, username: caller.username, displayName: caller.displayName },
    roles: rolesOf(undefined),
    standsInFor: people.map((user) => ({ user, roles: rolesOf(user.id) })),
  };
}

async function peopleById(db: Pick<Db, 'query'>, ids: number[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<PersonRow>(
    'identity-people',
    `SELECT id, username, display_name AS "displayName" FROM app_user WHERE id = ANY($1::bigint[]) ORDER BY id`,
    [ids],
  );
  return rows;
}

async function unitsByPath(
  db: Pick<Db, 'query'>,
  caller: Caller,
): Promise<Map<string, { code: string; name: string }>> {
  const paths = [...new Set(caller.grants.map((grant) => grant.unitPath))].filter((path) => path !== '');
  if (paths.length === 0) return new Map();
  // Also told in the answer to a sign-in, before the request reaches anything.
  const { rows } = await asSystem('identity.unit-names', () =>
    db.query<UnitRow>('identity-units', `SELECT path::text, code, name FROM unit WHERE path = ANY($1::ltree[])`, [
      paths,
    ]),
  );
  return new Map(rows.map(({ path, code, name }) => [path, { code, name }]));
}
