import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tx } from '../platform/index.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/index.js';
import {
  holdPosts,
  type StoredItem,
  listCleared,
  listHeldPosts,
  listHolds,
  listMovedCadres,
  listReserved,
  releasePosts,
  setCleared,
  storeItems,
} from './in-flight-items.js';

const item = (cadre: string, change: Partial<StoredItem>): StoredItem => ({
  cadre,
  appointTo: null,
  removeFrom: null,
  kind: 'appoint',
  mode: 'regular',
  occupiesHeadcount: true,
  note: '',
  ...change,
});

const asGateItem = (cadre: string, appointTo?: string, removeFrom?: string) => ({
  cadre: { code: cadre, name: '', birth: '1990-01' },
  kind: 'appoint' as const,
  ...(appointTo && {
    appointTo: { post: appointTo, postName: '', team: 'T1', tier: 'deputy' as const, rank: 'ke-deputy' as const },
  }),
  ...(removeFrom && { removeFrom: { post: removeFrom, team: 'T1' } }),
});

describe('items of open proposals', () => {
  let database: TestDatabase;
  const write = (work: (tx: Tx) => Promise<void>): Promise<void> => database.db.transaction(work);

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.db.queryDynamic(`
      WITH u AS (INSERT INTO unit (code, name, kind, path) VALUES ('U1', '甲局', 'county-party-gov-department', '1') RETURNING id),
      t AS (INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies)
        SELECT 'T1', id, '甲局班子', 'township-section', 1, 3 FROM u RETURNING id),
      p AS (INSERT INTO post (code, team_id, name, rank, tier)
        SELECT 'P' || n, t.id, '副局长', 'ke-deputy', 'deputy' FROM t, generate_series(1, 4) n RETURNING id, code),
      c AS (INSERT INTO cadre (code, name, sex, birth_month)
        SELECT 'C' || n, '干部' || n, 'male', '1990-0' || n FROM generate_series(1, 4) n RETURNING id, code)
      INSERT INTO appointment (cadre_id, post_id, from_day) SELECT c.id, p.id, '2024-01-01' FROM c, p
        WHERE c.code = 'C4' AND p.code = 'P4'`);
    await database.db.queryDynamic(`
      INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
        create_command_id, title, reason)
      SELECT unit.id, '"draft"', 'draft', '{}', 1, 1, now(), now(), 'c' || n, '动议', '理由'
      FROM unit, generate_series(1, 3) n`);
  });

  afterAll(() => database.drop());

  beforeEach(() => database.db.queryDynamic('DELETE FROM proposal_item'));

  it('replaces what was stored before, in order', async () => {
    await write((tx) =>
      storeItems(tx, 1, [item('C1', { appointTo: 'P1' }), item('C2', { appointTo: 'P2', note: '甲' })]),
    );
    await write((tx) => storeItems(tx, 1, [item('C3', { appointTo: 'P3', mode: 'probation' })]));
    const { rows } = await database.db.queryDynamic(
      `SELECT ordinal, c.code AS cadre, p.code AS post, mode, note FROM proposal_item i
       JOIN cadre c ON c.id = i.cadre_id JOIN post p ON p.id = i.appoint_post_id`,
    );
    expect(rows).toEqual([{ ordinal: 1, cadre: 'C3', post: 'P3', mode: 'probation', note: '' }]);
  });

  it('stores nothing when a code does not exist', async () => {
    await expect(
      write((tx) => storeItems(tx, 1, [item('C1', { appointTo: 'P1' }), item('C9', { appointTo: 'P2' })])),
    ).rejects.toThrow('stored 1 of 2 items');
    const { rows } = await database.db.queryDynamic('SELECT FROM proposal_item');
    expect(rows).toEqual([]);
  });

  it('keeps a post for one open proposal', async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C1', { appointTo: 'P1' })]);
      await storeItems(tx, 2, [item('C2', { appointTo: 'P1' })]);
      await holdPosts(tx, 1);
    });
    await expect(write((tx) => holdPosts(tx, 2))).rejects.toMatchObject({
      constraint: 'proposal_item_one_hold_per_post',
    });
    await write((tx) => releasePosts(tx, 1));
    await write((tx) => holdPosts(tx, 2));
    expect(await listHolds(database.db, [asGateItem('C3', 'P1')], null)).toEqual([
      { proposal: 2, cadre: 'C2', post: 'P1', change: 'appoint' },
    ]);
  });

  it("tells of holds on a post and on a removal, but not of the asker's own", async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C1', { appointTo: 'P1' }), item('C4', { removeFrom: 'P4', kind: 'remove' })]);
      await holdPosts(tx, 1);
    });
    const asked = [asGateItem('C2', 'P1'), asGateItem('C4', undefined, 'P4'), asGateItem('C3', 'P2', 'P4')];
    expect(await listHolds(database.db, asked, 2)).toEqual([
      { proposal: 1, cadre: 'C1', post: 'P1', change: 'appoint' },
      { proposal: 1, cadre: 'C4', post: 'P4', change: 'remove' },
    ]);
    expect(await listHolds(database.db, asked, 1)).toEqual([]);
    expect(await listHeldPosts(database.db, ['T1'], null)).toEqual(['P1']);
    expect(await listMovedCadres(database.db, ['C2', 'C4'], 2)).toEqual(['C4']);
  });

  it("reserves what each proposal adds in sum, and never counts one's removal for another", async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C1', { appointTo: 'P1' }), item('C2', { appointTo: 'P2' })]);
      await storeItems(tx, 2, [item('C4', { removeFrom: 'P4', kind: 'remove' })]);
      await holdPosts(tx, 1);
      await holdPosts(tx, 2);
    });
    expect(await listReserved(database.db, ['T1'], null)).toEqual([{ team: 'T1', tier: 'deputy', reserved: 2 }]);
    expect(await listReserved(database.db, ['T1'], 1)).toEqual([]);
  });

  it('lets a removal make room within its own proposal', async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C1', { appointTo: 'P4' }), item('C4', { removeFrom: 'P4', kind: 'remove' })]);
      await holdPosts(tx, 1);
    });
    expect(await listReserved(database.db, ['T1'], null)).toEqual([]);
  });

  it('reserves nothing for a secondee, nor for a proposal that the gates count as done', async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C1', { appointTo: 'P1', mode: 'secondment' })]);
      await storeItems(tx, 2, [item('C2', { appointTo: 'P2' })]);
      await holdPosts(tx, 1);
      await holdPosts(tx, 2);
      await setCleared(tx, 2, true);
    });
    expect(await listReserved(database.db, ['T1'], null)).toEqual([]);
  });

  it('shows cleared items of others as the gate needs them', async () => {
    await write(async (tx) => {
      await storeItems(tx, 1, [item('C4', { appointTo: 'P1', removeFrom: 'P4', kind: 'transfer' })]);
      await setCleared(tx, 1, true);
    });
    expect(await listCleared(database.db, ['T1'], 1)).toEqual([]);
    expect(await listCleared(database.db, ['T2'], null)).toEqual([]);
    expect(await listCleared(database.db, ['T1'], null)).toEqual([
      {
        cadre: { code: 'C4', name: '干部4', birth: '1990-04' },
        kind: 'transfer',
        mode: 'regular',
        occupiesHeadcount: true,
        appointTo: { post: 'P1', postName: '副局长', team: 'T1', tier: 'deputy', rank: 'ke-deputy' },
        removeFrom: { post: 'P4', team: 'T1' },
      },
    ]);
    await write((tx) => setCleared(tx, 1, false));
    expect(await listCleared(database.db, ['T1'], null)).toEqual([]);
  });
});
