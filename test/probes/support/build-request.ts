import { randomUUID } from 'node:crypto';
import type { DeclaredRoute } from '../../../src/identity/index.js';
import { type FormBody, type ProbeRequest, PURPOSE, uploadOf } from './http-probe.js';
import type { Account, Place, ProbeStage } from './probe-stage.js';

/** A request to one route about one place. */
export interface PlacedRequest extends Pick<ProbeRequest, 'method' | 'path' | 'body'> {
  /** It asks about this one place: who does not reach the place must not learn that it exists. */
  namesPlace: boolean;
  /** What was sent: an answer that repeats it tells nothing new. */
  sent: readonly string[];
}

/** Somebody and something that a request may spoil without spoiling the next. */
export interface Victim {
  account: Account;
  grant: number;
  session: number;
  delegation: number;
}

type Value = string | number;
type Body = object | FormBody | undefined;

const FILE = { name: '说明.txt', type: 'text/plain', content: Buffer.from('说明') };

/** What stands for a path parameter: by the resource before it, then by its name. Teach a new one here. */
const PARAMETERS: Readonly<Record<string, (place: Place, victim: Victim) => Value>> = {
  'cadres/:code': ({ cadre }) => cadre.code,
  'teams/:code': ({ team }) => team.code,
  'units/:code': ({ unit }) => unit.code,
  'users/:id': (_, { account }) => account.id,
  'users/:userId': (_, { account }) => account.id,
  'grants/:grantId': (_, { grant }) => grant,
  'sessions/:id': (_, { session }) => session,
  'delegations/:id': (_, { delegation }) => delegation,
  'passkeys/:id': () => 999_999,
  'external-identities/:way': () => 'oidc',
  ':way/:subject': () => 'somebody',
  'policies/:version': () => 1,
  'workflows/:name': () => 'proposal',
  'revisions/:revision': () => 1,
  'calendar/:year': () => 2026,
  'unit-successions/:predecessor': ({ unit }) => unit.code,
  'forms/:name': () => 'headcount-pre-review',
  'channels/:name': () => 'email',
  'deliveries/:id': () => 999_999,
  'v1/:plural': () => 'proposals',
  ':plural/:id': ({ cases }) => cases['proposals']!.id,
  'docs/:file': () => 'swagger-ui.css',
  'of-proposal/:proposal': ({ cases }) => cases['proposals']!.id,
};

const nothing = (): Body => undefined;
const unfit = (): Body => ({ unfit: true });

/** What a route that changes something, or asks by POST, is sent. Teach a new one here. */
const BODIES: Readonly<Record<string, (place: Place, victim: Victim) => Body>> = {
  'POST /api/v1/gate/preview': (place) => ({ unit: place.unit.code, items: itemsOf(place) }),
  'POST /api/v1/proposals': (place) => ({
    unit: place.unit.code,
    title: '关于调整的动议',
    reason: '工作需要。',
    items: itemsOf(place),
  }),
  'POST /api/v1/meetings': (place) => ({
    unit: place.unit.code,
    body: 'partyGroup',
    day: '2026-09-07',
    place: '三楼会议室',
    chair: 1,
    members: [{ name: '赵一', post: '党组书记' }],
    agenda: [place.cases['proposals']!.id],
  }),
  'POST /api/v1/circulars': (place) => ({ unit: place.unit.code, round: 1 }),
  'POST /api/v1/integrity_opinions': (place) => ({
    unit: place.unit.code,
    proposal: place.cases['proposals']!.id,
    cadre: place.cadre.code,
  }),
  'POST /api/v1/prior_reports': (place) => ({ unit: place.unit.code, proposal: place.cases['proposals']!.id }),
  'PUT /api/v1/unit-successions/:predecessor': () => ({ heir: 'nowhere', kind: 'merged', day: '2026-06-30' }),
  'POST /api/v1/stocktakes': (place) => ({ unit: place.unit.code, quarter: '2026Q1' }),
  'PUT /api/v1/cadres/:code/dossier': () => ({ assessments: [{ year: 2025, grade: 'competent' }] }),
  'POST /api/v1/cadres/:code/id-number/reveal': () => ({ kind: 'archive-review', purpose: '与档案核对出生年月' }),
  'POST /api/v1/imports': () => uploadOf({ ...FILE, name: '工作簿.xlsx' }),
  'POST /api/v1/stocktake_units/:id/check-sheet': () => uploadOf({ ...FILE, name: '核对表.xlsx' }),
  'POST /api/v1/item-lists': () => uploadOf({ ...FILE, name: '名单.xlsx' }),
  'POST /api/v1/imports/annotated': () => uploadOf({ ...FILE, name: '工作簿.xlsx' }),
  'POST /api/v1/forms/roster-imports': () => uploadOf({ ...FILE, name: '名册.xlsx' }),
  'POST /api/v1/forms/imports': () => uploadOf({ ...FILE, name: '审批表.lrmx' }),
  'POST /api/v1/reports/half-year/reported': () => ({ reportedOn: '2026-03-20', half: '2026H1' }),
  'POST /api/v1/policies': unfit,
  'POST /api/v1/policies/preview': unfit,
  'PUT /api/v1/calendar/:year': unfit,
  'POST /api/v1/sample/clock': unfit,
  'PUT /api/v1/notification-preferences': unfit,
  'PUT /api/v1/saved-views': unfit,
  'PUT /api/v1/channels/email': unfit,
  'PUT /api/v1/channels/wecom': unfit,
  'PUT /api/v1/channels/dingtalk': unfit,
  'POST /api/v1/channels/:name/test': unfit,
  'POST /api/v1/deliveries/:id/retry': nothing,
  'POST /api/v1/notices/read': () => ({ all: true }),
  'POST /api/v1/installation-notices/read': () => ({ all: true }),
  'POST /api/v1/:plural/:id/copies': (_, { account }) => ({ users: [account.id] }),
  'POST /api/v1/audit/verify': nothing,
  'POST /api/v1/download-grants': () => ({ path: '/api/v1/exports/workbook', purpose: PURPOSE }),
  'POST /api/v1/delegations': unfit,
  'DELETE /api/v1/delegations/:id': nothing,
  'POST /api/v1/users': () => ({ username: uniqueName(), displayName: '新账户', password: 'Another-Horse-2026' }),
  'POST /api/v1/users/:id/grants': ({ unit }) => ({ role: 'leader', unit: unit.code }),
  'DELETE /api/v1/users/:id/grants/:grantId': nothing,
  'POST /api/v1/users/:id/disable': nothing,
  'POST /api/v1/users/:id/enable': nothing,
  'POST /api/v1/users/:id/password': () => ({ password: 'Another-Horse-2026' }),
  'DELETE /api/v1/users/:id/second-factors': nothing,
  'DELETE /api/v1/users/:userId/sessions/:id': nothing,
  'POST /api/v1/users/:id/external-identities': () => ({ way: 'oidc', subject: randomUUID() }),
  'DELETE /api/v1/users/:id/external-identities/:way/:subject': nothing,
  'POST /api/v1/session': () => ({ username: 'nobody-here', password: 'guessed' }),
  'POST /api/v1/session/gateway': nothing,
  'DELETE /api/v1/session': nothing,
  'POST /api/v1/session/password': unfit,
  'POST /api/v1/session/second-factor': unfit,
  'POST /api/v1/session/second-factor/passkey/options': nothing,
  'POST /api/v1/session/second-factor/passkey': unfit,
  'POST /api/v1/session/second-factors/totp': nothing,
  'POST /api/v1/session/second-factors/totp/confirm': unfit,
  'DELETE /api/v1/session/second-factors/totp': nothing,
  'POST /api/v1/session/second-factors/passkeys/options': nothing,
  'POST /api/v1/session/second-factors/passkeys': unfit,
  'DELETE /api/v1/session/second-factors/passkeys/:id': nothing,
  'DELETE /api/v1/sessions/:id': nothing,
};

/** Calls that every workflow has under its plural. */
const CASE_BODIES: Readonly<Record<string, () => Body>> = {
  events: () => ({ type: 'SIGN', payload: { agree: true }, commandId: randomUUID() }),
  comments: () => ({ body: '请补充会议纪要。', commandId: randomUUID() }),
  attachments: () => uploadOf({ ...FILE, content: Buffer.from(`说明 ${randomUUID()}`) }),
};

/** What a GET must be asked besides, so that it is answered at all. Teach a new one here. */
const QUERIES: Readonly<Record<string, (place: Place) => string>> = {
  'GET /api/v1/calendar/working-days': () => 'from=2026-09-07&days=3',
  'GET /api/v1/meetings/arrangeable': ({ unit }) => `unit=${unit.code}`,
  'GET /api/v1/cadres/:code/eligibility': ({ vacancy }) => `post=${vacancy.code}`,
};

/** Somebody nobody minds losing. */
export async function makeVictim(stage: ProbeStage): Promise<Victim> {
  const account = await stage.hire({ role: 'clerk', unit: stage.places.sibling.unit });
  const other = await stage.standIn(account);
  await stage.session(account);
  const one = async (text: string, id: number): Promise<number> =>
    (await stage.db.queryDynamic<{ id: number }>(text, [id])).rows[0]!.id;
  return {
    account,
    grant: await one('SELECT id FROM role_grant WHERE user_id = $1', account.id),
    session: await one('SELECT id FROM session WHERE user_id = $1', account.id),
    delegation: await one('SELECT id FROM delegation WHERE to_user_id = $1', other.id),
  };
}

/**
 * Makes a request to a route about a place. A route that it knows nothing of ends the test: a new route is probed the day
 * it appears, or the test says what is to be taught.
 */
export function buildRequest(route: DeclaredRoute, place: Place, victim: Victim): PlacedRequest {
  const parts = route.path.split('/').filter((part) => part !== '');
  const values: Value[] = [];
  const path = parts.map((part, index) => {
    if (!part.startsWith(':')) return part;
    const value = parameterOf(parts, index, place, victim) ?? untaught(route, `path parameter ${part}`);
    values.push(value);
    return encodeURIComponent(value);
  });
  const query = QUERIES[`${route.method} ${route.path}`]?.(place);
  const body = bodyOf(route, parts, place, victim);
  const sent = [...values.map(String), place.unit.code, place.cadre.code, place.vacancy.code];
  return {
    method: route.method,
    path: `/${path.join('/')}${query === undefined ? '' : `?${query}`}`,
    body,
    namesPlace: reachesUnits(route) && (values.length > 0 || mentions(body, place)),
    sent,
  };
}

export const reachesUnits = ({ access }: DeclaredRoute): boolean =>
  access?.scope === 'unit' || access?.scope === 'case';

function parameterOf(parts: readonly string[], index: number, place: Place, victim: Victim): Value | undefined {
  const resource = parts[index - 1] ?? '';
  const of = place.cases[parts[2] ?? ''];
  if (of !== undefined && resource === parts[2]) return of.id;
  if (of !== undefined && resource === 'attachments') return of.attachment;
  if (resource === 'forms' && parts[2] === 'meetings') return 'agenda';
  return PARAMETERS[`${resource}/${parts[index]}`]?.(place, victim);
}

function bodyOf(route: DeclaredRoute, parts: readonly string[], place: Place, victim: Victim): Body {
  if (['GET', 'HEAD'].includes(route.method)) return undefined;
  const isCase = place.cases[parts[2] ?? ''] !== undefined && parts[3] === ':id' && parts.length === 5;
  const made = (isCase ? CASE_BODIES[parts[4] ?? ''] : undefined) ?? BODIES[`${route.method} ${route.path}`];
  return (made ?? untaught(route, 'what to send'))(place, victim);
}

const mentions = (body: Body, { unit }: Place): boolean => JSON.stringify(body ?? '').includes(unit.code);

const itemsOf = ({ cadre, vacancy }: Place): object[] => [
  { cadre: cadre.code, appointTo: vacancy.code, kind: 'appoint' },
];

let names = 0;
const uniqueName = (): string => `new.person${(names += 1)}`;

function untaught({ method, path, name }: DeclaredRoute, what: string): never {
  throw new Error(`teach the probe: ${what} of ${method} ${path} (${name}), in test/probes/support/build-request.ts`);
}
