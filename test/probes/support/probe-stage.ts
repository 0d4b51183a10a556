import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { StateValue } from 'xstate';
import { statePath } from '../../../machines/kernel/index.js';
import type { LetterContent } from '../../../machines/rules/index.js';
import { Engine, Relay, ReminderSweep } from '../../../src/engine/index.js';
import { type GrantableRole, isAdministratorRole } from '../../../src/identity/index.js';
import { SessionStore } from '../../../src/identity/session.store.js';
import { OutgoingSweep, TeamNoticeUpkeep } from '../../../src/notifications/index.js';
import { FieldCipher } from '../../../src/platform/crypto/index.js';
import { asSystem, dataSourceOptions, Db, WHOLE_TREE } from '../../../src/platform/db/index.js';
import { WarningUpkeep } from '../../../src/workflows/warning/index.js';
import {
  type Built,
  buildAppointment,
  buildCadre,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type BuiltUnit,
} from '../../support/factories.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { testServer, withDatabase } from '../../support/test-server-info.js';
import { HttpProbe, idIn, uploadOf } from './http-probe.js';

export const TODAY = '2026-09-07';
/** Generated, with a right check digit. */
export const ID_NUMBER = '150402198609300016';

export type PlaceName = 'own' | 'child' | 'sibling';

/** A unit with everything that can be asked about it. Each code starts with the place's mark, each name holds its word. */
export interface Place {
  name: PlaceName;
  /** Matches what nobody outside may read. */
  secrets: RegExp;
  unit: BuiltUnit;
  team: Built;
  post: Built;
  vacancy: Built;
  cadre: Built;
  clerk: Account;
  /** Cases by the plural under which they are asked for. */
  cases: Record<string, { id: number; attachment: number }>;
}

export interface Account {
  id: number;
  username: string;
}

export interface ProbeStage {
  app: TestApp;
  http: HttpProbe;
  /** Reaches every row, whatever the product's own role may see. */
  db: Db;
  places: Record<PlaceName, Place>;
  /** An account with one grant; see {@link Grant}. */
  hire(grant: Grant | null): Promise<Account>;
  standIn(absent: Account): Promise<Account>;
  /** A new session of somebody, as if signed in just now. */
  session(account: Account): Promise<string>;
  /** Lets what commits left behind run out, and does what would come round by itself in some seconds or minutes. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Grant {
  role: GrantableRole;
  /** Null is the whole tree; administrators have no unit. */
  unit: { id: number } | null;
  /** First day on which it no longer holds. */
  endsOn?: string;
}

const MARKS: Record<PlaceName, { mark: string; word: string }> = {
  own: { mark: 'OWNX', word: '甲地密名' },
  child: { mark: 'CHILDX', word: '乙地密名' },
  sibling: { mark: 'SIBLINGX', word: '丙地密名' },
};

/** The whole product with three units: one's own, one below it, and one beside it. */
export async function setProbeStage(environment: Record<string, string> = {}): Promise<ProbeStage> {
  const app = await createTestApp({
    today: TODAY,
    environment: {
      DATA_KEY: randomBytes(32).toString('base64'),
      SIGN_INS_PER_MINUTE: '100000',
      CHANGES_PER_MINUTE: '0',
      ...environment,
    },
  });
  const everything = await openEverything(app);
  const db = new Db(everything, { scopeOutside: WHOLE_TREE });
  const http = new HttpProbe(app);
  const people = new People(app, db);
  await buildTask(db, { name: '至少1名35岁左右', quantity: 1 });
  const county = await buildUnit(db, { kind: 'county-level-area' });
  const own = await buildPlace({ app, db, http, people }, 'own', county);
  const child = await buildPlace({ app, db, http, people }, 'child', own.unit);
  const sibling = await buildPlace({ app, db, http, people }, 'sibling', county);
  return {
    app,
    http,
    db,
    places: { own, child, sibling },
    hire: (grant) => people.hire(grant),
    standIn: (absent) => people.standIn(absent),
    session: (account) => people.session(account),
    settle: () => settle(app),
    close: async () => {
      http.close();
      await everything.destroy();
      await app.close();
    },
  };
}

// Else the product's own rounds would do it while a test compares what was before with what is after.
async function settle(app: TestApp): Promise<void> {
  await app.get(Relay).drain();
  await app.get(WarningUpkeep).run({ everyTeam: true });
  await app.get(TeamNoticeUpkeep).run();
  await app.get(ReminderSweep).sweep();
  await app.get(OutgoingSweep).sweep();
  await app.get(Relay).drain();
}

// A superuser: no grant and no row-level rule stands between the test and what it has to see.
async function openEverything(app: TestApp): Promise<DataSource> {
  const database = new URL(app.database.url).pathname.slice(1);
  const url = withDatabase(testServer().adminUrl, database);
  return new DataSource(dataSourceOptions({ url, poolSize: 2 })).initialize();
}

class People {
  private made = 0;

  constructor(
    private readonly app: TestApp,
    private readonly db: Db,
  ) {}

  async hire(grant: Grant | null): Promise<Account> {
    const username = `person${(this.made += 1)}`;
    const { rows } = await this.db.queryDynamic<{ id: number }>(
      'INSERT INTO app_user (username, display_name) VALUES ($1, $2) RETURNING id',
      [username, `账户${this.made}`],
    );
    const { id } = rows[0]!;
    if (grant !== null) {
      const unit = isAdministratorRole(grant.role) ? null : (grant.unit?.id ?? null);
      await this.db.queryDynamic('INSERT INTO role_grant (user_id, role, unit_id, ends_on) VALUES ($1, $2, $3, $4)', [
        id,
        grant.role,
        unit,
        grant.endsOn ?? null,
      ]);
    }
    return { id, username };
  }

  async standIn(absent: Account): Promise<Account> {
    const account = await this.hire(null);
    await this.db.queryDynamic(
      `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason) VALUES ($1, $2, $3, $3, '外出学习')`,
      [absent.id, account.id, TODAY],
    );
    return account;
  }

  session(account: Account): Promise<string> {
    const origin = { address: '127.0.0.1', replaces: null };
    const session = { ...origin, userId: account.id, byPassword: true, secondFactorShown: true };
    return this.app.get(SessionStore).open(this.db, session);
  }
}

interface Builders {
  app: TestApp;
  db: Db;
  http: HttpProbe;
  people: People;
}

async function buildPlace(builders: Builders, name: PlaceName, parent: BuiltUnit): Promise<Place> {
  const { db, people, app } = builders;
  const { mark, word } = MARKS[name];
  const named = (what: string): { code: string; name: string } => ({ code: `${mark}-${what}`, name: `${word}${what}` });
  const unit = await buildUnit(db, { ...named('U'), parent });
  const team = await buildTeam(db, { ...named('T'), unit, principals: 1, deputies: 2 });
  const post = await buildPost(db, { ...named('P'), team, tier: 'principal' });
  const vacancy = await buildPost(db, { ...named('V'), team });
  const seated = await buildCadre(db, { ...named('S'), birth: '1975-01', home: unit });
  await buildAppointment(db, { cadre: seated, post });
  const cadre = await buildCadre(db, { ...named('C'), birth: '1995-01', home: unit });
  await storeIdNumbers(app, db, seated, cadre);
  const clerk = await people.hire({ role: 'clerk', unit });
  const place = { name, secrets: new RegExp(`${mark}-|${word}`), unit, team, post, vacancy, cadre, clerk };
  return { ...place, cases: await openCases(builders, place, word) };
}

// One real number for all: encrypted under the key of the stage; only the first can hold the unique hash.
async function storeIdNumbers(app: TestApp, db: Db, ...cadres: Built[]): Promise<void> {
  for (const { id } of cadres) {
    const { cipher } = app.get(FieldCipher).protect(ID_NUMBER);
    await db.queryDynamic(
      `UPDATE cadre SET id_number_cipher = $2, id_number_mask = '150402********0016' WHERE id = $1`,
      [id, cipher],
    );
  }
}

async function openCases(builders: Builders, place: Omit<Place, 'cases'>, word: string): Promise<Place['cases']> {
  const { app, db, people, http } = builders;
  const { unit, cadre, vacancy, clerk } = place;
  const engine = app.get(Engine);
  const items = [{ cadre: cadre.code, appointTo: vacancy.code, kind: 'appoint' }];
  const caller = {
    userId: clerk.id,
    displayName: clerk.username,
    grants: [{ role: 'clerk' as const, unitPath: unit.path }],
  };
  // Made outside any request, which would see nothing.
  const proposed = await asSystem('probe-stage', () =>
    engine.create({
      workflow: 'proposal',
      unit: unit.code,
      payload: { unit: unit.code, title: `${word}动议`, reason: '工作需要。', items },
      commandId: `probe-${unit.code}`,
      caller,
    }),
  );
  const proposal = caseIn(proposed);
  const payload = { proposal, unit: unit.code, items, decidedOn: TODAY, noticeEndDay: TODAY, gate: null };
  const filed = await asSystem('probe-stage', () =>
    engine.create({
      workflow: 'filing',
      unit: unit.code,
      payload,
      commandId: `probe-filing-${unit.code}`,
      caller: null,
    }),
  );
  const rounds = await openRound(engine, builders, unit);
  // Nobody of the unit may write where the commission is asked.
  const reviewer = await people.hire({ role: 'reviewer', unit });
  const cases: Place['cases'] = {};
  for (const [plural, id] of [
    ['proposals', proposal],
    ['filings', caseIn(filed)],
    ...rounds,
    ...(await openWarnings(engine, db, place, { word, proposal, round: rounds[0]![1] })),
    ...(await questionsOn(db, place, proposal)),
  ] as const) {
    const token = await people.session(plural === 'integrity_opinions' ? reviewer : clerk);
    await http.send({ method: 'POST', path: `/api/v1/${plural}/${id}/comments`, body: { body: `${word}留言` }, token });
    const body = uploadOf({ name: `${word}.txt`, type: 'text/plain', content: Buffer.from(`${word}附件`) });
    const attached = await http.send({ method: 'POST', path: `/api/v1/${plural}/${id}/attachments`, body, token });
    cases[plural] = { id, attachment: idIn(attached) };
  }
  cases['headcount_reviews'] = { id: await underReview(builders, place, word), attachment: 0 };
  return cases;
}

/** A proposal whose headcount is put to the establishment office. */
async function underReview(
  { app, people, http }: Builders,
  place: Omit<Place, 'cases'>,
  word: string,
): Promise<number> {
  const { unit, cadre, vacancy, clerk } = place;
  const items = [{ cadre: cadre.code, appointTo: vacancy.code, kind: 'appoint' }];
  const body = { unit: unit.code, title: `${word}送审动议`, reason: '工作需要。', items };
  const token = await people.session(clerk);
  const created = await http.send({ method: 'POST', path: '/api/v1/proposals', body, token });
  const id = idIn(created);
  const reviewer = await people.session(await people.hire({ role: 'reviewer', unit }));
  for (const [type, by] of [
    ['SUBMIT', token],
    ['ACCEPT_FOR_REVIEW', reviewer],
  ] as const) {
    const step = { type, payload: {}, commandId: `probe-${type}-${unit.code}` };
    const { status, text } = await http.send({
      method: 'POST',
      path: `/api/v1/proposals/${id}/events`,
      body: step,
      token: by,
    });
    if (status !== 200) throw new Error(`the probe's proposal was not put to review: ${text}`);
  }
  await app.get(Relay).drain();
  return id;
}

/** A round as no unit of its own has one, with a frozen row and the unit's side of it. */
async function openRound(engine: Engine, { app, db }: Builders, unit: BuiltUnit): Promise<[string, number][]> {
  const { rows } = await db.queryDynamic<{ rounds: number }>('SELECT count(*)::int AS rounds FROM stocktake');
  // Only the department takes stock; the place is the department for the moment of the opening.
  const kindOf = `UPDATE unit SET kind = $2 WHERE id = $1`;
  await db.queryDynamic(kindOf, [unit.id, 'organization-department']);
  const opened = await asSystem('probe-stage', () =>
    engine.create({
      workflow: 'stocktake',
      unit: unit.code,
      payload: { quarter: `${2000 + rows[0]!.rounds}Q1` },
      commandId: `probe-round-${unit.code}`,
      caller: null,
    }),
  );
  const round = caseIn(opened);
  const id = await sideOf(app, db, round, unit);
  await db.queryDynamic(kindOf, [unit.id, 'county-party-gov-department']);
  await db.queryDynamic(
    `WITH snapshot AS (
       INSERT INTO ledger_snapshot (stocktake_id, revision, quarter, reference_day, policy_version, rows, hash, taken_at)
       SELECT id, 1, quarter, '2026-03-31', 1, 1, repeat('0', 64), now() FROM stocktake WHERE id = $1 RETURNING id
     )
     INSERT INTO ledger_snapshot_row (snapshot_id, ordinal, unit_id, level, severity, due, actual, shortfall, body, hash)
     SELECT id, 1, $2, 'A', 3, 1, 0, 1, $3::jsonb, '' FROM snapshot`,
    [
      round,
      unit.id,
      JSON.stringify({ team: unit.code, unit: unit.code, task: 'K', due: 1, shortfall: 1, members: [] }),
    ],
  );
  await db.queryDynamic(
    `INSERT INTO feedback_letter (stocktake_unit_id, unit_id, snapshot_id, content, hash, issued_at)
     SELECT $1, $2, id, $4::jsonb, repeat('0', 64), now() FROM ledger_snapshot WHERE stocktake_id = $3`,
    [id, unit.id, round, JSON.stringify(letterTo(unit.code))],
  );
  return [
    ['stocktakes', round],
    ['stocktake_units', id],
  ];
}

/** A warning of the place's team with its second reminder, a circular with the unit's copy, and a suggestion letter. */
async function openWarnings(
  engine: Engine,
  db: Db,
  { unit, team }: Omit<Place, 'cases'>,
  { word, proposal, round }: { word: string; proposal: number; round: number },
): Promise<[string, number][]> {
  const basis = { kind: 'directory' };
  const standing = { asOf: TODAY, basis, due: 1, actual: 0, shortfall: 1, level: 'A', severity: 3, unmetQuarters: 1 };
  const names = { teamName: `${word}班子`, taskName: '至少1名', unitName: `${word}局` };
  const warned = await asSystem('probe-stage', () =>
    engine.create({
      workflow: 'warning',
      unit: unit.code,
      payload: { ...names, team: team.code, task: 'K', standing, predecessors: [] },
      commandId: `probe-warning-${unit.code}`,
      caller: null,
    }),
  );
  const warning = caseIn(warned);
  const circular = await insertCase(db, 'circular', unit, 'circular/notice/golden/r1.issued', { stocktake_id: round });
  const copy = await insertCase(db, 'circular_unit', unit, 'circular/unit/golden/r1.sent', { circular_id: circular });
  for (const [workflow, id, kind] of [
    ['warning', warning, 'reminder'],
    ['circular_unit', copy, 'bulletin'],
    ['proposal', proposal, 'suggestion'],
  ]) {
    await db.queryDynamic(
      `INSERT INTO official_letter (workflow, case_id, unit_id, kind, document_no, content, hash, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, repeat('0', 64), now())`,
      [workflow, id, unit.id, kind, `${unit.code}-${kind}`, JSON.stringify(letterTo(unit.code))],
    );
  }
  const meeting = await insertCase(db, 'meeting', unit, 'meeting/golden/r1.draft');
  await db.queryDynamic(
    'INSERT INTO meeting_item (meeting_id, unit_id, proposal_id, open) VALUES ($1, $2, $3, false)',
    [meeting, unit.id, proposal],
  );
  return [
    ['warnings', warning],
    ['circulars', circular],
    ['circular_units', copy],
    ['meetings', meeting],
  ];
}

/** A case as a golden file has it; its way there would take a whole round. */
async function insertCase(
  db: Db,
  table: string,
  unit: { id: number; code: string },
  golden: string,
  own: Readonly<Record<string, string | number>> = {},
): Promise<number> {
  const stored = JSON.parse(readFileSync(`machines/${golden}.json`, 'utf8')) as {
    state: StateValue;
    context: object;
  };
  const { rows } = await db.queryDynamic<{ id: number }>(
    `INSERT INTO ${table} (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
       create_command_id${Object.keys(own)
         .map((column) => `, ${column}`)
         .join('')})
     VALUES ($1, $2::jsonb, $3, $4::jsonb, 1, 1, now(), now(), $5${Object.keys(own)
       .map((_, index) => `, $${index + 6}`)
       .join('')}) RETURNING id`,
    [
      unit.id,
      JSON.stringify(stored.state),
      statePath(stored.state),
      JSON.stringify(stored.context),
      `probe-${unit.code}`,
      ...Object.values(own),
    ],
  );
  return rows[0]!.id;
}

/** An opinion asked about the place's proposal, and a prior report of it. */
async function questionsOn(
  db: Db,
  { unit, cadre }: Omit<Place, 'cases'>,
  proposal: number,
): Promise<[string, number][]> {
  const own = { proposal_id: proposal };
  const asked = { ...own, cadre_code: cadre.code };
  return [
    [
      'integrity_opinions',
      await insertCase(db, 'integrity_opinion', unit, 'integrity-opinion/golden/r1.asked.underReview', asked),
    ],
    ['prior_reports', await insertCase(db, 'prior_report', unit, 'prior-report/golden/r1.reported.underReview', own)],
  ];
}

/** The unit's own side, which the relay opens after the round: here or in the product's own loop, whoever is first. */
async function sideOf(app: TestApp, db: Db, round: number, unit: { id: number }): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    await app.get(Relay).drain();
    const { rows } = await db.queryDynamic<{ id: number }>(
      'SELECT id FROM stocktake_unit WHERE stocktake_id = $1 AND unit_id = $2',
      [round, unit.id],
    );
    if (rows[0]) return rows[0].id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the stage could not be built: no side of the round');
}

function letterTo(addressee: string): LetterContent {
  const blocks = [{ text: '现将有关情况反馈如下。' }];
  return { kind: 'feedback', documentNo: null, title: '反馈函', addressee, blocks, signer: '市委组织部', day: TODAY };
}

function caseIn(outcome: Awaited<ReturnType<Engine['create']>>): number {
  if (!outcome.ok) throw new Error(`the stage could not be built: ${outcome.refusal.code}`);
  return outcome.result.id;
}
