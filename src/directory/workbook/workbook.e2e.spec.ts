import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { createTestDatabase, makeScratchFolder, type TestDatabase } from '../../../test/support/index.js';
import {
  ClockModule,
  ConfigModule,
  configureHttp,
  DatabaseModule,
  FixedClock,
  limitRequestTo,
  readConfig,
} from '../../platform/index.js';
import { type CellValue, openXlsx, type Row, writeXlsx, type XlsxSheet } from '../../platform/xlsx/index.js';
import { workbookSheets } from './template.js';
import { TemporaryFiles } from './temporary-files.js';
import { WorkbookModule } from './workbook.module.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function rowsOf({ rows }: XlsxSheet): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows()) found.push(row);
  return found;
}

describe('workbooks over HTTP', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
  let good: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    scratch = await makeScratchFolder();
    const config = readConfig({ DATA_DIR: scratch.path, SAMPLE_CITY: 'off' });
    await mkdir(join(scratch.path, 'tmp', 'workbooks-999999999-left'), { recursive: true });
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot({ url: database.url, poolSize: 4 }),
        ClockModule.forRoot(new FixedClock('2026-06-30')),
        WorkbookModule,
      ],
    }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false, bodyParser: false });
    configureHttp(app, config);
    // Stands in for the access guard, which is tested in its own room.
    app.use((incoming: Request & { caller?: unknown }, _: Response, next: NextFunction) => {
      incoming.caller = { grants: [{ role: 'chief', unitPath: '' }] };
      limitRequestTo(['']);
      next();
    });
    await app.init();
    good = join(scratch.path, 'good.xlsx');
    await writeXlsx(good, workbookSheets({ units: [['Q1', '甲区', '', '旗县区']] }));
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
    await scratch.remove();
  });

  const api = () => request(app.getHttpServer());
  const uploadsLeft = () => readdir(app.get(TemporaryFiles, { strict: false }).folder);
  const bytesOf = (asked: request.Test) =>
    asked.buffer(true).parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
  const download = (path: string) => bytesOf(api().get(path));

  it('gives the template as a download', async () => {
    const answer = await download('/api/v1/imports/template').expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': MEDIA_TYPE, 'cache-control': 'no-store' });
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect((answer.body as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('takes a workbook, dry and real, and leaves no file behind', async () => {
    const dry = await api().post('/api/v1/imports?dryRun=true').attach('file', good).expect(200);
    expect(dry.body).toMatchObject({ dryRun: true, accepted: { units: 1, cadres: 0 }, problems: [] });
    const real = await api().post('/api/v1/imports').attach('file', good).expect(200);
    expect(real.body).toMatchObject({ dryRun: false, changed: { units: { inserted: 1, updated: 0 } } });
    expect(await uploadsLeft()).toEqual([]);
  });

  it('answers faults with 422, each with sheet, row, column, value, code and sentence', async () => {
    const bad = join(scratch.path, 'bad.xlsx');
    await writeXlsx(bad, workbookSheets({ units: [['Q9', '丙区', 'Q404', '旗县区']] }));
    const answer = await api().post('/api/v1/imports').attach('file', bad).expect(422);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      code: 'IMPORT_HAS_PROBLEMS',
      status: 422,
      accepted: { units: 0 },
      problemsTotal: 1,
      problems: [
        {
          sheet: '单位',
          row: 2,
          column: '上级单位编码',
          value: 'Q404',
          code: 'REFERENCE_UNKNOWN',
          message: '工作簿和系统中都没有这个单位编码。',
        },
      ],
    });
  });

  it('hands a faulty workbook back with its faults in place, and reads it again once they are mended', async () => {
    const bad = join(scratch.path, 'marked-from.xlsx');
    const row = ['Q8', '丁区', 'Q404', '旗县区'];
    await writeXlsx(bad, workbookSheets({ units: [row, ['', '', '', ''], ['Q7', '', '', '没有这类']] }));
    const marked = join(scratch.path, 'marked.xlsx');
    const answer = await bytesOf(api().post('/api/v1/imports/annotated').attach('file', bad)).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': MEDIA_TYPE, 'cache-control': 'no-store' });
    await writeFile(marked, answer.body as Buffer);
    const file = await openXlsx(marked);
    const read = new Map<string, Row[]>();
    for (const sheet of file.sheets) read.set(sheet.name, await rowsOf(sheet));
    file.close();
    const textsOf = ({ cells }: Row): string[] => cells.map((cell) => (cell?.kind === 'text' ? cell.text : ''));
    const [listed] = read.keys();
    expect(listed).toBe('错误清单');
    expect(read.get('错误清单')!.map(textsOf).slice(1)).toEqual(
      expect.arrayContaining([['单位', '2', '上级单位编码', 'Q404', '工作簿和系统中都没有这个单位编码。']]),
    );
    expect(textsOf(read.get('单位')!.find(({ number }) => number === 2)!)).toEqual(row);
    expect(textsOf(read.get('单位')!.find(({ number }) => number === 4)!)[0]).toBe('Q7');
    const again = await api().post('/api/v1/imports?dryRun=true').attach('file', marked).expect(422);
    expect(again.body).toMatchObject({ problemsTotal: read.get('错误清单')!.length - 1 });
    const sound = await api().post('/api/v1/imports/annotated').attach('file', good).expect(409);
    expect(sound.body).toMatchObject({ code: 'IMPORT_HAS_NO_PROBLEMS' });
    expect(await uploadsLeft()).toEqual([]);
  });

  it('reads a list of items as texts, as people see them, and stores nothing', async () => {
    const list = join(scratch.path, 'list.xlsx');
    const columns = ['姓名', '拟任', '拟免'].map((header) => ({ header, width: 12 }));
    const rows: CellValue[][] = [['王明', '副镇长', null], [], [{ kind: 'date', day: '1986-10-01' }, '', '科员']];
    await writeXlsx(list, [{ name: '名单', columns, rows }]);
    const answer = await api().post('/api/v1/item-lists').attach('file', list).expect(200);
    expect(answer.body).toEqual({
      rows: [
        ['姓名', '拟任', '拟免'],
        ['王明', '副镇长'],
        ['1986.10.01', '', '科员'],
      ],
      more: false,
    });
    const text = join(scratch.path, 'list.txt');
    await writeFile(text, 'no workbook');
    expect((await api().post('/api/v1/item-lists').attach('file', text).expect(422)).body).toMatchObject({
      code: 'FILE_BROKEN',
    });
    expect(await uploadsLeft()).toEqual([]);
  });

  it('refuses what is no workbook, no file and an unknown question, and leaves no file behind', async () => {
    const text = join(scratch.path, 'text.xlsx');
    await writeFile(text, 'no workbook');
    expect((await api().post('/api/v1/imports').attach('file', text).expect(422)).body).toMatchObject({
      code: 'FILE_BROKEN',
    });
    expect((await api().post('/api/v1/imports').field('x', 'y').expect(400)).body).toMatchObject({
      code: 'FILE_MISSING',
    });
    expect((await api().post('/api/v1/imports?dryRun=maybe').attach('file', good).expect(400)).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect((await api().post('/api/v1/imports').send({}).expect(415)).body).toMatchObject({
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
    expect(await uploadsLeft()).toEqual([]);
  });

  it('gives the directory as a workbook of one day, and refuses a day that is none', async () => {
    const answer = await download('/api/v1/exports/workbook?asOf=2026-06-30').expect(200);
    expect(answer.headers['content-disposition']).toContain('20260630.xlsx');
    const path = join(scratch.path, 'export.xlsx');
    await writeFile(path, answer.body as Buffer);
    const again = await api().post('/api/v1/imports').attach('file', path).expect(200);
    expect(again.body).toMatchObject({ accepted: { units: 1 }, changed: { units: { inserted: 0, updated: 0 } } });
    await api().get('/api/v1/exports/workbook?asOf=2026-02-30').expect(400);
    expect(await uploadsLeft()).toEqual([]);
  });

  it('keeps its files in a folder that only it can read, and removes what a killed process left', async () => {
    const { folder } = app.get(TemporaryFiles, { strict: false });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(existsSync(join(scratch.path, 'tmp', 'workbooks-999999999-left'))).toBe(false);
  });
});
