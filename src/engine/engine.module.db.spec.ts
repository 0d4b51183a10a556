import { Controller, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { chief, clerk, createToyDatabase, stranger } from '../../test/faults/kit/toy-database.js';
import { toyRuntime } from '../../test/faults/kit/toy-runtime.js';
import type { TestDatabase } from '../../test/support/index.js';
import {
  ClockModule,
  configureHttp,
  DatabaseModule,
  DutiesModule,
  FixedClock,
  HealthModule,
  limitRequestTo,
  readConfig,
  SERVES_AND_WORKS,
} from '../platform/index.js';
import { type Caller, createCaseController, EngineModule, WorkflowRegistry, type WorkflowRuntime } from './index.js';

const runtime = toyRuntime();

@Controller('api/v1/toy-requests')
class ToyRequestsController extends createCaseController({
  workflow: 'toy_request',
  noun: '申请',
  payloads: runtime.payloads,
}) {}

const registering: { runtime: WorkflowRuntime } = { runtime };

@Injectable()
class RegisterToy implements OnModuleInit {
  constructor(private readonly registry: WorkflowRegistry) {}

  onModuleInit(): void {
    this.registry.register(registering.runtime);
  }
}

@Module({ imports: [EngineModule], controllers: [ToyRequestsController], providers: [RegisterToy] })
class ToyModule {}

const PEOPLE: Record<string, Caller> = { clerk, chief, stranger };

async function start(database: TestDatabase): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({ url: database.url, poolSize: 5 }),
      DutiesModule.forRoot(SERVES_AND_WORKS),
      ClockModule.forRoot(new FixedClock('2026-09-29')),
      HealthModule.forRoot({ migrations: [] }),
      ToyModule,
    ],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureHttp(app, readConfig({ PROFILE: 'sample' }));
  app.use((req: { caller?: Caller; headers: Record<string, string> }, _res: unknown, next: () => void) => {
    req.caller = PEOPLE[req.headers['x-person'] ?? ''];
    limitRequestTo((req.caller?.grants ?? []).map(({ unitPath }) => unitPath));
    next();
  });
  await app.init();
  return app;
}

let database: TestDatabase;
let app: NestExpressApplication;

beforeAll(async () => {
  database = await createToyDatabase();
  app = await start(database);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const as = (person: string, method: 'get' | 'post', path: string): request.Test =>
  request(app.getHttpServer())[method](`/api/v1/toy-requests${path}`).set('x-person', person);

async function draft(title: string): Promise<number> {
  const { body } = await as('clerk', 'post', '').send({ unit: 'U1', title }).expect(201);
  return (body as { id: number }).id;
}

describe('the calls every workflow has', () => {
  it('begins a case, takes it on, and shows it with deadlines and actions', async () => {
    const id = await draft('看一看');
    const event = { type: 'SUBMIT', commandId: 'http-1', expectedVersion: 1 };
    const first = await as('clerk', 'post', `/${id}/events`).send(event).expect(200);
    expect(first.body).toEqual({
      id,
      state: 'submitted',
      statePath: 'submitted',
      label: '待审核',
      version: 2,
      done: false,
    });
    const again = await as('clerk', 'post', `/${id}/events`).send(event).expect(200);
    expect(again.body).toEqual(first.body);
    const { body } = await as('chief', 'get', `/${id}`).expect(200);
    expect(body).toMatchObject({
      id,
      unit: { code: 'U1', name: '甲县' },
      fields: { title: '看一看' },
      createdBy: { id: 1, name: '经办甲' },
      createdAt: '2026-09-29T04:00:00.000Z',
      deadlines: [{ name: 'review', label: '审核时限', dueDay: '2026-10-08', status: 'open', overdue: false }],
    });
    const actions = (body as { actions: { event: string; possible: boolean }[] }).actions;
    expect(actions.map(({ event, possible }) => [event, possible])).toEqual([
      ['WITHDRAW', false],
      ['APPROVE', true],
    ]);
  });

  it('answers a stale page with the current view', async () => {
    const id = await draft('旧页面');
    await as('clerk', 'post', `/${id}/events`).send({ type: 'SUBMIT', commandId: 'http-2' }).expect(200);
    const stale = { type: 'EDIT', payload: { title: '改' }, commandId: 'http-3', expectedVersion: 1 };
    const { body } = await as('clerk', 'post', `/${id}/events`).send(stale).expect(409);
    expect(body).toMatchObject({
      code: 'STALE_VERSION',
      detail: '已被他人处理（经办甲），请查看最新情况。',
      params: { expected: 1, actual: 2, lastEvent: 'SUBMIT', current: { id, state: 'submitted', version: 2 } },
    });
  });

  it('lists what the caller may see, filtered and page by page', async () => {
    for (const title of ['表一', '表二', '表三']) await draft(title);
    const page = await as('clerk', 'get', '?state=draft&unit=U1&mine=true&limit=2').expect(200);
    const { items, next } = page.body as { items: { fields: { title: string } }[]; next: number };
    expect(items.map(({ fields }) => fields.title)).toEqual(['表三', '表二']);
    const rest = await as('clerk', 'get', `?state=draft&before=${next}`).expect(200);
    expect((rest.body as { items: { fields: { title: string } }[] }).items[0]?.fields.title).toBe('表一');
    const others = await as('stranger', 'get', '').expect(200);
    expect(others.body).toEqual({ items: [], next: null, total: 0, totalIsCapped: false });
    await as('clerk', 'get', '?mine=perhaps').expect(400);
  });

  it('tells the history with names, facts and sentences', async () => {
    const id = await draft('经过');
    await as('clerk', 'post', `/${id}/events`).send({ type: 'SUBMIT', commandId: 'http-4' }).expect(200);
    await as('chief', 'post', `/${id}/events`).send({ type: 'APPROVE', commandId: 'http-5' }).expect(200);
    const { body } = await as('clerk', 'get', `/${id}/history`).expect(200);
    expect(body).toMatchObject([
      {
        version: 1,
        type: 'CREATE',
        from: 'new',
        to: 'draft',
        actor: { display: '经办甲' },
        payload: { title: '经过' },
      },
      { version: 2, type: 'SUBMIT', from: 'draft', to: 'submitted', fromLabel: '草稿', toLabel: '待审核' },
      { version: 3, type: 'APPROVE', actor: { display: '科长乙', role: 'chief' }, facts: { left: 5 } },
    ]);
  });

  it('says what each action asks for', async () => {
    const id = await draft('操作');
    const { body } = await as('clerk', 'get', `/${id}/actions`).expect(200);
    expect(body).toMatchObject([
      { event: 'EDIT', label: '修改', possible: true, payload: { type: 'object', required: ['title'] } },
      { event: 'SUBMIT', label: '提交', possible: true },
    ]);
  });

  it('does not show what lies outside the units granted, by any call', async () => {
    const id = await draft('看不到');
    const calls = ['', '/history', '/actions', '/deadlines', '/comments', '/attachments'];
    for (const call of calls) await as('stranger', 'get', `/${id}${call}`).expect(404);
    await as('stranger', 'post', `/${id}/comments`).send({ body: '在吗' }).expect(404);
    await as('stranger', 'post', `/${id}/attachments`).attach('file', Buffer.from('a'), 'a.txt').expect(404);
    const { body } = await as('stranger', 'post', `/${id}/events`).send({ type: 'SUBMIT', commandId: 'x' }).expect(404);
    expect(body).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });
});

describe('comments and attachments', () => {
  it('the same comment twice is one', async () => {
    const id = await draft('留言');
    const comment = { body: '请补充会议纪要。', commandId: 'comment-1' };
    await as('chief', 'post', `/${id}/comments`).send(comment).expect(201);
    await as('chief', 'post', `/${id}/comments`).send(comment).expect(201);
    const { body } = await as('clerk', 'get', `/${id}/comments`).expect(200);
    expect(body).toMatchObject([{ author: '科长乙', body: '请补充会议纪要。' }]);
    await as('clerk', 'post', `/${id}/comments`).send(comment).expect(409);
  });

  it('keeps a file as it came, judged by its content', async () => {
    const id = await draft('附件');
    const content = Buffer.from('会议纪要：同意。\n', 'utf8');
    for (const name of ['纪要.txt', '另一个名字.txt']) {
      await as('clerk', 'post', `/${id}/attachments`).attach('file', content, name).expect(201);
    }
    const { body } = await as('clerk', 'get', `/${id}/attachments`).expect(200);
    expect(body).toMatchObject([{ name: '纪要.txt', size: content.length, uploadedBy: '经办甲' }]);
    const [{ id: attachment }] = body as [{ id: number }];
    const file = await as('chief', 'get', `/${id}/attachments/${attachment}`).buffer().expect(200);
    expect(file.text).toBe('会议纪要：同意。\n');
    expect(file.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(file.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('纪要.txt')}`);
  });

  it('refuses what is not a document, however it is named, and what is too large', async () => {
    const id = await draft('不收');
    const program = Buffer.from('7f454c4602010100000000000000000002003e00', 'hex');
    const upload = (content: Buffer): request.Test =>
      as('clerk', 'post', `/${id}/attachments`).attach('file', content, 'a.pdf');
    expect((await upload(program)).body).toMatchObject({ status: 415, code: 'ATTACHMENT_TYPE_NOT_ALLOWED' });
    expect((await upload(Buffer.alloc(0))).body).toMatchObject({ status: 400, code: 'ATTACHMENT_EMPTY' });
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
  });
});

describe('the start', () => {
  it('refuses an incomplete workflow and says everything that is missing', async () => {
    const { SIGNAL: _signal, ...payloads } = runtime.payloads;
    const { announce: _announce, ...effects } = runtime.effects;
    const definition = {
      ...runtime.definition,
      name: 'toy_other',
      labels: { ...runtime.definition.labels, states: {} },
    };
    registering.runtime = { ...runtime, definition, payloads, effects };
    const message = await start(database).then(
      () => 'started',
      (error: Error) => error.message,
    );
    registering.runtime = runtime;
    expect(message).toContain('toy_other: event SIGNAL has no payload schema');
    expect(message).toContain('toy_other: effect announce has no handler');
    expect(message).toContain('toy_other: state draft has no label');
    expect(message).toContain('toy_other: table toy_other has no column state_path');
  });
});
