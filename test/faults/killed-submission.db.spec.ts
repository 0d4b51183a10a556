import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '../../src/engine/index.js';
import { createTestDatabase, type TestDatabase } from '../support/index.js';
import { buildCadre, buildMember, buildPost, buildTask, buildTeam, buildUnit } from '../support/factories.js';
import type { DoomedCommand } from './kit/doomed-process.js';
import { author, proposalEngine } from './kit/proposal-engine.js';
import { runDoomed } from './kit/run-doomed.js';

/** What a submission asks of the database: its teams locked, its gate and its people judged, its post held. */
const STATEMENTS = [
  'begin',
  'lock proposal',
  'gate.resolve-items',
  'directory.lock-teams-by-code',
  'directory.teams-by-code',
  'directory.tasks-of-teams',
  'items.cleared',
  'items.holds',
  'items.reserved',
  'gate.open-warnings',
  'gate.unit-kind',
  'directory.known-cadres',
  'directory.find-posts',
  'proposal.adjusted-before',
  'case-facts.last-gate',
  'step proposal 0',
  'items.hold',
  'commit',
];
const COMMIT = STATEMENTS.length;
const AFTER_THE_LAST = COMMIT + 1;

const DRAFT = { version: 1, state: 'draft', events: 1, deadlines: 0, holds: false };
const SUBMITTED = { version: 2, state: 'submitted', events: 2, deadlines: 1, holds: true };

let database: TestDatabase;
let engine: Engine;
let commands = 0;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 4 });
  const { db } = database;
  await db.queryDynamic(`INSERT INTO app_user (username, display_name, password_hash) VALUES ('clerk', '经办甲', '-')`);
  ({ engine } = await proposalEngine(db));
});
afterAll(() => database.drop());

/** A draft that fills a vacancy of a team of its own with a young cadre. */
async function freshDraft(): Promise<DoomedCommand> {
  const { db } = database;
  const unit = await buildUnit(db);
  const team = await buildTeam(db, { unit, principals: 1, deputies: 2 });
  await buildMember(db, { team, birth: '1975-01' });
  await buildTask(db, { team });
  const post = await buildPost(db, { team });
  const cadre = await buildCadre(db, { birth: '1995-01', home: unit });
  const items = [{ cadre: cadre.code, appointTo: post.code, kind: 'promote' }];
  commands += 1;
  const created = await engine.create({
    workflow: 'proposal',
    unit: unit.code,
    payload: { unit: unit.code, title: '动议', reason: '职位空缺。', items },
    commandId: `create-${commands}`,
    caller: author,
  });
  if (!created.ok) throw new Error(created.refusal.code);
  return { kind: 'submit', caseId: created.result.id, commandId: `submit-${commands}` };
}

async function stored(caseId: number): Promise<unknown> {
  const { rows } = await database.db.queryDynamic(
    `SELECT version, state_path AS state,
            (SELECT count(*) FROM case_event WHERE workflow = 'proposal' AND case_id = $1) AS events,
            (SELECT count(*) FROM deadline WHERE workflow = 'proposal' AND case_id = $1 AND status = 'open') AS deadlines,
            (SELECT bool_or(holds) FROM proposal_item WHERE proposal_id = $1) AS holds
     FROM proposal WHERE id = $1`,
    [caseId],
  );
  return rows[0];
}

/** Whoever pressed the button presses it again, and once more. */
async function retriedOnce({ caseId, commandId }: DoomedCommand): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    const command = { type: 'SUBMIT', payload: {}, commandId };
    const outcome = await engine.commit({ workflow: 'proposal', caseId, caller: author, command });
    expect(outcome).toMatchObject({ ok: true, result: { id: caseId, statePath: 'submitted', version: 2 } });
    expect(await stored(caseId)).toEqual(SUBMITTED);
  }
}

describe('a process killed while a proposal is submitted', () => {
  it('would have asked these statements', async () => {
    const work = await freshDraft();
    const { signal, statements } = await runDoomed(database, { work, dieAt: null, moment: 'before' });
    expect(signal).toBeNull();
    expect(statements).toEqual(STATEMENTS);
    expect(await stored(work.caseId)).toEqual(SUBMITTED);
  });

  it.each(STATEMENTS.map((name, index) => [name, index + 1] as const))(
    'before %s: nothing has happened, no post is held, and the same command then succeeds once',
    async (_name, dieAt) => {
      const work = await freshDraft();
      expect(await runDoomed(database, { work, dieAt, moment: 'before' })).toMatchObject({ signal: 'SIGKILL' });
      expect(await stored(work.caseId)).toEqual(DRAFT);
      await retriedOnce(work);
    },
  );

  it('with the commit on its way: all or nothing has happened, and the same command then succeeds once', async () => {
    const work = await freshDraft();
    expect(await runDoomed(database, { work, dieAt: COMMIT, moment: 'sent' })).toMatchObject({ signal: 'SIGKILL' });
    expect([DRAFT, SUBMITTED]).toContainEqual(await stored(work.caseId));
    await retriedOnce(work);
  });

  it('after the commit, before anybody is told: all has happened, and the same command is answered from it', async () => {
    const work = await freshDraft();
    const ending = await runDoomed(database, { work, dieAt: AFTER_THE_LAST, moment: 'before' });
    expect(ending.signal).toBe('SIGKILL');
    expect(await stored(work.caseId)).toEqual(SUBMITTED);
    await retriedOnce(work);
  });
});
