import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  buildCadre,
  type Built,
  buildMember,
  buildPost,
  buildTeam,
  buildUnit,
} from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { RefusalError } from '../../platform/index.js';
import { type AppointmentChange, confirmAppointments, relieveAppointments, writeAppointments } from './appointments.js';

const DECIDED = '2026-09-07';

describe('carrying decided changes out in the directory', () => {
  let database: TestDatabase;
  let proposal: number;
  let holder: { cadre: Built; post: Built };
  let vacancy: Built;
  let newcomer: Built;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    const { db } = database;
    const unit = await buildUnit(db);
    const team = await buildTeam(db, { unit });
    holder = await buildMember(db, { team, from: '2020-01-01' });
    vacancy = await buildPost(db, { team });
    newcomer = await buildCadre(db);
    const { rows } = await db.queryDynamic<{ id: number }>(
      `INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
         create_command_id, title, reason)
       VALUES ($1, '"filed"', 'filed', '{}', 1, 1, now(), now(), $2, '动议', '理由') RETURNING id`,
      [unit.id, unit.code],
    );
    proposal = rows[0]!.id;
  });

  const item = (cadre: Built, change: Partial<AppointmentChange>): AppointmentChange => ({
    cadre: cadre.code,
    appointTo: null,
    removeFrom: null,
    mode: 'regular',
    occupiesHeadcount: true,
    ...change,
  });

  const carryOut = (changes: AppointmentChange[]): Promise<unknown> =>
    database.db
      .transaction((tx) => writeAppointments(tx, { proposal, decisionDay: DECIDED, changes }))
      .then(
        () => 'done',
        (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
      );

  const seats = async (): Promise<unknown[]> => {
    const { rows } = await database.db.queryDynamic(
      `SELECT c.code AS cadre, p.code AS post, from_day AS "from", to_day AS "to", mode, source_proposal_id AS source
       FROM appointment JOIN cadre c ON c.id = cadre_id JOIN post p ON p.id = post_id
       WHERE c.id = ANY($1) ORDER BY appointment.id`,
      [[holder.cadre.id, newcomer.id]],
    );
    return rows;
  };

  it('moves one person out and another into the same post on the day of the decision', async () => {
    const post = holder.post.code;
    const items = [
      item(newcomer, { appointTo: post, mode: 'probation' }),
      item(holder.cadre, { appointTo: vacancy.code, removeFrom: post }),
    ];
    expect(await carryOut(items)).toBe('done');
    const opened = { from: DECIDED, to: null, source: proposal };
    expect(await seats()).toEqual([
      { cadre: holder.cadre.code, post, from: '2020-01-01', to: DECIDED, mode: 'regular', source: null },
      { cadre: newcomer.code, post, mode: 'probation', ...opened },
      { cadre: holder.cadre.code, post: vacancy.code, mode: 'regular', ...opened },
    ]);
  });

  it('refuses a removal from a seat that has ended, and writes nothing', async () => {
    await database.db.queryDynamic(`UPDATE appointment SET to_day = '2026-08-01' WHERE cadre_id = $1`, [
      holder.cadre.id,
    ]);
    const before = await seats();
    const items = [item(newcomer, { appointTo: vacancy.code }), item(holder.cadre, { removeFrom: holder.post.code })];
    expect(await carryOut(items)).toEqual({
      code: 'DIRECTORY_CHANGED',
      params: { cadre: holder.cadre.code, post: holder.post.code },
    });
    expect(await seats()).toEqual(before);
  });

  it('refuses a post that somebody else holds, but lets a secondee sit beside', async () => {
    const post = holder.post.code;
    expect(await carryOut([item(newcomer, { appointTo: post })])).toMatchObject({ code: 'DIRECTORY_CHANGED' });
    const secondee = item(newcomer, { appointTo: post, mode: 'secondment', occupiesHeadcount: false });
    expect(await carryOut([secondee])).toBe('done');
  });

  it('refuses a cadre or a post that is gone from the directory', async () => {
    const gone = { id: 0, code: 'GONE' };
    expect(await carryOut([item(gone, { appointTo: vacancy.code })])).toMatchObject({ code: 'DIRECTORY_CHANGED' });
    expect(await carryOut([item(newcomer, { appointTo: 'GONE' })])).toMatchObject({ code: 'DIRECTORY_CHANGED' });
    expect(await seats()).toHaveLength(1);
  });

  it('ends probation in a regular seat of the same tenure, or with the person leaving', async () => {
    await carryOut([item(newcomer, { appointTo: vacancy.code, mode: 'probation' })]);
    const last = async (): Promise<unknown> => (await seats()).at(-1);
    await database.db.transaction((tx) => relieveAppointments(tx, proposal, '2026-12-01'));
    expect(await last()).toMatchObject({ mode: 'probation', from: DECIDED, to: '2026-12-01' });
    await database.db.queryDynamic('UPDATE appointment SET to_day = NULL WHERE source_proposal_id = $1', [proposal]);
    await database.db.transaction((tx) => confirmAppointments(tx, proposal));
    expect(await last()).toMatchObject({ mode: 'regular', from: DECIDED, to: null });
  });
});
