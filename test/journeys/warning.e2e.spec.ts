import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CircularContext } from '../../machines/circular/index.js';
import type { GateResult, LetterContent } from '../../machines/rules/index.js';
import type { WarningContext } from '../../machines/warning/index.js';
import type { HalfYearView } from '../../src/reports/half-year/half-year.dto.js';
import { buildAppointment, buildUnit } from '../support/factories.js';
import { hire, type Person } from './stage/people.js';
import { endorsedRound, listWarnings, sendLetters, upkeep, warningOf } from './stage/round.js';
import { OLD, setStage, type Stage, type TeamScene, YOUNG } from './stage/stage.js';
import {
  draft,
  readFiling,
  refusalOf,
  replayDifferences,
  review,
  settle,
  stateOf,
  step,
  submit,
  toFiling,
} from './stage/walk.js';

interface Letter {
  documentNo: string;
  content: LetterContent;
}

const textOf = ({ content }: Letter): string =>
  content.blocks.map((block) => ('text' in block ? block.text : block.table.rows.join('\n'))).join('\n');

describe('a warning from the round that opens it to the appointment that ends it', () => {
  let stage: Stage;
  let areaClerk: Person, outsider: Person, chief2: Person;
  /** Lacks one of two: level B. */
  let slow: TeamScene;
  /** Lacks its only one: level A. */
  let slowest: TeamScene;
  let met: TeamScene;
  let round: number;
  let circular: number;

  beforeAll(async () => {
    stage = await setStage();
    const { db } = stage.app.database;
    await buildUnit(db, { code: 'ZZB', kind: 'organization-department' });
    const other = await buildUnit(db, { kind: 'county-level-area' });
    slow = await stage.buildScene({ approvedDeputies: 4, members: [OLD, YOUNG], vacancies: 2 });
    await stage.askOf(slow.team, 2);
    slowest = await stage.buildScene();
    met = await stage.buildScene({ members: [YOUNG] });
    areaClerk = await hire(stage.app, 'area-clerk', 'clerk', stage.county);
    outsider = await hire(stage.app, 'outsider', 'clerk', other);
    chief2 = await hire(stage.app, 'chief2', 'chief', null);
  });
  afterAll(() => stage.close());

  const contextOf = async (id: number): Promise<WarningContext> =>
    ((await stage.cast.reviewer.get(`warnings/${id}`)).body as { context: WarningContext }).context;

  const preview = async (items: object[]): Promise<GateResult['teams'][number]> => {
    const { body } = await stage.cast.clerk.post('gate/preview', { unit: stage.unit.code, items });
    const rows = (body as GateResult).teams.filter(({ team }) => team === slow.team.code);
    return rows.find(({ warning }) => warning !== undefined) ?? rows.at(-1)!;
  };
  const fill = async (birth: string) => [
    { cadre: (await stage.cadre(birth)).code, appointTo: slow.vacancies[0]!.code, kind: 'appoint' },
  ];

  it('is opened by the frozen ledger once the heads have read it: for the slow, A and B, and for nobody else', async () => {
    round = await endorsedRound(stage, '2026-09-30');
    const open = await listWarnings(stage.cast.reviewer);
    expect(new Set(open.map(({ statePath, fields }) => `${statePath} ${fields.team_code} ${fields.level}`))).toEqual(
      new Set([`open.opened ${slow.team.code} B`, `open.opened ${slowest.team.code} A`]),
    );
    expect(await contextOf(open[0]!.id)).toMatchObject({ standing: { basis: { kind: 'round', round, revision: 1 } } });
    expect((await stage.cast.reviewer.post('warnings', { unit: stage.unit.code })).status).toBe(405);
    const { body: list } = await stage.cast.reviewer.get('warnings?state=open&done=false');
    const [{ title, flags }] = (list as { items: [{ title: string; flags: string[] }] }).items;
    expect([title.includes('：'), flags]).toEqual([true, [expect.stringMatching(/^level-[AB]$/)]]);
    expect((await outsider.get(`warnings/${open[0]!.id}`)).status).toBe(404);
  });

  it('the one-to-one letter is the first reminder, and its receipt the first delivered one', async () => {
    await sendLetters(stage, round, areaClerk, stage.county);
    for (const scene of [slow, slowest]) {
      const { id, statePath, fields } = await warningOf(stage.cast.reviewer, scene.team);
      expect([statePath, fields.delivered]).toEqual(['open.firstReminder.delivered', 1]);
      expect((await contextOf(id)).first!.documentNo).toMatch(/^组函〔2026〕\d+号$/u);
    }
  });

  it('the second is drawn up when a proposal is being prepared, before its thirty days', async () => {
    await upkeep(stage);
    const before = await warningOf(stage.cast.reviewer, slow.team);
    expect(before.statePath).toBe('open.firstReminder.delivered');
    await draft(stage, await fill(OLD));
    await upkeep(stage);
    await upkeep(stage);
    const { id, statePath } = await warningOf(stage.cast.reviewer, slow.team);
    expect([statePath, (await contextOf(id)).secondReason]).toEqual(['open.secondReminder.drafted', 'proposal']);
    expect((await warningOf(stage.cast.reviewer, slowest.team)).statePath).toBe('open.firstReminder.delivered');
  });

  it('and after thirty days without one, rolled to a working day', async () => {
    const { id } = await warningOf(stage.cast.reviewer, slowest.team);
    const { body } = await stage.cast.reviewer.get(`warnings/${id}/deadlines`);
    const due = (body as { name: string; dueDay: string; status: string }[]).find(({ status }) => status === 'open')!;
    expect([due.name, due.dueDay]).toEqual(['secondReminder', '2026-10-30']);
    stage.app.clock.set('2026-10-29');
    await upkeep(stage);
    expect((await warningOf(stage.cast.reviewer, slowest.team)).statePath).toBe('open.firstReminder.delivered');
    stage.app.clock.set('2026-10-30');
    await upkeep(stage);
    expect((await warningOf(stage.cast.reviewer, slowest.team)).statePath).toBe('open.secondReminder.drafted');
  });

  it('is signed off once by two chiefs at once, under one number, and read by the unit alone', async () => {
    const { id } = await warningOf(stage.cast.reviewer, slow.team);
    const last = `SELECT last_number AS number FROM document_series WHERE series = '组函' AND year = 2026`;
    const numberNow = async (): Promise<number> =>
      (await stage.app.database.db.queryDynamic<{ number: number }>(last)).rows[0]!.number;
    const before = await numberNow();
    const both = await Promise.all([stage.cast.chief, chief2].map((one) => one.send('warnings', id, 'ISSUE_SECOND')));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await numberNow()).toBe(before + 1);
    const letter = (await stage.cast.clerk.get(`warnings/${id}/letter`)).body as Letter;
    expect([letter.documentNo, letter.content.title]).toEqual([
      `组函〔2026〕${before + 1}号`,
      '年轻干部配备工作提示函',
    ]);
    expect(textOf(letter)).toContain('任务量2名，现配1名，差额数1名，预警等级B级');
    expect(letter.content.snapshotHash).toMatch(/^[0-9a-f]{64}$/);
    const paper = await stage.cast.clerk.downloadBytes(`warnings/${id}/letter.docx`);
    expect(paper.headers['content-disposition']).toMatch(/^attachment; filename="letter-[0-9a-f]{12}\.docx"$/);
    expect((await outsider.get(`warnings/${id}/letter`)).status).toBe(404);
    const { id: unsigned } = await warningOf(stage.cast.reviewer, slowest.team);
    expect(refusalOf(await stage.cast.clerk.get(`warnings/${unsigned}/letter`))).toBe('404 REMINDER_NOT_ISSUED');
  });

  const REASON = '急需专业干部到岗，年轻后备人选正在培养，半年内补配到位。';
  let onItsWay: { proposal: number; filing: number; report: { decidedDay: string; items: object[] } };

  it('lets a flagged proposal that was explained go on to its filing while one reminder is received', async () => {
    const { leader, chief } = stage.cast;
    const items = [
      { cadre: (await stage.cadre(OLD)).code, appointTo: slow.vacancies[1]!.code, kind: 'appoint' as const },
    ];
    const proposal = await submit(stage, items);
    expect(await review(stage, proposal)).toBe('gateDecision.flagged');
    const commitment = { count: 1, byDay: '2026-12-31' };
    await step(leader, 'proposals', proposal, 'JUSTIFY', { explanation: REASON, commitment });
    await step(chief, 'proposals', proposal, 'ACCEPT_JUSTIFICATION');
    const decidedDay = stage.app.clock.today();
    onItsWay = { proposal, filing: await toFiling(stage, proposal), report: { decidedDay, items } };
  });

  it('tightens the gate from the second receipt on, and says so in the sentence', async () => {
    const items = await fill(OLD);
    expect(await preview(items)).toMatchObject({ verdict: 'flag', warning: { delivered: 1, tightened: false } });
    const { id } = await warningOf(stage.cast.reviewer, slow.team);
    await step(stage.cast.leader, 'warnings', id, 'RECEIVE');
    await step(stage.cast.reviewer, 'warnings', id, 'TAKE_NOTE');
    expect((await warningOf(stage.cast.reviewer, slow.team)).fields.delivered).toBe(2);
    const row = await preview(items);
    expect(row).toMatchObject({ level: 'B', verdict: 'block', warning: { delivered: 2, tightened: true } });
    expect(row.sentence).toContain('列为B级预警，已签收两次提醒，按预警期间从严把关');
    expect(await preview(await fill(YOUNG))).toMatchObject({ verdict: 'clear', warning: { tightened: false } });
  });

  it('is met again at 备案关: what was flagged when it was cleared is blocked now, and cannot be filed as if nothing were', async () => {
    const { clerk, chief } = stage.cast;
    const { proposal, filing, report } = onItsWay;
    await step(clerk, 'filings', filing, 'SUBMIT_FILING', report);
    await readFiling(stage, filing);
    const refused = await chief.send('filings', filing, 'ACCEPT');
    expect(refusalOf(refused)).toBe('409 GATE_WORSENED');
    expect(JSON.stringify(refused.body)).toContain('block');
    await step(chief, 'filings', filing, 'REJECT', { opinion: '预警期间差额未减少，请另行研究人选。' });
    await settle(stage);
    expect(await stateOf(clerk, 'proposals', proposal)).toBe('filingRefused');
    await step(chief, 'proposals', proposal, 'TERMINATE', { opinion: '另行动议。' });
    await settle(stage);
    stage.app.clock.set('2026-10-30');
  });

  it('blocks the proposal itself at 动议关, answered by a numbered letter, and only both heads lift it', async () => {
    const { clerk, leader, reviewer, deputy, head } = stage.cast;
    const id = await draft(stage, await fill(OLD));
    await step(clerk, 'proposals', id, 'SUBMIT');
    expect(await review(stage, id)).toBe('gateDecision.blocked');
    const { body } = await reviewer.get(`proposals/${id}/history`);
    expect(JSON.stringify(body)).toContain('"tightened":true');
    expect(refusalOf(await clerk.get(`proposals/${id}/suggestion-letter`))).toBe('404 SUGGESTION_NOT_ISSUED');
    await step(reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
    const letter = (await clerk.get(`proposals/${id}/suggestion-letter`)).body as Letter;
    expect(letter.documentNo).toBe('组建〔2026〕1号');
    expect(letter.content).toMatchObject({ title: '干部调整动议合理化建议书', hashOf: 'verdict' });
    const text = textOf(letter);
    expect(text).toContain('动议关结论为“不予通过”');
    expect(text).toContain('按预警期间从严把关');
    expect((await outsider.downloadBytes(`proposals/${id}/suggestion-letter.docx`)).status).toBe(404);
    expect((await clerk.downloadBytes(`proposals/${id}/suggestion-letter.docx`)).status).toBe(200);
    const attached = await leader.attach('proposals', id, '情况说明.txt', '党组会议纪要');
    const attachments = [(attached.body as { id: number }).id];
    await step(leader, 'proposals', id, 'REQUEST_OVERRIDE', { reason: REASON, attachments });
    await step(deputy, 'proposals', id, 'APPROVE_OVERRIDE');
    await step(head, 'proposals', id, 'APPROVE_OVERRIDE');
    await step(leader, 'proposals', id, 'WITHDRAW', { opinion: '另行研究' });
  });

  it('§7-45 the circular names the team with two receipts, leaves the other out with the reason, and §7-20 prints the override', async () => {
    const { reviewer } = stage.cast;
    const before = await reviewer.post('circulars', { unit: 'ZZB', round: 999_999 });
    expect(refusalOf(before)).toBe('409 ROUND_NOT_ENDORSED');
    const made = await Promise.all(
      [reviewer, stage.cast.chief].map((one) => one.post('circulars', { unit: 'ZZB', round })),
    );
    expect(new Set(made.map((answer) => (answer.status === 201 ? '201' : refusalOf(answer))))).toEqual(
      new Set(['201', '409 CIRCULAR_EXISTS']),
    );
    circular = (made.find(({ status }) => status === 201)!.body as { id: number }).id;
    const { listing } = ((await reviewer.get(`circulars/${circular}`)).body as { context: CircularContext }).context;
    expect(listing!.listed.map(({ team, receipts }) => [team, receipts.length])).toEqual([[slow.team.code, 2]]);
    expect(listing!.excluded.map(({ team, sentence }) => [team, sentence])).toEqual([
      [slowest.team.code, '仅签收1次提醒，不足2次，不列入通报。'],
    ]);
    expect(listing!.overrides).toMatchObject([{ reason: REASON, approvedOn: '2026-10-30' }]);
    expect((await reviewer.get(`circulars/${circular}/letter`)).body).toMatchObject({ documentNo: null });
    expect((await stage.cast.clerk.get(`circulars/${circular}`)).status).toBe(404);
  });

  it('is signed by the deputy and then the head, who gives it its number, and every unit confirms its own copy', async () => {
    const { reviewer, chief, deputy, head } = stage.cast;
    await step(reviewer, 'circulars', circular, 'SUBMIT');
    expect(refusalOf(await head.send('circulars', circular, 'ISSUE'))).toBe('409 EVENT_NOT_ALLOWED');
    await step(deputy, 'circulars', circular, 'SIGN');
    expect(refusalOf(await deputy.send('circulars', circular, 'ISSUE'))).toMatch(/^403/);
    const twice = await Promise.all(['a', 'b'].map(() => head.send('circulars', circular, 'ISSUE')));
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([200, 409]));
    await settle(stage);
    const copies = ((await areaClerk.get('circular_units')).body as { items: { id: number; statePath: string }[] })
      .items;
    expect(copies.map(({ statePath }) => statePath)).toEqual(['sent']);
    const sent = (await reviewer.get(`circulars/${circular}/units`)).body as {
      id: number;
      receivedOn: string | null;
    }[];
    expect(sent.find(({ id }) => id === copies[0]!.id)).toMatchObject({
      unit: { code: stage.county.code },
      receivedOn: null,
    });
    expect((await areaClerk.get(`circulars/${circular}/units`)).status).toBe(403);
    const copy = (await areaClerk.get(`circular_units/${copies[0]!.id}/letter`)).body as Letter;
    expect(copy.documentNo).toBe('组通〔2026〕1号');
    const text = textOf(copy);
    expect(text).toContain(`班子${slow.team.code},`);
    expect(text).not.toContain(`班子${slowest.team.code},`);
    expect(text).toContain(REASON);
    expect((await outsider.get(`circular_units/${copies[0]!.id}/letter`)).status).toBe(404);
    await step(areaClerk, 'circular_units', copies[0]!.id, 'RECEIVE');
    expect(refusalOf(await reviewer.send('circulars', circular, 'CLOSE'))).toBe('409 COPIES_OPEN');
    await step(chief, 'circulars', circular, 'CLOSE', { despiteOpen: true, opinion: '其余单位无相关班子' });
    await settle(stage);
    expect(await stateOf(reviewer, 'circulars', circular)).toBe('closed');
  });

  it('takes a commitment with a date of its own, and notices when it is broken', async () => {
    const { id } = await warningOf(stage.cast.reviewer, slow.team);
    const plan = { adds: 1, byDay: '2026-11-16', opinion: '拟从后备干部中配备' };
    await step(stage.cast.clerk, 'warnings', id, 'SUBMIT_PLAN', plan);
    await step(stage.cast.chief, 'warnings', id, 'RETURN_PLAN', { opinion: '请写明人选来源' });
    await step(stage.cast.clerk, 'warnings', id, 'SUBMIT_PLAN', plan);
    await step(stage.cast.chief, 'warnings', id, 'ACCEPT_PLAN');
    const { body } = await stage.cast.clerk.get(`warnings/${id}`);
    expect((body as { deadlines: { name: string; dueDay: string }[] }).deadlines).toMatchObject([
      { name: 'planDue', dueDay: '2026-11-16' },
    ]);
    stage.app.clock.set('2026-11-16');
    await upkeep(stage);
    expect((await contextOf(id)).plan!.status).toBe('accepted');
    stage.app.clock.set('2026-11-17');
    await upkeep(stage);
    expect((await contextOf(id)).plan!.status).toBe('broken');
  });

  it('is not ended by hand while the team is short, and ends by itself with the appointment that meets the task', async () => {
    const { id } = await warningOf(stage.cast.reviewer, slow.team);
    expect((await step(stage.cast.reviewer, 'warnings', id, 'REASSESS')).statePath).toMatch(/^open\./);
    const post = slow.vacancies[1]!;
    const cadre = await stage.cadre(YOUNG);
    await buildAppointment(stage.app.database.db, { cadre, post, from: '2026-11-17' });
    await Promise.all([upkeep(stage), upkeep(stage)]);
    const { statePath, done } = await warningOf(stage.cast.reviewer, slow.team);
    expect([statePath, done]).toEqual(['resolved', true]);
    const { resolution } = await contextOf(id);
    expect(resolution!.sentence).toBe(
      `按2026-11-17名册，职位${post.code}自2026-11-17起配备，应配2名、现配2名，已达到应配数，解除预警。`,
    );
    expect((await preview(await fill(OLD))).warning).toBeUndefined();
  });

  it('is opened between rounds where somebody leaves, and not twice; its first reminder is drawn up at once', async () => {
    const { db } = stage.app.database;
    await db.queryDynamic(`UPDATE appointment SET to_day = '2026-11-17' WHERE cadre_id = $1`, [
      met.members[0]!.cadre.id,
    ]);
    await Promise.all([upkeep(stage), upkeep(stage)]);
    const opened = await warningOf(stage.cast.reviewer, met.team);
    expect(opened.statePath).toBe('open.firstDrafted');
    expect(await contextOf(opened.id)).toMatchObject({ standing: { basis: { kind: 'directory' }, shortfall: 1 } });
  });

  it('that first reminder is a letter of its own: signed off, received, and the thirty days run from it', async () => {
    const { clerk, reviewer, chief } = stage.cast;
    const { id } = await warningOf(reviewer, met.team);
    expect(refusalOf(await clerk.send('warnings', id, 'RECEIVE'))).toBe('409 NOTHING_TO_RECEIVE');
    await step(chief, 'warnings', id, 'ISSUE_FIRST');
    const { first } = await contextOf(id);
    expect(first).toMatchObject({ ownLetter: true, issuedOn: '2026-11-17', receivedOn: null });
    const asked = `warnings/${id}/letter?documentNo=${encodeURIComponent(first!.documentNo!)}`;
    const letter = (await clerk.get(asked)).body as Letter;
    expect(textOf(letter)).toContain('因两次季度摸底之间的干部变动');
    expect(letter.content).toMatchObject({ title: '年轻干部配备工作提示函', hashOf: 'directory' });
    expect((await outsider.get(asked)).status).toBe(404);
    expect(refusalOf(await clerk.get(`warnings/${id}/letter?documentNo=none`))).toBe('404 REMINDER_NOT_ISSUED');
    await step(clerk, 'warnings', id, 'RECEIVE');
    const { statePath, fields } = await warningOf(reviewer, met.team);
    expect([statePath, fields.delivered]).toEqual(['open.firstReminder.delivered', 1]);
    const { deadlines } = (await clerk.get(`warnings/${id}`)).body as { deadlines: object[] };
    expect(deadlines).toMatchObject([{ name: 'secondReminder', dueDay: '2026-12-17' }]);
    const appointTo = met.vacancies[0]!.code;
    const items = [{ cadre: (await stage.cadre(OLD)).code, appointTo, kind: 'appoint' }];
    const { body } = await clerk.post('gate/preview', { unit: stage.unit.code, items });
    expect((body as GateResult).teams).toMatchObject([{ warning: { delivered: 1 } }]);
  });

  it('is judged anew by the next round, and goes on with the heir of a merged unit', async () => {
    const { db } = stage.app.database;
    const heir = await buildUnit(db, { parent: stage.county });
    await db.queryDynamic('UPDATE team SET unit_id = $1 WHERE id = $2', [heir.id, met.team.id]);
    await db.queryDynamic('UPDATE team SET approved_principals = 0, approved_deputies = 0 WHERE id = $1', [
      slowest.team.id,
    ]);
    await db.queryDynamic(`INSERT INTO unit_succession VALUES ($1, $2, 'merged', '2026-12-01')`, [
      stage.unit.id,
      heir.id,
    ]);
    await db.queryDynamic(`UPDATE unit SET kind = 'county-other' WHERE id = $1`, [stage.unit.id]);
    await endorsedRound(stage, '2026-12-31');
    const gone = await warningOf(stage.cast.reviewer, slowest.team);
    expect([gone.statePath, (await contextOf(gone.id)).resolution]).toMatchObject(['ended', { heir: met.team.code }]);
    const goesOn = await warningOf(stage.cast.reviewer, met.team);
    const { predecessors, standing } = await contextOf(goesOn.id);
    expect(predecessors.map(({ warning }) => warning)).toEqual([gone.id]);
    expect(standing!.basis).toMatchObject({ kind: 'round', quarter: '2026Q4' });
  });

  it('§7-20 the report of the half-year adds it up from frozen ledgers and what is on record, and §7-34 says when the next is due', async () => {
    const { clerk, reviewer, chief, head } = stage.cast;
    const { body } = await head.get('reports/half-year?half=2026H2');
    const report = body as HalfYearView;
    expect(report).toMatchObject({ ledger: { quarter: '2026Q4', revision: 1 }, before: null, circulars: 1 });
    expect(report.units.map(({ unit }) => unit)).toEqual([stage.county.code]);
    expect(report.units[0]!.now).toEqual(report.totals.now);
    expect(report.totals.deeds).toMatchObject({
      warningsResolved: 1,
      remindersIssued: 4,
      remindersReceived: 4,
      circularRows: 1,
      filed: 1,
      filedLate: 0,
      appointed: 0,
    });
    expect(report.overrides).toMatchObject([{ reason: REASON, approvedOn: '2026-10-30' }]);
    for (const file of ['reports/half-year.docx', 'reports/half-year.xlsx']) {
      expect((await head.downloadBytes(`${file}?half=2026H2`)).status).toBe(200);
      expect((await head.get(file)).status).toBe(403);
    }
    expect((await clerk.get('reports/half-year')).status).toBe(403);
    expect((await head.get('reports/half-year?half=2026Q2')).status).toBe(400);
    const record = (person: Person, reportedOn: string) =>
      person.post('reports/half-year/reported', { reportedOn, half: '2026H2' });
    expect((await head.get('reports/half-year/due')).body).toMatchObject({ lastReportedOn: null, overdueDays: 0 });
    expect(refusalOf(await record(chief, '2027-03-01'))).toBe('409 REPORT_DAY_TO_COME');
    expect((await record(reviewer, '2026-12-30')).status).toBe(403);
    for (let times = 0; times < 2; times += 1) {
      expect((await record(chief, '2026-12-30')).body).toMatchObject({ dueDay: '2027-06-30', overdueDays: 0 });
    }
    stage.app.clock.set('2027-07-01');
    expect((await head.get('reports/half-year/due')).body).toMatchObject({ overdueDays: 1 });
  });

  it('leaves states and histories that follow from one another', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
    expect(await stateOf(stage.cast.reviewer, 'warnings', (await warningOf(stage.cast.reviewer, slow.team)).id)).toBe(
      'resolved',
    );
  });
});
