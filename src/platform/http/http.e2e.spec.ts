import { Body, Controller, Get, Param, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor, type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { z } from 'zod';
import { readConfig } from '../config/index.js';
import { AcceptsUpload, configureHttp, refuse, registerRefusals } from './index.js';

const Item = z.object({ name: z.string(), count: z.coerce.number().int() });

registerRefusals({ NO_ROOM: { status: 409, sentence: ({ free }) => `只剩 ${String(free)} 个空位。` } });

@Controller('api/things')
class ThingController {
  @Get()
  list(): string[] {
    return [];
  }

  @Get('one/:id')
  one(@Param('id') id: string): unknown {
    return { id };
  }

  @Post()
  add(@Body({ schema: z.object({ items: z.array(Item) }) }) body: { items: z.infer<typeof Item>[] }): unknown {
    return body;
  }

  @Post('refused')
  refused(): never {
    return refuse('NO_ROOM', { free: 2 });
  }

  @Post('unregistered')
  unregistered(): never {
    return refuse('NEVER_HEARD_OF');
  }

  @Post('broken')
  broken(): never {
    throw new Error('password is hunter22');
  }

  @Post('lost')
  lost(): never {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  }

  @Post('unstorable')
  unstorable(): never {
    throw Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  }

  @Get('search')
  search(@Query({ schema: z.strictObject({ name: z.string().min(1).optional() }) }) query: unknown): unknown {
    return query;
  }

  @Post('file')
  @AcceptsUpload()
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 100 } }))
  upload(@UploadedFile() file: { size: number }): unknown {
    return { size: file.size };
  }
}

describe('what every request can rely on', () => {
  let app: NestExpressApplication;
  const logged = jest.fn<(entry: unknown) => void>();

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [ThingController] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
    app.useLogger({ log: jest.fn(), warn: jest.fn(), error: logged });
    configureHttp(app, readConfig({}));
    await app.init();
  });

  beforeEach(() => void logged.mockClear());
  afterAll(() => app.close());

  const post = (path = ''): request.Test => request(app.getHttpServer()).post(`/api/things${path}`);

  it('a refusal is a problem with its code, numbers and sentence', async () => {
    const { body, status, type, headers } = await post('/refused');
    expect({ status, type }).toEqual({ status: 409, type: 'application/problem+json' });
    expect(body).toMatchObject({ code: 'NO_ROOM', status: 409, detail: '只剩 2 个空位。', params: { free: 2 } });
    expect(body.requestId).toBe(headers['x-request-id']);
    expect(logged).not.toHaveBeenCalled();
  });

  it('a code that nobody registered is still a refusal', async () => {
    expect((await post('/unregistered')).body).toMatchObject({ code: 'NEVER_HEARD_OF', status: 409 });
  });

  it('a code cannot be given a second meaning', () => {
    expect(() => registerRefusals({ NO_ROOM: { status: 400, sentence: () => '' } })).toThrow(/twice/);
  });

  it('an unexpected fault is logged with the request number and answered without its inside', async () => {
    const { body, text, status } = await post('/broken').set('X-Request-Id', 'trace-0001');
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'INTERNAL_ERROR', requestId: 'trace-0001' });
    expect(text).not.toMatch(/hunter22|stack|\.ts/);
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ requestId: 'trace-0001', error: { name: 'Error' } });
  });

  it('a database that is away is 503, not a fault of the program', async () => {
    expect((await post('/lost')).body).toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
  });

  it('every fault of a body is listed with its path, and the schema’s output reaches the handler', async () => {
    const faulty = await post().send({ items: [{ name: 1, count: 'x' }] });
    expect(faulty.status).toBe(400);
    expect(faulty.body.code).toBe('VALIDATION_FAILED');
    expect(faulty.body.errors.map((fault: { path: string }) => fault.path)).toEqual(['items.0.name', 'items.0.count']);
    const good = await post().send({ items: [{ name: 'a', count: '3', extra: true }] });
    expect(good.body).toEqual({ items: [{ name: 'a', count: 3 }] });
  });

  it('says in Chinese what is wrong with each field', async () => {
    const faulty = await post().send({ items: [{ name: 1 }] });
    expect(faulty.body.errors).toEqual([
      { path: 'items.0.name', message: '应为文字' },
      { path: 'items.0.count', message: '应为数字' },
    ]);
    expect((await post().send({})).body.errors).toEqual([{ path: 'items', message: '必填' }]);
  });

  it.each([
    ['a NUL character', { items: [{ name: 'a\u0000b', count: 1 }] }, 'items.0.name'],
    ['half a character', { items: [{ name: '\ud800', count: 1 }] }, 'items.0.name'],
    ['such a name of a field', { items: [{ name: 'a', count: 1, '\u0000': 1 }] }, 'items.0'],
  ])('%s is refused where it stands, before anything is stored', async (_, body, path) => {
    const { body: answer, status } = await post().send(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path }] });
  });

  it('a body that is nothing but nesting is refused, however deep', async () => {
    const deep = `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { body, status } = await post().type('application/json').send(deep);
    expect({ status, message: body.errors[0].message }).toEqual({ status: 400, message: '嵌套过深，不能超过32层' });
  });

  it('a filter left empty filters nothing', async () => {
    const search = (query: string): request.Test => request(app.getHttpServer()).get(`/api/things/search?${query}`);
    expect((await search('name=')).body).toEqual({});
    expect((await search('other=1')).body.errors).toEqual([{ path: '', message: '没有这样的字段，请去掉：other' }]);
    expect((await search('name=%00')).status).toBe(400);
  });

  it.each([
    ['broken JSON', 400, 'INVALID_JSON', () => post().type('application/json').send('{"a":')],
    ['a body over 1 MB', 413, 'PAYLOAD_TOO_LARGE', () => post().send({ text: 'x'.repeat(1_100_000) })],
    ['a form', 415, 'UNSUPPORTED_MEDIA_TYPE', () => post().type('form').send('a=1')],
    ['plain text', 415, 'UNSUPPORTED_MEDIA_TYPE', () => post().type('text/plain').send('{}')],
    ['a file where none is taken', 415, 'UNSUPPORTED_MEDIA_TYPE', () => post().attach('file', Buffer.from('a'), 'a')],
    ['JSON where a file is taken', 415, 'UNSUPPORTED_MEDIA_TYPE', () => post('/file').send({})],
    ['a file too large', 413, 'PAYLOAD_TOO_LARGE', () => post('/file').attach('file', Buffer.alloc(101), 'a')],
    ['a file in another field', 400, 'UPLOAD_UNREADABLE', () => post('/file').attach('other', Buffer.from('a'), 'a')],
    ['half a form', 400, 'UPLOAD_UNREADABLE', () => post('/file').type('multipart/form-data; boundary=x').send('--x')],
    ['text that only the database refuses', 400, 'TEXT_NOT_STORABLE', () => post('/unstorable')],
    ['an unknown path', 404, 'NOT_FOUND', () => post('/nowhere')],
    ['a broken path', 400, 'BAD_REQUEST', () => request(app.getHttpServer()).get('/api/things/one/%E0%A4%A')],
  ])('%s: %d %s', async (_, status, code, send) => {
    const answer = await send();
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.type).toBe('application/problem+json');
  });

  it('a known path with another method is 405 and says which', async () => {
    const answer = await request(app.getHttpServer()).delete('/api/things');
    expect(answer.body).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers['allow']).toBe('GET, POST');
  });

  it('a file is taken where one is wanted', async () => {
    expect((await post('/file').attach('file', Buffer.alloc(100), 'a')).body).toEqual({ size: 100 });
  });

  it('answers are not stored, not framed, and do not say what runs here', async () => {
    const { headers } = await request(app.getHttpServer()).get('/api/things');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self'`);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('a request number with foreign characters is replaced', async () => {
    const { headers } = await request(app.getHttpServer()).get('/api/things').set('X-Request-Id', 'a b"c<d>e f');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
