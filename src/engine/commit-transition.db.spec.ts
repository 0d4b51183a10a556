import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chief, clerk, createToyDatabase, stranger } from '../../test/faults/kit/toy-database.js';
import { refusalOf, resultOf, toyEngine, type ToyEngine } from '../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../test/support/index.js';
import type { Caller } from './index.js';

const APPROVED = { state: 'approved', statePath: 'approved', version: 3, done: true };

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase();
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await database.db.queryDynamic<T>(text, values)).rows;
}

describe('an ordinary approval', () => {
  it('costs one commit and five statements at most', async () => {
    const id = await toy.submitted('计数');
    const statements: string[] = [];
    const stop = database.db.onStatement(({ name }) => statements.push(name));
    const outcome = await toy.send(id, 'WITHDRAW', clerk);
    stop();
    expect(resultOf(outcome)).toMatchObject({ state: 'draft', version: 3 });
    expect(statements.filter((name) => name === 'commit')).toHaveLength(1);
    expect(statements).toEqual(['begin', 'lock toy_request', expect.stringMatching(/^step toy_request/), 'commit']);
  });

  it('stores state, event with facts, outbox and deadlines together', async () => {
    const id = await toy.submitted('一并保存');
    expect(resultOf(await toy.send(id, 'APPROVE', chief))).toEqual({ id, ...APPROVED });
    expect(await rows('SELECT state, state_path, version, done, title FROM toy_request WHERE id = $1', id)).toEqual([
      { state: 'approved', state_path: 'approved', version: 3, done: true, title: '一并保存' },
    ]);
    const events = await rows(
      `SELECT version, type, state, actor_id, actor_role, facts, policy_version, machine_revision FROM case_event
       WHERE workflow = 'toy_request' AND case_id = $1 ORDER BY version`,
      id,
    );
    const made = { machine_revision: 1, policy_version: 1 };
    expect(events).toEqual([
      { version: 1, type: 'CREATE', state: 'draft', actor_id: 1, actor_role: 'clerk', facts: {}, ...made },
      { version: 2, type: 'SUBMIT', state: 'submitted', actor_id: 1, actor_role: 'clerk', facts: {}, ...made },
      { version: 3, type: 'APPROVE', state: 'approved', actor_id: 2, actor_role: 'chief', facts: { left: 5 }, ...made },
    ]);
    const outbox = await rows('SELECT version, ordinal, effect FROM outbox WHERE case_id = $1 ORDER BY ordinal', id);
    expect(outbox).toEqual([
      { version: 3, ordinal: 1, effect: 'tellNeighbour' },
      { version: 3, ordinal: 2, effect: 'announce' },
    ]);
  });
});

describe('the same command twice', () => {
  it('gets the same answer although the case has moved on', async () => {
    const id = await toy.draft('两次');
    const first = resultOf(await toy.send(id, 'SUBMIT', clerk, { commandId: 'once' }));
    await toy.send(id, 'WITHDRAW', clerk);
    const again = await toy.send(id, 'SUBMIT', clerk, { commandId: 'once', expectedVersion: 1 });
    expect(again).toEqual({ ok: true, replayed: true, result: first });
  });

  it('is refused to somebody else', async () => {
    const id = await toy.draft('他人');
    await toy.send(id, 'SUBMIT', clerk, { commandId: 'mine' });
    expect(refusalOf(await toy.send(id, 'SUBMIT', chief, { commandId: 'mine' })).code).toBe('COMMAND_ID_TAKEN');
  });

  it('creates one case', async () => {
    const request = {
      workflow: 'toy_request',
      unit: 'U1',
      payload: { title: '同一' },
      commandId: 'create',
      caller: clerk,
    };
    const first = resultOf(await toy.engine.create(request));
    expect(first).toMatchObject({ state: 'draft', version: 1, done: false });
    expect(await toy.engine.create(request)).toEqual({ ok: true, replayed: true, result: first });
  });
});

describe('refusals', () => {
  it('says who was faster', async () => {
    const id = await toy.submitted('已被处理');
    const refusal = refusalOf(await toy.send(id, 'APPROVE', chief, { expectedVersion: 1 }));
    expect(refusal).toEqual({
      code: 'STALE_VERSION',
      params: { expected: 1, actual: 2, by: '经办甲', at: '2026-09-29T04:00:00.000Z', lastEvent: 'SUBMIT' },
    });
  });

  it('hides a case outside the units granted, and one that does not exist, in the same way', async () => {
    const id = await toy.draft('看不见');
    expect(refusalOf(await toy.send(id, 'SUBMIT', stranger)).code).toBe('CASE_NOT_FOUND');
    expect(refusalOf(await toy.send(999_999, 'SUBMIT', clerk)).code).toBe('CASE_NOT_FOUND');
    const request = { workflow: 'toy_request', payload: { title: '越界' }, commandId: 'away', caller: stranger };
    expect(refusalOf(await toy.engine.create({ ...request, unit: 'U1' })).code).toBe('UNIT_OUT_OF_REACH');
    expect(refusalOf(await toy.engine.create({ ...request, unit: 'nowhere' })).code).toBe('UNIT_OUT_OF_REACH');
  });

  it('leaves who has no role for it to the machine', async () => {
    const id = await toy.submitted('无此角色');
    expect(refusalOf(await toy.send(id, 'APPROVE', clerk)).code).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(await toy.send(id, 'SIGNAL', chief)).code).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(await toy.send(id, 'SUBMIT', clerk)).code).toBe('EVENT_NOT_ALLOWED');
    expect(refusalOf(await toy.send(id, 'VANISH', clerk)).code).toBe('EVENT_UNKNOWN');
  });

  it('refuses a payload of the wrong shape with each fault', async () => {
    const id = await toy.draft('形状');
    const command = { type: 'EDIT', payload: { title: '' }, commandId: 'shape' };
    await expect(
      toy.engine.commit({ workflow: 'toy_request', caseId: id, caller: clerk, command }),
    ).rejects.toMatchObject({
      faults: [{ path: 'payload.title' }],
    });
  });
});

describe('capacities', () => {
  const both: Caller = {
    userId: 1,
    displayName: '经办甲',
    grants: [
      { role: 'clerk', unitPath: '1' },
      { role: 'chief', unitPath: '', onBehalfOf: 2 },
    ],
  };
  const standIn: Caller = {
    userId: 3,
    displayName: '部长丙',
    grants: [{ role: 'chief', unitPath: '', onBehalfOf: 2 }],
  };

  it('acts in the own name where that is enough', async () => {
    const id = await toy.draft('本人');
    await toy.send(id, 'SUBMIT', both);
    expect(await rows('SELECT on_behalf_of FROM case_event WHERE case_id = $1 AND version = 2', id)).toEqual([
      { on_behalf_of: null },
    ]);
  });

  it('records for whom somebody stands in', async () => {
    const id = await toy.submitted('代行');
    resultOf(await toy.send(id, 'APPROVE', standIn));
    expect(await rows('SELECT actor_id, on_behalf_of FROM case_event WHERE case_id = $1 AND version = 3', id)).toEqual([
      { actor_id: 3, on_behalf_of: 2 },
    ]);
  });

  it('does not let anybody approve the own request by standing in for a colleague', async () => {
    const id = await toy.submitted('自批');
    expect(refusalOf(await toy.send(id, 'APPROVE', both)).code).toBe('NO_SELF_APPROVAL');
  });
});
