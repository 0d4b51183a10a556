import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, makeScratchFolder, type TestDatabase, warmPool } from '../../../test/support/index.js';
import { recordAct, recordAlone } from '../../platform/audit/index.js';
import { act, asOwner, countOf, tamper } from '../audit.fixture.js';
import { auditVerify } from '../index.js';
import { readAnchors, writeAnchor } from './anchors.js';
import { sealRecords } from './seal-records.js';
import { type ChainReport, verifyChain } from './verify-chain.js';

describe('the chain of the audit', () => {
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;

  beforeEach(async () => {
    database = await createTestDatabase({ poolSize: 12 });
    folder = await makeScratchFolder();
  });
  afterEach(async () => {
    await database.drop();
    await folder.remove();
  });

  const record = async (count: number): Promise<void> => {
    for (let n = 1; n <= count; n += 1) await recordAlone(database.db, act({ objectId: String(n) }));
  };
  const verify = async (): Promise<ChainReport> => verifyChain(database.db, await readAnchors(folder.path));
  const owner = (text: string): Promise<unknown> => tamper(database.ownerUrl, text);
  const idAt = async (seq: number): Promise<number> => {
    const { rows } = await database.db.queryDynamic<{ id: number }>(
      'SELECT record_id AS id FROM audit_seal WHERE seq = $1',
      [seq],
    );
    return rows[0]!.id;
  };

  it('is whole when nobody touched it, and is sealed once', async () => {
    expect(await verify()).toEqual({ seals: 0, records: 0, anchors: 0, faults: 0, first: [] });
    await record(5);
    expect(await sealRecords(database.db)).toBe(5);
    expect(await sealRecords(database.db)).toBe(0);
    await record(2);
    expect(await sealRecords(database.db)).toBe(2);
    await writeAnchor(database.db, folder.path);
    expect(await verify()).toEqual({ seals: 7, records: 7, anchors: 1, faults: 0, first: [] });
  });

  it.each([
    ['the result', `result = 'SELF_APPROVAL'`],
    ['the actor', 'actor_id = 8'],
    ['who was absent', 'on_behalf_of = 9'],
    ['the address', `address = '10.0.0.9'`],
    ['a digest', `after_digest = '\\x00'`],
    ['the role, to nothing', 'role = NULL'],
    ['the request', `request_id = ''`],
  ])('names the one record in which the owner changed %s', async (_, change) => {
    await record(6);
    await sealRecords(database.db);
    const id = await idAt(4);
    await owner(`UPDATE audit_record SET ${change} WHERE id = ${id}`);
    const report = await verify();
    expect(report).toMatchObject({ seals: 6, faults: 1, first: [{ kind: 'record-changed', seq: 4, recordId: id }] });
  });

  it('names a record whose time was moved, or that was removed', async () => {
    await record(4);
    await sealRecords(database.db);
    const [moved, removed] = [await idAt(2), await idAt(3)];
    await owner(`UPDATE audit_record SET at = at - interval '1 hour' WHERE id = ${moved}`);
    await owner(`DELETE FROM audit_record WHERE id = ${removed}`);
    const report = await verify();
    expect(report.first).toEqual([
      expect.objectContaining({ kind: 'record-missing', seq: 2, recordId: moved }),
      expect.objectContaining({ kind: 'record-missing', seq: 3, recordId: removed }),
      expect.objectContaining({ kind: 'record-unsealed', recordId: moved }),
    ]);
  });

  it('names the place of a seal that was taken out', async () => {
    await record(5);
    await sealRecords(database.db);
    await owner('DELETE FROM audit_seal WHERE seq = 3');
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'seal-missing', seq: 3 })]);
  });

  it('names the place where a seal was made anew for a changed record, because the next does not follow', async () => {
    await record(5);
    await sealRecords(database.db);
    await owner(`UPDATE audit_seal SET hash = sha256('forged') WHERE seq = 3`);
    expect((await verify()).first).toEqual([
      expect.objectContaining({ kind: 'record-changed', seq: 3 }),
      expect.objectContaining({ kind: 'seal-changed', seq: 4 }),
    ]);
  });

  it('finds the end cut off, or the whole chain forged, by the anchor kept outside', async () => {
    await record(5);
    await sealRecords(database.db);
    await writeAnchor(database.db, folder.path);
    await owner('DELETE FROM audit_seal WHERE seq > 3');
    await owner('DELETE FROM audit_record WHERE id NOT IN (SELECT record_id FROM audit_seal)');
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'anchor-contradicts', seq: 5 })]);
    await record(2);
    await sealRecords(database.db);
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'anchor-contradicts', seq: 5 })]);
  });

  it('tells an anchor that was changed or spoilt', async () => {
    await record(2);
    await sealRecords(database.db);
    await writeAnchor(database.db, folder.path);
    const [name] = await readdir(join(folder.path, 'anchors'));
    const file = join(folder.path, 'anchors', name!);
    const anchor = JSON.parse(await readFile(file, 'utf8')) as { hash: string };
    await chmod(file, 0o600);
    await writeFile(file, JSON.stringify({ ...anchor, hash: 'a'.repeat(64) }));
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'anchor-contradicts', seq: 2, at: name })]);
    await writeFile(file, '{}');
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'anchor-broken', at: name })]);
  });

  it('writes one anchor a day and never again', async () => {
    await writeAnchor(database.db, folder.path);
    expect(await readAnchors(folder.path)).toEqual([]);
    await record(1);
    await sealRecords(database.db);
    await writeAnchor(database.db, folder.path);
    const before = await readAnchors(folder.path);
    await record(1);
    await sealRecords(database.db);
    await writeAnchor(database.db, folder.path);
    expect(await readAnchors(folder.path)).toEqual(before);
    expect(before[0]?.anchor?.seq).toBe(1);
  });

  it('names a record that was slipped in behind the sealer’s back', async () => {
    await record(3);
    await sealRecords(database.db);
    await asOwner(
      database.ownerUrl,
      `INSERT INTO audit_record (at, tx, event, object_type, action, result)
       VALUES (date_trunc('month', now()) + interval '1 ms', 3, 'change', 'proposal', 'SUBMIT', 'done')`,
    );
    expect(await sealRecords(database.db)).toBe(0);
    expect((await verify()).first).toEqual([expect.objectContaining({ kind: 'record-unsealed', seq: null })]);
  });

  it('waits for nobody and misses nobody: fifty writers, some of whom give up, while it is sealed', async () => {
    await warmPool(database, 12);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const early = database.db.transaction(async (tx) => {
      await recordAct(tx, act({ objectId: 'late' }));
      await gate;
    });
    const writers = Array.from({ length: 50 }, (_, n) =>
      database.db
        .transaction(async (tx) => {
          await recordAct(tx, act({ objectId: String(n) }));
          if (n % 5 === 0) throw new Error('gave up');
        })
        .catch(() => undefined),
    );
    const sealers = Array.from({ length: 8 }, () => sealRecords(database.db));
    await Promise.all([...writers, ...sealers]);
    await sealRecords(database.db);
    expect(await countOf(database.db, 'audit_seal')).toBe(40);
    open();
    await early;
    expect(await sealRecords(database.db)).toBe(1);
    expect(await verify()).toMatchObject({ seals: 41, records: 41, faults: 0 });
  });

  it('is taken up after a restore into a server whose transactions are numbered lower', async () => {
    await record(2);
    await sealRecords(database.db);
    await owner(`UPDATE audit_seal SET horizon = horizon + 1000000000`);
    await record(1);
    expect(await sealRecords(database.db)).toBe(1);
    expect(await sealRecords(database.db)).toBe(0);
    expect(await verify()).toMatchObject({ seals: 3, faults: 0 });
  });

  it('says at the console what is wrong, the first first, and by its exit code', async () => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    await record(3);
    await sealRecords(database.db);
    expect(await auditVerify(database.db, folder.path, say)).toBe(0);
    expect(lines).toEqual(['已校验3个封存、3条记录、0个锚定文件，全部相符。']);
    await owner(`UPDATE audit_record SET result = 'failed' WHERE id = ${await idAt(2)}`);
    expect(await auditVerify(database.db, folder.path, say)).toBe(1);
    expect(lines[1]).toMatch(/^✗ 链上第 2 位：审计记录 \d+（.+Z）与封存时不一致，内容已被改动。$/);
    expect(lines[2]).toContain('1处不符');
  });
});
