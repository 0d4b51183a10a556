import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/support/index.js';
import { assignNumber } from './index.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const next = (series = '组函', year = 2026): Promise<string> =>
  database.db.transaction((tx) => assignNumber(tx, series, year));

describe('document numbers', () => {
  it('count from one in each series and year', async () => {
    expect([await next(), await next(), await next('组通'), await next('组函', 2027)]).toEqual([
      '组函〔2026〕1号',
      '组函〔2026〕2号',
      '组通〔2026〕1号',
      '组函〔2027〕1号',
    ]);
  });

  it('leave no gap when a sign-off fails, and none is given twice to many at once', async () => {
    const failing = database.db.transaction(async (tx) => {
      await assignNumber(tx, '组发', 2026);
      throw new Error('the sign-off fails');
    });
    await expect(failing).rejects.toThrow('the sign-off fails');
    const given = await Promise.all(Array.from({ length: 20 }, () => next('组发')));
    expect(new Set(given)).toEqual(new Set(Array.from({ length: 20 }, (_, index) => `组发〔2026〕${index + 1}号`)));
  });

  it.each([
    ['never jump', `UPDATE document_series SET last_number = last_number + 2`],
    ['are never taken back', 'DELETE FROM document_series'],
    ['begin with one', `INSERT INTO document_series VALUES ('组干', 2026, 7)`],
  ])('%s: the database refuses otherwise', async (_what, text) => {
    await next();
    await expect(database.db.queryDynamic(text)).rejects.toThrow('counts on by one');
  });
});
