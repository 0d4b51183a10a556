import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessCheck, type DeclaredRoute, GRANTABLE_ROLES, type GrantableRole } from '../../src/identity/index.js';
import { ApiDocument } from '../../src/openapi/api-document.js';
import { buildRequest, makeVictim, type PlacedRequest, reachesUnits, type Victim } from './support/build-request.js';
import { expectedOutcome, type Outcome, outcomeOf, type Standing } from './support/expected.js';
import { changedTables, fingerprint } from './support/fingerprint.js';
import type { ProbeAnswer } from './support/http-probe.js';
import { type Account, type PlaceName, type ProbeStage, setProbeStage, TODAY } from './support/probe-stage.js';
import { textIn } from './support/workbook-text.js';

/** One square of the matrix. */
interface Square {
  role: GrantableRole;
  standing: Standing;
  place: PlaceName;
  request: PlacedRequest;
  expected: Outcome;
  token: string | undefined;
}

/** Whom to ask as, and about what. The place is seen from the unit in which the role is or was held. */
const COLUMNS: readonly { standing: Standing; place: PlaceName }[] = [
  { standing: 'granted', place: 'own' },
  { standing: 'granted', place: 'child' },
  { standing: 'granted', place: 'sibling' },
  { standing: 'none', place: 'own' },
  { standing: 'expired', place: 'own' },
  { standing: 'delegated', place: 'own' },
  { standing: 'delegated', place: 'sibling' },
  { standing: 'nobody', place: 'own' },
];

const SAFE = new Set(['GET', 'HEAD']);

/** Said to who may read: what is asked for is not there in the world of the probe. */
const NOT_THERE = new Set(['PHOTO_NOT_ON_FILE', 'FORM_NOT_AVAILABLE']);

describe('every route × every role × every place', () => {
  let stage: ProbeStage;
  let routes: DeclaredRoute[];
  const people = new Map<string, Account>();
  let victim: Victim;
  let asked = 0;

  beforeAll(async () => {
    stage = await setProbeStage();
    routes = stage.app.get(AccessCheck).routes();
    victim = await makeVictim(stage);
    const { unit } = stage.places.own;
    for (const role of GRANTABLE_ROLES) {
      const granted = await stage.hire({ role, unit });
      people.set(`granted ${role}`, granted);
      people.set(`none ${role}`, await stage.hire(null));
      people.set(`expired ${role}`, await stage.hire({ role, unit, endsOn: TODAY }));
      people.set(`delegated ${role}`, await stage.standIn(granted));
    }
  });
  afterAll(() => stage.close());

  const squaresOf = async (route: DeclaredRoute): Promise<Square[]> => {
    const isPublic = route.access?.roles === 'public';
    const squares: Square[] = [];
    for (const [index, role] of GRANTABLE_ROLES.entries()) {
      for (const { standing, place } of COLUMNS) {
        // Without an account there is no role either; and where nobody is asked who he is, two are enough.
        if (index > 0 && (standing === 'nobody' || isPublic)) continue;
        const request = buildRequest(route, stage.places[place], await victimFor(route));
        const expected = expectedOutcome(route, role, standing, place, request);
        squares.push({ role, standing, place, request, expected, token: await tokenOf(standing, role) });
      }
    }
    return squares;
  };

  // What is not a unit's is lost with the first permitted request: the next needs another.
  const victimFor = async ({ method, path, access }: DeclaredRoute): Promise<Victim> => {
    const isSpoilt = !SAFE.has(method) && path.includes(':') && ['none', 'global'].includes(access?.scope ?? '');
    return isSpoilt ? makeVictim(stage) : victim;
  };

  const tokenOf = async (standing: Standing, role: GrantableRole): Promise<string | undefined> => {
    const account = people.get(`${standing} ${role}`);
    return account === undefined ? undefined : stage.session(account);
  };

  // A file is asked for as a page does it; who is not let in at all is turned away before a grant is looked at.
  const ask = ({ download }: DeclaredRoute, { request, token, expected }: Square): Promise<ProbeAnswer> =>
    download === undefined || expected === 'not-signed-in' || expected === 'forbidden'
      ? stage.http.send({ ...request, token })
      : stage.http.fetchFile({ path: request.path, token });

  const judge = async (route: DeclaredRoute, square: Square): Promise<string[]> => {
    const answer = await ask(route, square);
    asked += 1;
    const faults: string[] = [];
    const got = outcomeOf(route, answer);
    if (got !== square.expected) faults.push(`wanted ${square.expected}, got ${got} (${answer.status} ${answer.code})`);
    if (answer.status >= 500) faults.push(`answered ${answer.status}`);
    const isRead = square.expected === 'served' && SAFE.has(route.method) && reachesUnits(route);
    if (isRead && answer.status !== 200 && !NOT_THERE.has(answer.code))
      faults.push(`teach the probe: a read within reach answered ${answer.status} ${answer.code}`);
    if (tellsTooMuch(route, square, answer)) faults.push('told something of another unit');
    const { role, standing, place } = square;
    return faults.map((fault) => `${standing} ${role} about ${place}: ${fault}`);
  };

  // Everything a caller without business there may read is free of the other unit's names and codes.
  const tellsTooMuch = (route: DeclaredRoute, { standing, request }: Square, answer: ProbeAnswer): boolean => {
    if (route.access?.scope === 'global') return false;
    const text = request.sent.reduce((left, sent) => left.replaceAll(sent, ''), textIn(answer));
    const { own, child, sibling } = stage.places;
    const hidden = standing === 'granted' || standing === 'delegated' ? [sibling] : [own, child, sibling];
    return hidden.some(({ secrets }) => secrets.test(text));
  };

  const judgeAll = async (route: DeclaredRoute): Promise<string[]> => {
    const squares = await squaresOf(route);
    await stage.settle();
    const before = await fingerprint(stage.db);
    const faults: string[] = [];
    // First those who are denied: after them, and before anybody else, every row must be as it was.
    for (const square of squares) if (square.expected !== 'served') faults.push(...(await judge(route, square)));
    const changed = changedTables(before, await fingerprint(stage.db));
    if (changed.length > 0) faults.push(`denied, and yet changed ${changed.join(', ')}`);
    for (const square of squares) if (square.expected === 'served') faults.push(...(await judge(route, square)));
    return faults.map((fault) => `${route.method} ${route.path}: ${fault}`);
  };

  it('answers as declared, and what is denied tells nothing and changes nothing', async () => {
    const surprises: string[] = [];
    for (const route of routes) surprises.push(...(await judgeAll(route)));
    expect(surprises).toEqual([]);
    expect(asked).toBeGreaterThan(routes.length * 20);
  }, 1_800_000);

  it.each<[string, string, string]>([
    ['a parameter it has no value for', 'GET', '/api/v1/no-such-things/:id'],
    ['a change it has no body for', 'POST', '/api/v1/cadres/:code/transfer'],
  ])('does not pass over a new route with %s', (_, method, path) => {
    const route: DeclaredRoute = { name: 'New.route', method, path, access: { roles: ['clerk'], scope: 'unit' } };
    expect(() => buildRequest(route, stage.places.own, victim)).toThrow('teach the probe');
  });

  // A reviewer wherever he may ask, else whoever may.
  const askerOf = ({ access }: DeclaredRoute): string => {
    const roles = access?.roles ?? [];
    return typeof roles === 'string' || roles.includes('reviewer') ? 'reviewer' : (roles[0] ?? 'reviewer');
  };

  it('shows nothing of another unit, whichever unit a list is asked for', async () => {
    const surprises: string[] = [];
    const filtered = routesWithUnitFilter(routes, stage.app.get(ApiDocument));
    expect(filtered.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/v1/cadres', '/api/v1/proposals', '/api/v1/staffing', '/api/v1/teams']),
    );
    for (const route of filtered) {
      for (const place of ['own', 'child', 'sibling'] as const) {
        const { code } = stage.places[place].unit;
        const token = await stage.session(people.get(`granted ${askerOf(route)}`)!);
        const path = `${route.path}?unit=${code}`;
        const asked = { path, token };
        const answer = await (route.download === undefined
          ? stage.http.send({ method: 'GET', ...asked })
          : stage.http.fetchFile(asked));
        const text = answer.text.replaceAll(code, '');
        const { secrets } = stage.places[place];
        if (place === 'sibling' && (secrets.test(text) || ![200, 404].includes(answer.status)))
          surprises.push(`${path}: ${answer.status} ${text.slice(0, 200)}`);
        if (place !== 'sibling' && answer.status !== 200) surprises.push(`${path}: ${answer.status}`);
      }
    }
    expect(surprises).toEqual([]);
  });

  it('does show what lies within reach: the silence above means something', async () => {
    const token = await stage.session(people.get('granted reviewer')!);
    for (const place of [stage.places.own, stage.places.child]) {
      for (const path of ['cadres', 'teams', 'units', 'proposals', 'filings', 'staffing']) {
        const { text } = await stage.http.send({ method: 'GET', path: `/api/v1/${path}`, token });
        expect([path, place.secrets.test(text)]).toEqual([path, true]);
      }
    }
    const workbook = await stage.http.fetchFile({ path: '/api/v1/exports/workbook', token });
    expect(stage.places.child.secrets.test(textIn(workbook))).toBe(true);
  });
});

/** Lists that can be asked for one unit. */
function routesWithUnitFilter(routes: readonly DeclaredRoute[], api: ApiDocument): DeclaredRoute[] {
  const { paths } = api.get();
  return routes.filter(({ method, path }) => {
    const operation = method === 'GET' ? paths[path]?.get : undefined;
    return operation?.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'unit') ?? false;
  });
}
