import { mkdtempSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDataKeys, readConfig } from './index.js';

const OTHER = Buffer.alloc(32, 'b').toString('base64');
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');

describe('settings', () => {
  it('have the documented defaults', () => {
    expect(readConfig({})).toMatchObject({
      profile: 'sample',
      host: '127.0.0.1',
      port: 3000,
      dataDir: join(process.cwd(), 'data'),
      databaseUrl: undefined,
      sampleCity: true,
      sampleToday: undefined,
    });
  });

  it('take an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('name every fault in one message, without repeating a secret', () => {
    const environment = {
      PORT: '70000',
      PROFILE: 'test',
      DATABASE_URL: 'mysql://root:hunter22@db/x',
      SAMPLE_TODAY: '2026-02-30',
      SAMPLE_PASSWORD: 'kurz',
      SAMPLE_CITY: 'yes',
      DATA_KEY: 'c2hvcnQ=',
    };
    const message = messageOf(() => readConfig(environment));
    for (const name of Object.keys(environment)) expect(message).toContain(`- ${name}：`);
    expect(message).not.toMatch(/hunter22|kurz|c2hvcnQ/);
  });

  it.each([
    ['PORT', '65535', '65536'],
    ['PORT', '0', '-1'],
    ['PORT', '8080', '80.5'],
    ['SAMPLE_TODAY', '2028-02-29', '2027-02-29'],
    ['REDIS_URL', 'redis://127.0.0.1:6379', 'http://127.0.0.1:6379'],
    ['PUBLIC_ORIGIN', 'https://qp.example.cn', 'https://qp.example.cn/'],
    ['SAMPLE_PASSWORD', '12345678', '1234567'],
  ])('%s takes %s and refuses %s', (name, good, bad) => {
    expect(() => readConfig({ [name]: good })).not.toThrow();
    expect(messageOf(() => readConfig({ [name]: bad }))).toContain(name);
  });
});

describe('the production profile', () => {
  const production = {
    PROFILE: 'production',
    DATA_DIR: '/nowhere',
    DATA_KEY: KEY,
    DATABASE_URL: 'postgres://qp:V3ry-l0ng-one@db/qp',
  };

  it('starts with secrets of its own', () => {
    expect(readConfig(production)).toMatchObject({ profile: 'production', sampleCity: false, isSample: false });
  });

  it.each([
    ['SAMPLE_PASSWORD', 'long enough'],
    ['SAMPLE_CITY', 'off'],
    ['SAMPLE_TODAY', '2026-06-30'],
    ['DATABASE_URL', 'postgres://qp:postgres@db/qp'],
    ['DATABASE_URL', 'postgres://qp@db/qp'],
    ['REDIS_URL', 'redis://default:changeme@cache'],
    ['DATA_KEY', Buffer.alloc(32).toString('base64')],
    ['DATA_KEY', ''],
  ])('refuses %s=%s', (name, value) => {
    expect(messageOf(() => readConfig({ ...production, [name]: value }))).toContain(`- ${name}：`);
  });
});

describe('the data key', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qingpei-config-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once in the sample profile, for our own account only', async () => {
    const config = readConfig({ DATA_DIR: folder });
    const keys = await loadDataKeys(config);
    expect([keys.current.length, keys.retired]).toEqual([32, []]);
    expect(await loadDataKeys(config)).toEqual(keys);
    expect(statSync(join(folder, 'keys', 'data.key')).mode & 0o777).toBe(0o600);
  });

  it('comes from the variable when that is set', async () => {
    const { current, retired } = await loadDataKeys(
      readConfig({ DATA_KEY: KEY, DATA_KEY_RETIRED: `${OTHER}, ${KEY}` }),
    );
    expect([current, ...retired].map((key) => key.toString('base64'))).toEqual([KEY, OTHER, KEY]);
    expect(messageOf(() => readConfig({ DATA_KEY: KEY, DATA_KEY_RETIRED: `${OTHER} short` }))).toContain(
      'DATA_KEY_RETIRED',
    );
  });

  it('may be a file in production, and must then be whole', async () => {
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys', 'data.key'), 'c2hvcnQ=');
    await expect(loadDataKeys(readConfig({ PROFILE: 'production', DATA_DIR: folder }))).rejects.toMatchObject({
      code: 'DATA_KEY_INVALID',
    });
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was accepted');
}
