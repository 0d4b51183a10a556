import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { chief, clerk, createToyDatabase } from '../../../test/faults/kit/toy-database.js';
import { resultOf, toyEngine, type ToyEngine } from '../../../test/faults/kit/toy-engine.js';
import type { TestDatabase } from '../../../test/support/index.js';
import { dryRunMigration, type PlannedMove, verifyHistories, type VerifyResult } from '../index.js';

let database: TestDatabase;
let toy: ToyEngine;

beforeAll(async () => {
  database = await createToyDatabase();
  toy = await toyEngine(database.db);
});
afterAll(() => database.drop());

async function verify(): Promise<{ result: VerifyResult; problems: string[] }> {
  const problems: string[] = [];
  const result = await verifyHistories(database.db, toy.registry, ({ caseId, problem }) =>
    problems.push(`${caseId} ${problem}`),
  );
  return { result, problems };
}

/** Changes rows behind the commit room's back, looks, and changes them back. */
async function tamper(change: string, undo: string): Promise<string[]> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query('ALTER TABLE case_event DISABLE TRIGGER USER');
    await owner.query(change);
    const { problems } = await verify();
    await owner.query(undo);
    await owner.query('ALTER TABLE case_event ENABLE TRIGGER USER');
    return problems;
  } finally {
    await owner.end();
  }
}

describe('verify', () => {
  let id: number;

  beforeAll(async () => {
    for (let index = 0; index < 130; index += 1) await toy.draft(`第${index}件`);
    id = await toy.submitted('正常');
    await toy.send(id, 'WITHDRAW', clerk);
    await toy.send(id, 'SUBMIT', clerk);
    resultOf(await toy.send(await toy.submitted('办结'), 'APPROVE', chief));
    await toy.relay.drain();
  });

  it('finds nothing where all went through the commit room', async () => {
    expect(await verify()).toEqual({ result: { cases: 132, events: 138, differences: 0 }, problems: [] });
  });

  it.each([
    [
      'state',
      `UPDATE toy_request SET state = '"approved"' WHERE title = '正常'`,
      `UPDATE toy_request SET state = '"submitted"' WHERE title = '正常'`,
      '环节：',
    ],
    [
      'path',
      `UPDATE toy_request SET state_path = 'draft' WHERE title = '正常'`,
      `UPDATE toy_request SET state_path = 'submitted' WHERE title = '正常'`,
      '环节路径',
    ],
    [
      'context',
      `UPDATE toy_request SET context = context || '{"submittedBy": 9}' WHERE title = '正常'`,
      `UPDATE toy_request SET context = context || '{"submittedBy": 1}' WHERE title = '正常'`,
      '内容：submittedBy',
    ],
    [
      'version',
      `UPDATE toy_request SET version = 9 WHERE title = '正常'`,
      `UPDATE toy_request SET version = 4 WHERE title = '正常'`,
      '版本：应为4，存为9',
    ],
    [
      'done',
      `UPDATE toy_request SET done = true WHERE title = '正常'`,
      `UPDATE toy_request SET done = false WHERE title = '正常'`,
      '是否办结',
    ],
    [
      'a missing deadline',
      `UPDATE deadline SET status = 'closed', closed_version = 9 WHERE armed_version = 4`,
      `UPDATE deadline SET status = 'open', closed_version = NULL WHERE armed_version = 4`,
      '在计时限',
    ],
    [
      'recorded state',
      `UPDATE case_event SET state = '"approved"' WHERE version = 4 AND type = 'SUBMIT'`,
      `UPDATE case_event SET state = '"submitted"' WHERE version = 4 AND type = 'SUBMIT'`,
      '第4步：应到"submitted"，存为"approved"',
    ],
    [
      'recorded facts',
      `UPDATE case_event SET facts = '{"left": 0}' WHERE type = 'APPROVE'`,
      `UPDATE case_event SET facts = '{"left": 5}' WHERE type = 'APPROVE'`,
      'OUT_OF_STOCK',
    ],
    [
      'a lost step',
      `UPDATE case_event SET version = 9 WHERE version = 3 AND type = 'WITHDRAW'`,
      `UPDATE case_event SET version = 3 WHERE version = 9`,
      '不连续',
    ],
    [
      'a history without its case',
      `INSERT INTO case_event SELECT workflow, 999, version, type, state, actor_id, actor_role, on_behalf_of, at, payload, facts, command_id, machine_revision, policy_version, unit_id FROM case_event WHERE version = 4 AND type = 'SUBMIT'`,
      `DELETE FROM case_event WHERE case_id = 999`,
      '有办理记录而无事项',
    ],
    [
      'an unknown workflow',
      `INSERT INTO case_event SELECT 'other', case_id, version, type, state, actor_id, actor_role, on_behalf_of, at, payload, facts, command_id, machine_revision, policy_version, unit_id FROM case_event WHERE version = 4 AND type = 'SUBMIT'`,
      `DELETE FROM case_event WHERE workflow = 'other'`,
      '程序不认识此流程',
    ],
  ])('finds a changed %s', async (_what, change, undo, sentence) => {
    const problems = await tamper(change, undo);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
    expect((await verify()).problems).toEqual([]);
  });

  it('says in a dry run what a newer machine would do with each case', async () => {
    const newer = await toyEngine(database.db, { revision: 2 });
    const moves: PlannedMove[] = [];
    const result = await dryRunMigration(database.db, newer.registry, (move) => moves.push(move));
    expect(result).toEqual({ cases: 132, toMove: 132, stranded: 2 });
    expect(moves.find(({ caseId }) => caseId === id)).toEqual({
      workflow: 'toy_request',
      caseId: id,
      fromRevision: 1,
      toRevision: 2,
      from: 'submitted',
      to: null,
      reason: 'the migration from revision 1 leaves this case to a person',
    });
    expect(moves[0]).toMatchObject({ from: 'draft', to: 'draft', reason: null });
    expect((await verify()).problems).toEqual([]);
  });
});
