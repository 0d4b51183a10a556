import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Policy } from '../../../machines/rules/index.js';
import { chief, clerk, createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { resultOf, type ToyEngine, toyEngine } from '../../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../../test/support/index.js';
import type { Notice } from '../index.js';
import { CalendarService } from '../settings/calendar.service.js';

interface Row {
  rung: number;
  at: string;
  fired: boolean;
  late: boolean | null;
  deadline: number;
}

describe('reminders of deadlines', () => {
  let database: TestDatabase;
  let toy: ToyEngine;

  // Submitted on Tuesday 29 September, the toy's review is due on 8 October, after National Day.
  beforeEach(async () => {
    database = await createToyDatabase();
    toy = await toyEngine(database.db);
  });

  afterEach(() => database.drop());

  const at = (text: string): void => toy.clock.set(new Date(`${text}+08:00`));
  const sweep = (): ReturnType<ToyEngine['reminders']['sweep']> => toy.reminders.sweep();

  async function rows(): Promise<Row[]> {
    const found = await database.db.queryDynamic<Row>(
      `SELECT working_days AS rung, to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS at,
              fired_at IS NOT NULL AS fired, late, deadline_id AS deadline
       FROM deadline_reminder ORDER BY deadline_id, working_days`,
    );
    return found.rows;
  }

  async function notices(): Promise<Notice[]> {
    const found = await database.db.queryDynamic<{ params: Notice }>(
      `SELECT params FROM outbox WHERE effect = '$notice' ORDER BY id`,
    );
    return found.rows.map(({ params }) => params);
  }

  const rungs = async (): Promise<string[]> => (await notices()).map(({ deadline }) => deadline?.rung ?? 'step');

  async function setPolicy(policy: Policy): Promise<void> {
    await database.db.queryDynamic(
      `INSERT INTO policy_version (version, body, note) SELECT max(version) + 1, $1::jsonb, '测试' FROM policy_version`,
      [JSON.stringify(policy)],
    );
  }

  it('wait one at a time, from the step that arms the deadline', async () => {
    await toy.submitted();
    expect(await rows()).toMatchObject([{ rung: -1, at: '09-30 09:00', fired: false, late: null }]);
  });

  it('are handed out at their hour, once, whatever wakes the sweep and how often', async () => {
    const caseId = await toy.submitted();
    at('2026-09-30T08:59:59');
    expect(await sweep()).toMatchObject({ fired: 0, next: new Date('2026-09-30T09:00:00+08:00') });
    at('2026-09-30T09:00:30');
    const sweeps = await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(sweeps.filter(({ fired }) => fired === 1)).toHaveLength(1);
    expect(sweeps.filter(({ fired }) => fired === 0)).toHaveLength(3);
    const [{ deadline: deadlineId }] = (await rows()) as [Row];
    expect(await notices()).toEqual([
      {
        key: `reminder-${deadlineId}-before-1`,
        kind: 'reminder',
        workflow: 'toy_request',
        caseId,
        version: 2,
        unitId: 1,
        deadline: { id: deadlineId, name: 'review', dueDay: '2026-10-08', rung: 'before-1', workingDaysLeft: 1 },
        roles: [],
        late: false,
        at: '2026-09-30T01:00:30.000Z',
      },
    ]);
    expect(await rows()).toMatchObject([
      { rung: -1, fired: true, late: false },
      { rung: 0, at: '10-08 09:00', fired: false },
    ]);
  });

  it('rest outside working hours and on holidays', async () => {
    await toy.submitted();
    for (const moment of ['2026-09-30T17:00:00', '2026-10-01T10:00:00', '2026-10-04T10:00:00', '2026-10-08T08:00:00']) {
      at(moment);
      expect((await sweep()).fired).toBe(0);
    }
    at('2026-10-08T09:00:00');
    await sweep();
    expect(await rungs()).toEqual(['before-1', 'on-day']);
  });

  it('are all handed out after a month of silence, each once and marked late', async () => {
    await toy.submitted();
    at('2026-11-02T10:00:00');
    expect(await sweep()).toMatchObject({ fired: 6, late: 6, next: null });
    expect(await rungs()).toEqual(['before-1', 'on-day', 'after-1', 'after-2', 'after-4', 'after-7']);
    expect((await notices()).map(({ kind, roles, late }) => [kind, ...roles, late])).toEqual([
      ['reminder', true],
      ['reminder', true],
      ['reminder', true],
      ['escalation', 'chief', true],
      ['escalation', 'deputy', true],
      ['escalation', 'head', true],
    ]);
    expect((await sweep()).fired).toBe(0);
  });

  it('are handed out once by workers side by side', async () => {
    for (let index = 0; index < 25; index += 1) await toy.submitted(`申请${index}`);
    at('2026-11-02T10:00:00');
    // Workers pass over what another holds at that moment, all of them perhaps; the next sweep takes it up.
    const sweeps = [...(await Promise.all([sweep(), sweep(), sweep(), sweep()])), await sweep()];
    expect(sweeps.reduce((sum, { fired }) => sum + fired, 0)).toBe(25 * 6);
    const keys = (await notices()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(25 * 6);
  });

  it('end with the deadline, and begin anew with the next visit', async () => {
    const caseId = await toy.submitted();
    at('2026-09-30T10:00:00');
    await sweep();
    resultOf(await toy.send(caseId, 'WITHDRAW', clerk));
    expect(await rows()).toMatchObject([{ rung: -1, fired: true }]);
    at('2026-10-09T10:00:00');
    expect((await sweep()).fired).toBe(0);
    resultOf(await toy.send(caseId, 'SUBMIT', clerk));
    // Two working days on: Saturday the 10th is worked, so Monday the 12th.
    expect((await rows()).slice(1)).toMatchObject([{ rung: -1, at: '10-10 09:00', fired: false }]);
    at('2026-10-10T09:00:00');
    await sweep();
    expect((await notices()).map(({ deadline }) => deadline?.dueDay)).toEqual(['2026-10-08', '2026-10-12']);
    resultOf(await toy.send(caseId, 'APPROVE', chief));
    at('2026-12-01T10:00:00');
    expect((await sweep()).fired).toBe(0);
  });

  it('are not handed out for a deadline that ended while its next reminder was being made', async () => {
    const caseId = await toy.submitted();
    resultOf(await toy.send(caseId, 'WITHDRAW', clerk));
    await database.db.queryDynamic(
      `INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
       SELECT id, 0, 'reminder', '{}', '2026-10-08T01:00:00Z', 1, 1, unit_id FROM deadline`,
    );
    at('2026-10-08T10:00:00');
    expect((await sweep()).fired).toBe(0);
    expect(await rows()).toEqual([]);
  });

  it('follow other settings from the next sweep on', async () => {
    await toy.submitted();
    await sweep();
    const ladders = { default: [{ workingDays: 1, kind: 'escalation', roles: ['head'] }] } as const;
    await setPolicy({ ...DEFAULT_POLICY, reminders: { hours: { from: 14, until: 16 }, ladders } });
    at('2026-09-30T09:30:00');
    expect(await sweep()).toMatchObject({ fired: 0, settled: 1, next: new Date('2026-10-09T14:00:00+08:00') });
    expect(await rows()).toMatchObject([{ rung: 1, at: '10-09 14:00' }]);
    expect((await sweep()).settled).toBe(0);
  });

  it('that have been handed out do not come again with other settings', async () => {
    await toy.submitted();
    at('2026-09-30T10:00:00');
    await sweep();
    await setPolicy(DEFAULT_POLICY);
    await sweep();
    expect(await rungs()).toEqual(['before-1']);
    expect(await rows()).toMatchObject([
      { rung: -1, fired: true },
      { rung: 0, fired: false },
    ]);
  });

  it('of a step that ran under older settings are looked at again before they are handed out', async () => {
    await toy.submitted();
    await sweep();
    await setPolicy({ ...DEFAULT_POLICY, reminders: { ...DEFAULT_POLICY.reminders, ladders: { default: [] } } });
    await sweep();
    await database.db.queryDynamic(
      `INSERT INTO deadline_reminder (deadline_id, working_days, kind, roles, due_at, policy_version, calendar_version, unit_id)
       SELECT id, -1, 'reminder', '{}', '2026-09-30T01:00:00Z', 1, 1, unit_id FROM deadline`,
    );
    at('2026-09-30T10:00:00');
    expect((await sweep()).fired).toBe(0);
    expect(await rows()).toEqual([]);
  });

  it('move with the calendar', async () => {
    await toy.submitted();
    const calendar = new CalendarService(database.db, toy.clock, toy.registry, toy.settings);
    const { days } = await calendar.year(2026);
    const body = {
      days: [...days, { day: '2026-09-30', kind: 'off' as const, name: '测试' }],
      source: '测试',
      note: '测试',
    };
    await calendar.load(2026, body, null);
    at('2026-09-29T16:00:00');
    await sweep();
    expect(await rows()).toMatchObject([{ rung: -1, at: '10-08 09:00' }]);
  });

  it('are given to deadlines from before the product knew them', async () => {
    await toy.submitted();
    await database.db.queryDynamic('DELETE FROM deadline_reminder');
    expect((await sweep()).settled).toBe(1);
    expect(await rows()).toMatchObject([{ rung: -1, at: '09-30 09:00' }]);
  });
});

describe('notices of steps', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createToyDatabase();
  });

  afterEach(() => database.drop());

  it('go out with each step to whoever takes them', async () => {
    const toy = await toyEngine(database.db);
    const taken: Notice[] = [];
    toy.registry.takeNotices(async (_tx, notices) => void taken.push(...notices));
    const caseId = await toy.submitted();
    await toy.relay.drain();
    const common = { kind: 'step', workflow: 'toy_request', caseId, unitId: 1, roles: [], late: false };
    const moment = toy.clock.now().toISOString();
    expect(taken).toEqual([
      { ...common, key: `toy_request-${caseId}-v1`, version: 1, at: moment },
      { ...common, key: `toy_request-${caseId}-v2`, version: 2, at: moment },
    ]);
  });

  it('are not laid down when nobody takes them', async () => {
    const toy = await toyEngine(database.db);
    await toy.submitted();
    const { rows } = await database.db.queryDynamic('SELECT FROM outbox');
    expect(rows).toEqual([]);
  });

  it('hold up no other consequence of the case while they fail', async () => {
    let announced = 0;
    const toy = await toyEngine(database.db, { announce: async () => void (announced += 1) });
    toy.registry.takeNotices(() => Promise.reject(new Error('the post is closed')));
    const caseId = await toy.submitted();
    resultOf(await toy.send(caseId, 'APPROVE', chief));
    await toy.relay.drain();
    expect(announced).toBe(1);
  });
});
