import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Relay, verifyHistories, WorkflowRegistry } from '../../src/engine/index.js';
import { digestOf } from '../../src/platform/audit/index.js';
import { Db } from '../../src/platform/index.js';
import { OpenDueRounds } from '../../src/workflows/stocktake/index.js';
import { buildAppointment, buildMember, buildPost, buildTask, buildTeam, buildUnit } from '../support/factories.js';
import type { BuiltUnit } from '../support/factories.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { hire, type Person } from './stage/people.js';
import { fillSheet } from './stage/fill-sheet.js';
import { refusalOf } from './stage/walk.js';

interface Row {
  team: string;
  due: number;
  actual: number;
  shortfall: number;
  hash: string;
}
interface Frozen {
  hash: string;
  revision: number;
  policyVersion: number;
  referenceDay: string;
  quarter: string;
  items: Row[];
  total: number;
  totals: { sumOfTeams?: number; due: number; actual: number; shortfall: number; persons: number; sentence: string }[];
  revisions: { revision: number; reason: string | null; hash: string }[];
}
interface Side {
  id: number;
  unit: { code: string };
  statePath: string;
  answer: string;
  chased: number;
}

describe('a stocktake round from the quarter’s end to its closing', () => {
  let app: TestApp;
  let round: number;
  let areaA: BuiltUnit;
  let areaB: BuiltUnit;
  let reviewer: Person, chief: Person, deputy: Person, clerkA: Person, leaderB: Person;

  beforeAll(async () => {
    app = await createTestApp({ today: '2026-09-20' });
    const { db } = app.database;
    await buildUnit(db, { code: 'ZZB', kind: 'organization-department' });
    areaA = await buildUnit(db, { code: 'A', name: '甲旗', kind: 'county-level-area' });
    areaB = await buildUnit(db, { code: 'B', name: '乙区', kind: 'county-level-area' });
    await buildTask(db, { code: 'TASK', name: '至少1名35岁左右', quantity: 1 });
    // 甲旗: one young person sits in two teams of its departments, a third team has nobody.
    const bureaus = [];
    for (const code of ['A1', 'A2', 'A3']) {
      const unit = await buildUnit(db, { code, parent: areaA });
      bureaus.push(await buildTeam(db, { unit, code: `${code}-T` }));
    }
    const young = await buildMember(db, { team: bureaus[0]!, birth: '1995-01' });
    const second = await buildPost(db, { team: bureaus[1]! });
    await buildAppointment(db, { cadre: young.cadre, post: second, mode: 'concurrent' });
    await buildTeam(db, { unit: await buildUnit(db, { code: 'B1', parent: areaB }), code: 'B1-T' });
    reviewer = await hire(app, 'reviewer', 'reviewer', null);
    chief = await hire(app, 'chief', 'chief', null);
    deputy = await hire(app, 'deputy', 'deputy', null);
    clerkA = await hire(app, 'clerk-a', 'clerk', areaA);
    leaderB = await hire(app, 'leader-b', 'leader', areaB);
  });
  afterAll(() => app.close());

  async function settle(): Promise<void> {
    const left = 'SELECT count(*)::int AS waiting FROM outbox WHERE done_at IS NULL AND dead_at IS NULL';
    for (let turn = 0; turn < 100; turn += 1) {
      await app.get(Relay).drain();
      const { rows } = await app.database.db.queryDynamic<{ waiting: number }>(left);
      if (rows[0]?.waiting === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the outbox does not run empty');
  }

  let commands = 0;
  async function send(who: Person, plural: string, id: number, type: string, payload: object = {}): Promise<string> {
    commands += 1;
    const sent = { type, payload, commandId: `stocktake-${commands}` };
    const { status, body } = await who.post(`${plural}/${id}/events`, sent);
    await settle();
    const answer = body as { statePath?: string; code?: string };
    return status === 200 ? answer.statePath! : `${status} ${answer.code}`;
  }

  const read = async <T>(who: Person, path: string): Promise<T> => (await who.get(path)).body as T;
  const sideOf = async (unit: string): Promise<Side> =>
    (await read<Side[]>(reviewer, `stocktakes/${round}/units`)).find((side) => side.unit.code === unit)!;
  const stateOf = async (): Promise<string> =>
    (await read<{ statePath: string }>(reviewer, `stocktakes/${round}`)).statePath;

  it('is opened by itself at the quarter’s end, once, however often and by whomever', async () => {
    const timer = app.get(OpenDueRounds);
    // The second quarter ended too long ago to be opened by itself.
    expect(await timer.openDueRounds('2026-09-20')).toBeNull();
    app.clock.set('2026-09-30');
    const byHand = reviewer.post('stocktakes', { unit: 'ZZB', quarter: '2026Q3' });
    const opened = await Promise.all([timer.openDueRounds('2026-09-30'), timer.openDueRounds('2026-09-30')]);
    const { status } = await byHand;
    expect([201, 409]).toContain(status);
    round = opened[0]!;
    expect(opened).toEqual([round, round]);
    await settle();
    expect(await timer.openDueRounds('2026-10-01')).toBe(round);
    const { body } = await reviewer.get('stocktakes');
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    expect(await stateOf()).toBe('collecting');
    const sides = await read<Side[]>(reviewer, `stocktakes/${round}/units`);
    expect(sides.map(({ unit }) => unit.code)).toEqual(['A', 'B', 'ZZB']);
  });

  it('shows a unit its own side only, and takes two confirmations at once as one', async () => {
    const [a, b] = [await sideOf('A'), await sideOf('B')];
    expect((await read<Side[]>(clerkA, `stocktakes/${round}/units`)).map(({ unit }) => unit.code)).toEqual(['A']);
    expect(await send(clerkA, 'stocktake_units', b.id, 'CONFIRM')).toBe('404 CASE_NOT_FOUND');
    expect((await clerkA.get(`stocktakes/${round}`)).status).toBe(404);
    const twice = await Promise.all(
      ['x', 'y'].map((commandId) =>
        clerkA.post(`stocktake_units/${a.id}/events`, { type: 'CONFIRM', payload: {}, commandId }),
      ),
    );
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await sideOf('A')).statePath).toBe('confirmed');
  });

  it('takes a correction asked for online, by the unit alone; the department makes it and the unit confirms again', async () => {
    const { id } = await sideOf('A');
    const wrong = { rows: [{ team: 'A1-T', note: '应配任务与批复不符' }], opinion: '请核对批复' };
    expect(await send(leaderB, 'stocktake_units', id, 'REQUEST_CORRECTION', wrong)).toBe('404 CASE_NOT_FOUND');
    expect(await send(clerkA, 'stocktake_units', id, 'REQUEST_CORRECTION', { rows: [] })).toMatch(/^400 /);
    expect(await send(clerkA, 'stocktake_units', id, 'REQUEST_CORRECTION', wrong)).toBe('correctionRequested');
    expect(await send(clerkA, 'stocktake_units', id, 'DECIDE_CORRECTION', { made: true })).toMatch(/^403 /);
    expect(await send(chief, 'stocktakes', round, 'FREEZE')).toBe('409 CORRECTIONS_OPEN');
    const made = { made: true, opinion: '已按批复更正' };
    expect(await send(reviewer, 'stocktake_units', id, 'DECIDE_CORRECTION', made)).toBe('corrected');
    expect(await sideOf('A')).toMatchObject({ statePath: 'corrected', answer: 'corrected' });
    expect(await send(clerkA, 'stocktake_units', id, 'CONFIRM')).toBe('confirmed');
  });

  it('is rehearsed as a whole: what would come of it, its sides and the levels if nobody acted; nothing is stored', async () => {
    interface Rehearsal {
      items: { case: { workflow: string; unit: { code: string } }; rung: string; day: string; roles: string[] }[];
      levels: { day: string; team: string; before: { level: string }; after: { level: string } }[];
      warnings: { team: string; warning: number | null; steps: { step: string; day: string }[] }[];
    }
    const stored = async (): Promise<unknown> =>
      (await app.database.db.queryDynamic('SELECT * FROM deadline_reminder ORDER BY deadline_id, working_days')).rows;
    const before = await stored();
    const { items, warnings } = await read<Rehearsal>(reviewer, `stocktakes/${round}/rehearsal`);
    expect(new Set(items.map(({ case: { workflow, unit } }) => `${workflow} ${unit.code}`))).toEqual(
      new Set(['stocktake ZZB', 'stocktake_unit B', 'stocktake_unit ZZB']),
    );
    // Whoever is slow on 30 September would be warned once the heads have read it, and could be named after two receipts.
    expect(warnings.map(({ team, warning }) => [team, warning])).toEqual([
      ['A3-T', null],
      ['B1-T', null],
    ]);
    expect(warnings[0]!.steps.map(({ step, day }) => `${day} ${step}`)).toEqual([
      '2026-10-27 opened',
      '2026-10-27 firstReminder',
      '2026-11-03 firstReceipt',
      '2026-11-26 secondReminder',
      '2026-12-01 secondIssue',
      '2026-12-08 secondReceipt',
      '2026-12-08 circular',
      '2026-12-22 plan',
    ]);
    expect(items.map(({ day }) => day)).toEqual(items.map(({ day }) => day).toSorted());
    expect(items.at(-1)).toMatchObject({ rung: 'after-7', roles: ['head'] });
    const { day } = items[3]!;
    const short = await read<Rehearsal>(reviewer, `stocktakes/${round}/rehearsal?until=${day}`);
    expect(short.items).toEqual(items.filter((item) => item.day <= day));
    const own = await read<Rehearsal>(leaderB, `stocktakes/${round}/rehearsal`);
    expect(own.warnings).toEqual([]);
    expect(own.items).toEqual(items.filter((item) => item.case.unit.code === 'B'));
    // Born in January 1995, 35岁左右 until the end of 2031.
    const later = 'from=2030-01-01&until=2032-12-31';
    const { levels } = await read<Rehearsal>(clerkA, `stocktakes/${round}/rehearsal?${later}`);
    const lost = { day: '2032-01-01', before: { level: 'C' }, after: { level: 'A' } };
    expect(levels).toMatchObject([
      { team: 'A1-T', ...lost },
      { team: 'A2-T', ...lost },
    ]);
    expect((await read<Rehearsal>(leaderB, `stocktakes/${round}/rehearsal?${later}`)).levels).toEqual([]);
    expect((await leaderB.get(`stocktakes/${round}/rehearsal?until=2020-01-01`)).status).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('chases the silent, waits for corrections, and passes over silence only with a reason', async () => {
    const b = await sideOf('B');
    expect(await send(reviewer, 'stocktake_units', b.id, 'CHASE')).toBe('awaiting');
    expect((await sideOf('B')).chased).toBe(1);
    // By workbook: a sheet with a fault changes nothing, the filled one is one answer, however often it is handed in.
    const path = `stocktake_units/${b.id}/check-sheet`;
    expect((await clerkA.downloadBytes(`${path}.xlsx`)).status).toBe(404);
    const empty = (await leaderB.downloadBytes(`${path}.xlsx`)).body as Buffer;
    const hand = (content: Buffer, person = leaderB) => person.upload(path, [{ name: '核对表.xlsx', content }]);
    const faulty = await hand(empty);
    expect([refusalOf(faulty), (faulty.body as { detail: string }).detail]).toEqual([
      '422 CHECK_SHEET_FAULTY',
      '核对表有1处要改：第2行：没有填核对结果，请填“无误”或“有出入”。',
    ]);
    const filled = await fillSheet(empty, () => ({ 核对结果: '有出入', 说明: '漏登一人' }));
    expect(refusalOf(await hand(filled, clerkA))).toBe('404 CASE_NOT_FOUND');
    const twice = [await hand(filled), await hand(filled)];
    expect(twice.map(({ body }) => body as object)).toEqual(
      twice.map(() => ({ statePath: 'correctionRequested', wrong: 1 })),
    );
    expect(await send(chief, 'stocktakes', round, 'FREEZE')).toBe('409 CORRECTIONS_OPEN');
    const decision = { made: false, opinion: '经核实名册无误' };
    expect(await send(reviewer, 'stocktake_units', b.id, 'DECIDE_CORRECTION', decision)).toBe('corrected');
    expect(await send(chief, 'stocktakes', round, 'FREEZE')).toBe('409 UNITS_SILENT');
    await send(chief, 'stocktakes', round, 'FREEZE', { despiteSilent: true, opinion: '本部无出入' });
    expect(await stateOf()).toBe('frozen');
    expect(await sideOf('B')).toMatchObject({ statePath: 'collected', answer: 'correctionDeclined' });
    expect(await send(leaderB, 'stocktake_units', b.id, 'CONFIRM')).toBe('409 EVENT_NOT_ALLOWED');
  });

  it('§7-8 counts who sits in two teams once in each and once over all, in the frozen ledger too', async () => {
    const frozen = await read<Frozen>(clerkA, `stocktakes/${round}/snapshot`);
    expect(frozen.items.map(({ team, due, actual, shortfall }) => [team, due, actual, shortfall])).toEqual([
      ['A1-T', 1, 1, 0],
      ['A2-T', 1, 1, 0],
      ['A3-T', 1, 0, 1],
    ]);
    expect(frozen.totals).toMatchObject([{ due: 3, actual: 2, shortfall: 1, persons: 1 }]);
    expect(frozen.totals[0]!.sentence).toContain('实为1人');
    expect((await read<Frozen>(clerkA, `stocktakes/${round}/snapshot?unit=B1`)).total).toBe(0);
  });

  it('freezes what nothing can change, under a hash that anybody can compute again', async () => {
    const frozen = await read<Frozen>(reviewer, `stocktakes/${round}/snapshot`);
    for (const { hash, ...body } of frozen.items) expect(digestOf(body).toString('hex')).toBe(hash);
    const { quarter, referenceDay, policyVersion, revision, items } = frozen;
    const head = {
      quarter,
      referenceDay,
      revision,
      previous: null,
      policyVersion,
      rows: items.map(({ hash }) => hash),
    };
    expect(digestOf(head).toString('hex')).toBe(frozen.hash);
    const { db } = app.database;
    for (const table of ['ledger_snapshot', 'ledger_snapshot_row']) {
      await expect(db.queryDynamic(`DELETE FROM ${table}`)).rejects.toThrow('cannot be changed');
    }
  });

  it('is frozen anew after a correction, as the next revision with its reason; the heads read before anybody is written to', async () => {
    expect(await send(reviewer, 'stocktakes', round, 'ISSUE_LETTERS')).toMatch(/^40/);
    const db = app.database.db;
    await db.queryDynamic(`UPDATE team SET name = '更正后的班子' WHERE code = 'B1-T'`);
    await send(reviewer, 'stocktakes', round, 'REVISE', { opinion: '乙区名册补录后更正' });
    const { revision, revisions } = await read<Frozen>(reviewer, `stocktakes/${round}/snapshot`);
    const corrected = await db.queryDynamic<{ now: boolean }>(
      `SELECT body->>'teamName' = '更正后的班子' AS now FROM ledger_snapshot_row WHERE body->>'team' = 'B1-T' ORDER BY snapshot_id`,
    );
    expect(corrected.rows).toEqual([{ now: false }, { now: true }]);
    expect([revision, revisions.map(({ reason }) => reason)]).toEqual([2, ['乙区名册补录后更正', null]]);
    expect(await send(reviewer, 'stocktakes', round, 'REPORT')).toBe('reported');
    expect(await send(chief, 'stocktakes', round, 'ENDORSE')).toMatch(/^403/);
    expect(await send(deputy, 'stocktakes', round, 'ENDORSE')).toBe('endorsed');
    expect(await send(deputy, 'stocktakes', round, 'ISSUE_LETTERS')).toBe('lettersIssued');
  });

  it('§7-44 one-to-one: a unit reads only its own letter, whose numbers and hash are the snapshot’s; another’s is not found', async () => {
    const [a, b] = [await sideOf('A'), await sideOf('B')];
    interface Letter {
      content: {
        documentNo: string;
        addressee: string;
        snapshotHash: string;
        blocks: { text?: string; table?: { rows: string[][] } }[];
      };
      snapshot: { hash: string };
    }
    const letter = await read<Letter>(clerkA, `stocktake_units/${a.id}/letter`);
    const frozen = await read<Frozen>(clerkA, `stocktakes/${round}/snapshot`);
    expect(letter.content.addressee).toBe('甲旗委组织部');
    expect(letter.content.documentNo).toMatch(/^组函〔2026〕\d+号$/u);
    expect([letter.snapshot.hash, letter.content.snapshotHash]).toEqual([frozen.hash, frozen.hash]);
    const numbers = letter.content.blocks.find(({ table }) => table)!.table!.rows.map((row) => row.slice(2, 5).join());
    const expected = frozen.items.map(({ due, actual, shortfall }) => [due, actual, shortfall].join());
    expect(numbers.toSorted()).toEqual(expected.toSorted());
    const text = letter.content.blocks.map((block) => block.text).join('\n');
    expect(text).toContain('任务量3名，现配2名（不重复计算为1名），差额数1名');
    expect(text).toContain('计算基准日：2026年9月30日，年龄口径：35岁左右指不满37周岁');
    expect((await clerkA.get(`stocktake_units/${b.id}/letter`)).status).toBe(404);
    expect((await clerkA.downloadBytes(`stocktake_units/${b.id}/letter.docx`)).status).toBe(404);
    const paper = await clerkA.downloadBytes(`stocktake_units/${a.id}/letter.docx`);
    expect(paper.status).toBe(200);
    expect(paper.headers['content-disposition']).toMatch(/^attachment; filename="letter-[0-9a-f]{12}\.docx"$/);
    const audited = await app.database.db.queryDynamic<{ found: number }>(
      `SELECT count(*)::int AS found FROM audit_record WHERE actor_id = $1 AND action LIKE 'GET %/letter' AND result = 'CASE_NOT_FOUND'`,
      [clerkA.id],
    );
    expect(audited.rows[0]!.found).toBe(1);
  });

  it('tracks receipt and reply by the day they are due, and closes when they are settled or left open with a reason', async () => {
    const { id } = await sideOf('A');
    expect(await send(clerkA, 'stocktake_units', id, 'RECEIVE')).toBe('received');
    const { body } = await clerkA.get(`stocktake_units/${id}`);
    expect((body as { deadlines: { name: string }[] }).deadlines.map(({ name }) => name)).toEqual(['reply']);
    expect(await send(clerkA, 'stocktake_units', id, 'REPLY', { opinion: '计划于明年配备' })).toBe('replied');
    expect(await send(reviewer, 'stocktake_units', id, 'ACCEPT_REPLY')).toBe('settled');
    expect(await send(chief, 'stocktakes', round, 'CLOSE')).toBe('409 LETTERS_OPEN');
    const closing = { despiteOpen: true, opinion: '余下并入下季度' };
    expect(await send(chief, 'stocktakes', round, 'CLOSE', closing)).toBe('closed');
    expect((await sideOf('B')).statePath).toBe('closed');
  });

  it('is set beside the quarter before, a merged unit’s past with its heir', async () => {
    const goesOver = (person: Person, unit: string, heir: string) =>
      person.put(`unit-successions/${unit}`, { heir, kind: 'merged', day: '2026-11-01' });
    expect((await goesOver(clerkA, 'A1', 'A2')).status).toBe(403);
    expect(refusalOf(await goesOver(chief, 'A1', 'nowhere'))).toMatch(/UNIT_NOT_FOUND$/u);
    // Said by two at once it is one; said again it is nothing new.
    const said = await Promise.all([chief, reviewer].map((person) => goesOver(person, 'A1', 'A2')));
    expect(said.map(({ status }) => status)).toEqual([200, 200]);
    expect((await goesOver(chief, 'A1', 'A2')).body).toEqual([
      {
        predecessor: expect.objectContaining({ code: 'A1' }),
        heir: expect.objectContaining({ code: 'A2' }),
        kind: 'merged',
        day: '2026-11-01',
      },
    ]);
    expect(refusalOf(await goesOver(chief, 'A2', 'A1'))).toBe('409 SUCCESSION_CIRCLE');
    expect(refusalOf(await goesOver(chief, 'A2', 'A2'))).toBe('409 SUCCESSION_CIRCLE');
    app.clock.set('2026-12-31');
    const next = (await app.get(OpenDueRounds).openDueRounds('2026-12-31'))!;
    await settle();
    await send(chief, 'stocktakes', next, 'FREEZE', { despiteSilent: true, opinion: '试算' });
    const compared = await read<{
      previousRound: number;
      units: { unit: string; before: { due: number; persons: number }; now: { due: number } }[];
    }>(reviewer, `stocktakes/${next}/comparison`);
    expect(compared.previousRound).toBe(round);
    const heir = compared.units.find(({ unit }) => unit === 'A2')!;
    expect(heir).toMatchObject({ before: { due: 2, persons: 1 }, now: { due: 1 } });
    const past = compared.units.reduce((sum, { before }) => sum + before.due, 0);
    expect(past).toBe(4);
  });

  it('leaves histories that replay to what is stored', async () => {
    const found: unknown[] = [];
    const { cases } = await verifyHistories(app.get(Db), app.get(WorkflowRegistry), (each) => found.push(each));
    // Two rounds with three sides each, and the warnings of the two teams that are short.
    expect([cases, found]).toEqual([10, []]);
  });
});
