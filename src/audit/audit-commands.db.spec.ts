import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/support/index.js';
import { recordAlone } from '../platform/audit/index.js';
import { act, countOf } from './audit.fixture.js';
import { auditExport } from './index.js';
import type { AuditView } from './reading/audit.dto.js';

const PURPOSE = '配合上级内部监督检查';

describe('qingpei audit export', () => {
  let database: TestDatabase;
  let said: string[];
  let written: string;

  beforeEach(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    [said, written] = [[], ''];
    for (const objectId of ['1', '2', '3']) await recordAlone(database.db, act({ objectId, purpose: '=cmd|核对' }));
  });
  afterEach(() => database.drop());

  const run = (...args: string[]): Promise<number> => {
    const write = async (piece: string): Promise<void> => {
      written += piece;
      // A reader may be slow, and must find the export on record by the time the first piece is there.
      expect(await exports()).toHaveLength(1);
    };
    return auditExport(database.db, args, write, (text) => said.push(text));
  };
  const exports = async (): Promise<unknown[]> =>
    (
      await database.db.queryDynamic(
        `SELECT actor_id AS actor, action, purpose, result FROM audit_record WHERE event = 'audit-export'`,
      )
    ).rows;

  it.each<[string, string[]]>([
    ['without a purpose', []],
    ['for a purpose that says nothing', ['--purpose', '导出']],
    ['for a purpose of several lines', ['--purpose', `${PURPOSE}\n另一行`]],
    ['in a format unknown', ['--purpose', PURPOSE, '--format', 'xlsx']],
    ['from a day that is no moment', ['--purpose', PURPOSE, '--from', '2026-06-01']],
    ['with a word too many', ['--purpose', PURPOSE, 'all']],
    ['with an option unknown', ['--purpose', PURPOSE, '--all', 'yes']],
  ])('is refused %s: says how, writes nothing, and nothing has left', async (_, args) => {
    expect(await run(...args)).toBe(2);
    expect(said).toEqual([expect.stringContaining('--purpose <用途，5 到 200 字>')]);
    expect(written).toBe('');
    expect(await exports()).toEqual([]);
    expect(await countOf(database.db, 'audit_record')).toBe(3);
  });

  it('is on record with its purpose before the first line is written, and in what it writes', async () => {
    expect(await run('--purpose', PURPOSE)).toBe(0);
    const lines = written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditView);
    expect(lines.map(({ event, objectId }) => `${event} ${objectId ?? '-'}`).toSorted()).toEqual([
      'audit-export -',
      'change 1',
      'change 2',
      'change 3',
    ]);
    expect(lines.find(({ event }) => event === 'audit-export')).toMatchObject({ purpose: PURPOSE, result: 'done' });
    expect(await exports()).toEqual([
      { actor: null, action: 'qingpei audit export', purpose: PURPOSE, result: 'done' },
    ]);
  });

  it('writes a table in which no cell is a formula, and only the time asked for', async () => {
    expect(await run('--purpose', PURPOSE, '--format', 'csv', '--to', '2020-01-01T00:00:00+08:00')).toBe(0);
    expect(written.trimEnd().split('\r\n')).toHaveLength(1);
    written = '';
    const write = async (piece: string): Promise<void> => void (written += piece);
    expect(await auditExport(database.db, ['--purpose', PURPOSE, '--format', 'csv'], write, () => undefined)).toBe(0);
    const [header = '', ...rows] = written.trimEnd().split('\r\n');
    expect(header.split(',').slice(0, 3)).toEqual(['id', 'at', 'actorId']);
    expect(rows.filter((row) => row.includes(",'=cmd|核对,"))).toHaveLength(3);
    expect(rows.join('\n')).not.toMatch(/(^|,)=cmd/m);
  });
});
