import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { AuditModule, Recorder, Sealer } from '../../src/audit/index.js';
import { describeAct, recordAct } from '../../src/platform/audit/index.js';
import { Access, configureHttp, Db, FixedClock, readConfig, refuse } from '../../src/platform/index.js';
import { buildCadre, buildUnit, type BuiltUnit } from '../support/factories.js';
import { createTestDatabase, makeScratchFolder, type TestDatabase } from '../support/index.js';
import { hire, type Person } from './stage/people.js';

const PURPOSE = '配合内部监督检查';
const KEEP = `INSERT INTO app_setting (key, value) VALUES ($1, '1') ON CONFLICT (key) DO UPDATE SET value = '2'`;

/** Changes of every kind a room might make. */
@Controller('api/v1/samples')
@Access({ roles: ['clerk'], scope: 'unit' })
class SamplesController {
  constructor(private readonly db: Db) {}

  @Post('proper/:id')
  async proper(): Promise<object> {
    await this.db.transaction((tx) => tx.query('sample-keep', KEEP, ['proper']));
    return {};
  }

  @Post('told/:id')
  async told(): Promise<object> {
    await this.db.transaction(async (tx) => {
      await tx.query('sample-keep', KEEP, ['told']);
      await recordAct(tx, { event: 'sample', objectType: 'sample', objectId: '9', after: Buffer.from('ab', 'hex') });
    });
    return {};
  }

  @Post('forgetful')
  async forgetful(): Promise<object> {
    await this.db.query('sample-keep', KEEP, ['forgetful']);
    return {};
  }

  @Post('dry')
  dry(): object {
    describeAct({ result: 'dry-run' });
    return {};
  }

  @Post('refusing')
  refusing(): Promise<never> {
    return this.db.transaction(async (tx) => {
      await tx.query('sample-keep', KEEP, ['refusing']);
      return refuse('SELF_APPROVAL');
    });
  }

  @Post('failing')
  failing(): never {
    throw new Error('a fault of the program');
  }
}

interface View {
  id: number;
  at: string;
  event: string;
  objectType: string;
  objectId: string | null;
  action: string;
  result: string;
  actorId: number | null;
  seq: number | null;
  [key: string]: unknown;
}

const KNOWN_AGENT = 'Chrome/106 of the tests';

describe('the audit of a running product', () => {
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let app: NestExpressApplication;
  let unit: BuiltUnit;
  let clerk: Person;
  let auditor: Person;
  let secadmin: Person;
  let sysadmin: Person;

  beforeAll(async () => {
    folder = await makeScratchFolder();
    database = await createTestDatabase();
    const config = readConfig({ DATA_DIR: folder.path, SAMPLE_CITY: 'off' });
    const product = AppModule.forRoot({ config, databaseUrl: database.url, clock: new FixedClock('2026-06-30') });
    @Module({ imports: [product, AuditModule], controllers: [SamplesController] })
    class Product {}
    app = await NestFactory.create<NestExpressApplication>(Product, { logger: false, bodyParser: false });
    configureHttp(app, config);
    await app.listen(0, '127.0.0.1');
    const agent = (): ReturnType<typeof request.agent> =>
      request.agent(app.getHttpServer()).set('User-Agent', KNOWN_AGENT);
    const town = { client: agent, database } as unknown as Parameters<typeof hire>[0];
    unit = await buildUnit(database.db);
    clerk = await hire(town, 'clerk-a', 'clerk', unit);
    auditor = await hire(town, 'auditor-a', 'auditadmin', null);
    secadmin = await hire(town, 'security-a', 'secadmin', null);
    sysadmin = await hire(town, 'system-a', 'sysadmin', null);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await folder.remove();
  });

  const audit = async (query = ''): Promise<View[]> => {
    const { status, body } = await auditor.get(`audit?limit=500&${query}`);
    expect(status).toBe(200);
    return (body as { items: View[] }).items;
  };
  const of = async (response: { headers: unknown }): Promise<View[]> =>
    audit(`requestId=${(response.headers as Record<string, string>)['x-request-id']}`);
  const stored = async (key: string): Promise<number> =>
    (await database.db.queryDynamic('SELECT FROM app_setting WHERE key = $1', [key])).rowCount;

  it('tells who did what, as whom, for which unit, from where, and when', async () => {
    const before = Date.now();
    const [record, ...others] = await of(await clerk.post('samples/proper/17', {}));
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      actorId: clerk.id,
      role: 'clerk',
      unitPath: unit.path,
      onBehalfOf: null,
      address: expect.stringMatching(/^(::ffff:)?127\.0\.0\.1$/),
      event: 'change',
      objectType: 'samples',
      objectId: '17',
      action: 'POST /api/v1/samples/proper/:id',
      result: 'done',
    });
    expect(record!['terminal']).toBe(createHash('sm3').update(KNOWN_AGENT).digest('hex').slice(0, 16));
    // The server's own time, although the clock of the work stands elsewhere.
    expect(Math.abs(Date.parse(record!.at) - before)).toBeLessThan(60_000);
  });

  it('bears whatever stands in the address', async () => {
    const long = 'x'.repeat(3000);
    for (const [sent, kept] of [
      ['%00', null],
      ['%00a%0Ab%22', 'a\nb"'],
      [long, long.slice(0, 200)],
    ] as const) {
      const response = await clerk.post(`samples/proper/${sent}`, {});
      expect(response.status).toBe(201);
      expect(await of(response)).toEqual([expect.objectContaining({ objectId: kept, result: 'done' })]);
    }
  });

  it('takes what the room tells, and records once', async () => {
    const records = await of(await clerk.post('samples/told/17', {}));
    expect(records).toEqual([
      expect.objectContaining({ actorId: clerk.id, event: 'sample', objectType: 'sample', objectId: '9', after: 'ab' }),
    ]);
  });

  it('records a refusal with its code, and nothing is applied', async () => {
    const records = await of(await clerk.post('samples/refusing', {}));
    expect(records).toEqual([expect.objectContaining({ actorId: clerk.id, result: 'SELF_APPROVAL' })]);
    expect(await stored('refusing')).toBe(0);
  });

  it('records a failure, a trial, and what was turned away before it reached its route', async () => {
    expect(await of(await clerk.post('samples/failing', {}))).toEqual([expect.objectContaining({ result: 'failed' })]);
    expect(await of(await clerk.post('samples/dry', {}))).toEqual([expect.objectContaining({ result: 'dry-run' })]);
    const stranger = await request(app.getHttpServer()).post('/api/v1/samples/proper/1').send({});
    const turnedAway = await sysadmin.post('samples/proper/1', {});
    expect([stranger.status, turnedAway.status]).toEqual([401, 403]);
    expect(await eventually(() => of(stranger))).toEqual([expect.objectContaining({ actorId: null, role: null })]);
    const [record] = await eventually(() => of(turnedAway));
    expect(record).toMatchObject({
      action: 'POST /api/v1/samples/proper/:id',
      result: expect.stringMatching(/403|FORBIDDEN/),
    });
    expect(await audit('result=refused&objectType=samples')).toHaveLength(3);
  });

  it('does not let a change pass that its room forgot to record', async () => {
    const recorder = app.get(Recorder, { strict: false });
    const records = await of(await clerk.post('samples/forgetful', {}));
    expect(records).toEqual([expect.objectContaining({ result: 'done' })]);
    expect(recorder.faults.splice(0)).toEqual(['POST /api/v1/samples/forgetful']);
  });

  it('records every read of a person, found or not, and none of what shows nobody', async () => {
    const cadre = await buildCadre(database.db, { home: unit });
    const [found] = await of(await clerk.get(`cadres/${cadre.code}`));
    expect(found).toMatchObject({ event: 'read', objectType: 'cadres', objectId: cadre.code, actorId: clerk.id });
    const [missing] = await of(await clerk.get('cadres/NOBODY'));
    expect(missing).toMatchObject({ event: 'read', objectId: 'NOBODY', result: 'NOT_FOUND' });
    const [list] = await of(await clerk.get('cadres?query=secret-name'));
    expect(JSON.stringify(list)).not.toContain('secret-name');
    expect(await of(await clerk.get('session'))).toEqual([]);
  });

  it('records signing in, in vain too, without the name that was typed', async () => {
    const failed = await request(app.getHttpServer())
      .post('/api/v1/session')
      .send({ username: 'clerk-a', password: 'guessed-by-somebody' });
    const [record] = await of(failed);
    expect(record).toMatchObject({ action: 'POST /api/v1/session', result: 'SIGN_IN_FAILED', actorId: null });
    expect(JSON.stringify(record)).not.toMatch(/clerk-a|guessed/);
    expect((await audit('objectType=session&result=done')).length).toBeGreaterThanOrEqual(4);
  });

  it('records grants with the change, and refused ones as refused', async () => {
    const [granted] = await of(await secadmin.post(`users/${clerk.id}/grants`, { role: 'leader' }));
    expect(granted).toMatchObject({
      actorId: secadmin.id,
      role: 'secadmin',
      objectId: String(clerk.id),
      result: 'done',
    });
    const [own] = await of(await secadmin.post(`users/${secadmin.id}/grants`, { role: 'head' }));
    expect(own).toMatchObject({ actorId: secadmin.id, result: 'OWN_ACCOUNT' });
  });

  it('answers the audit administrator alone, and records that too', async () => {
    for (const person of [clerk, secadmin, sysadmin]) {
      const denied = await person.get('audit');
      expect(denied.status).toBe(403);
      expect(await eventually(() => of(denied))).toEqual([expect.objectContaining({ action: 'GET /api/v1/audit' })]);
    }
    const [record] = await of(await auditor.get('audit?objectType=session'));
    expect(record).toMatchObject({ event: 'audit-read', actorId: auditor.id, result: 'done' });
  });

  it('pages from the latest backwards, each record once, whatever is added meanwhile', async () => {
    const all = (await audit('event=change')).map(({ id }) => id);
    const seen: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await auditor.get(`audit?event=change&limit=3${next === '' ? '' : `&before=${next}`}`);
      const page = body as { items: View[]; next: string | null };
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
      await clerk.post('samples/proper/1', {});
    }
    expect(seen).toEqual(all);
    expect((await auditor.get('audit?before=yesterday')).status).toBe(400);
    expect(await audit(`actor=${clerk.id}&from=2099-01-01T00:00:00Z`)).toEqual([]);
  });

  it('is sealed, exported so that anybody can follow the chain, and verified', async () => {
    await app.get(Sealer, { strict: false }).seal();
    const response = await auditor.download('audit/export?to=2099-01-01T00:00:00Z', PURPOSE);
    const sealed = lines(response)
      .filter(({ seq }) => seq !== null)
      .sort((a, b) => a.seq! - b.seq!);
    expect(sealed.length).toBeGreaterThan(20);
    let previous = '0'.repeat(64);
    for (const view of sealed) {
      expect(view['previousHash']).toBe(previous);
      const fields = view['purpose'] === null ? FIELDS : [...FIELDS, 'purpose'];
      const text = `${previous}\n${view.seq}\n[${fields.map((field) => fieldText(view, field)).join(', ')}]`;
      previous = createHash('sm3').update(text).digest('hex');
      expect(view['hash']).toBe(previous);
    }
    const { body } = await auditor.post('audit/verify', {});
    expect(body).toMatchObject({ anchors: 1, faults: 0, first: [] });
    expect((body as { seals: number }).seals).toBeGreaterThanOrEqual(sealed.length);
  });

  it('is exported as a table with as many rows', async () => {
    const to = new Date().toISOString();
    const asLines = lines(await auditor.download(`audit/export?to=${to}`, PURPOSE));
    const { text, headers } = await auditor.download(`audit/export?format=csv&to=${to}`, PURPOSE);
    expect(headers['content-type']).toContain('text/csv');
    expect(text.trimEnd().split('\r\n')).toHaveLength(asLines.length + 1);
  });

  it('ends without a change that nobody recorded', () => {
    expect(app.get(Recorder, { strict: false }).faults).toEqual([]);
  });
});

const FIELDS = [
  'id',
  'at',
  'actorId',
  'role',
  'unitPath',
  'onBehalfOf',
  'address',
  'terminal',
  'event',
  'objectType',
].concat(['objectId', 'action', 'result', 'before', 'after', 'requestId']);

function fieldText(view: View, field: string): string {
  const value = (view[field] ?? null) as string | number | null;
  if (value === null) return 'null';
  return JSON.stringify(field === 'at' ? String(Date.parse(view.at)) : String(value));
}

function lines({ text, body }: { text?: string; body: unknown }): View[] {
  const content = text ?? (Buffer.isBuffer(body) ? body.toString('utf8') : '');
  return content
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as View);
}

/** What is recorded after the answer takes a moment. */
async function eventually(read: () => Promise<View[]>): Promise<View[]> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await read();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing was recorded');
}
