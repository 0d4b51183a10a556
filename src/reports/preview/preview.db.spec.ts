import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../../../machines/rules/index.js';
import {
  buildAppointment,
  buildMember,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type BuiltUnit,
} from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import type { Caller } from '../../engine/index.js';
import { FixedClock } from '../../platform/index.js';
import { LedgerPass } from '../ledger-pass.js';
import { PreviewService } from './preview.service.js';

const callerWith = (role: string, unitPath: string): Caller =>
  ({ userId: 1, displayName: '某', grants: [{ role, unitPath }] }) as unknown as Caller;
const chief = callerWith('chief', '');

describe('what other settings would change', () => {
  let database: TestDatabase;
  let area: BuiltUnit;
  let previews: PreviewService;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    previews = new PreviewService(db, new LedgerPass(db, new FixedClock('2026-11-23')));
    area = await buildUnit(db, { code: 'Q1', name: '甲旗', kind: 'county-level-area' });
    const bureau = await buildUnit(db, { code: 'Q1-B1', parent: area });
    await buildTask(db, { code: 'DEPT', share: [50, 100] });
    const team = await buildTeam(db, { unit: bureau, code: 'DEPT-T', principals: 1, deputies: 3 });
    const { cadre } = await buildMember(db, { team: await buildTeam(db, { unit: area }), birth: '1990-03' });
    await buildAppointment(db, { cadre, post: await buildPost(db, { team }), mode: 'probation' });
  });
  afterAll(() => database.drop());

  const tightened = { ...DEFAULT_POLICY, counting: { ...DEFAULT_POLICY.counting, includeProbation: false } };

  it('nothing, when nothing is changed', async () => {
    const { changed, moves, items, before, after } = await previews.preview(chief, { policy: DEFAULT_POLICY });
    expect({ changed, moves, items }).toEqual({ changed: 0, moves: [], items: [] });
    expect(after).toEqual(before);
  });

  it('who stands differently, from which level to which, and what it does to the headline', async () => {
    const answer = await previews.preview(chief, { policy: tightened });
    expect(answer).toMatchObject({
      before: { rows: 1, due: 2, actual: 1, shortfall: 1 },
      after: { rows: 1, due: 2, actual: 0, shortfall: 2 },
      moves: [{ from: 'B', to: 'A', rows: 1 }],
      changed: 1,
      items: [{ team: 'DEPT-T', before: { level: 'B' }, after: { level: 'A', severity: 3 } }],
      areasReached: { before: 0, after: 0, areas: 1 },
    });
    const { rows } = await database.db.queryDynamic<{ n: number }>('SELECT count(*)::int AS n FROM policy_version');
    expect(rows[0]!.n).toBe(0);
  });

  it('tells a security administrator numbers, but no team', async () => {
    const { changed, items } = await previews.preview(callerWith('secadmin', 'none'), { policy: tightened });
    expect({ changed, items }).toEqual({ changed: 1, items: [] });
  });

  it('tells nothing to whoever could not store it', () => {
    expect(() => previews.preview(callerWith('chief', area.path), { policy: tightened })).toThrow('FORBIDDEN');
  });
});
