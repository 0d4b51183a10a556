import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingContext } from '../../machines/meeting/index.js';
import { docxText } from '../support/zip-parts.js';
import { ON_PAPER } from '../support/paper-policy.js';
import { hire, type Body } from './stage/people.js';
import { setStage, START, type Stage, YOUNG } from './stage/stage.js';
import {
  cleared,
  refusalOf,
  replayDifferences,
  settle,
  stateOf,
  step,
  toDeliberation,
  UNANIMOUS,
  vote,
} from './stage/walk.js';

/** Five are entitled: four make a quorum, three votes carry an item; the first presides. */
const MEMBERS = ['赵一', '钱二', '孙三', '李四', '周五'].map((name) => ({ name, post: '党组成员' }));
const ALL = [1, 2, 3, 4, 5];

interface Meeting {
  statePath: string;
  version: number;
  context: MeetingContext;
  quorum: { needed: number };
}

describe('a meeting of the party group', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  /** A proposal of one item that awaits the party group. */
  async function awaiting(): Promise<number> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const id = await cleared(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    await toDeliberation(stage, id);
    return id;
  }

  const arranged = (agenda: number[], change: Body = {}): Body => ({
    unit: stage.unit.code,
    body: 'partyGroup',
    day: START,
    place: '三楼会议室',
    chair: 1,
    members: MEMBERS,
    agenda,
    ...change,
  });

  async function open(agenda: number[], change: Body = {}): Promise<number> {
    const { status, body } = await stage.cast.clerk.post('meetings', arranged(agenda, change));
    expect({ status, refused: status === 201 ? undefined : body }).toEqual({ status: 201 });
    return (body as { id: number }).id;
  }

  const read = async (id: number): Promise<Meeting> => (await stage.cast.clerk.get(`meetings/${id}`)).body as Meeting;
  const send = (id: number, type: string, payload: Body = {}) => step(stage.cast.clerk, 'meetings', id, type, payload);
  const present = (members: number[]): Body => ({
    attendance: ALL.map((member) => ({ member, status: members.includes(member) ? 'present' : 'leave' })),
  });
  const votes = (proposal: number, cast: string, members: number[]): Body[] =>
    members.map((member) => ({ proposal, item: 1, member, vote: cast }));

  async function toVoting(id: number, members = ALL): Promise<void> {
    await send(id, 'CONVENE');
    await send(id, 'RECORD_ATTENDANCE', present(members));
    await send(id, 'OPEN_VOTING');
  }

  async function toSigned(id: number): Promise<void> {
    await send(id, 'END_VOTING', { chairSpokeLast: true });
    await send(id, 'DRAFT_MINUTES', { recorder: '吴记', discussion: '会议逐项讨论，逐人表态。' });
    await step(stage.cast.leader, 'meetings', id, 'SIGN_MINUTES');
  }

  it('decides several proposals at once, each by its own count; their pages name the meeting', async () => {
    const [first, second, third] = [await awaiting(), await awaiting(), await awaiting()] as const;
    const offered = await stage.cast.clerk.get(`meetings/arrangeable?unit=${stage.unit.code}`);
    const { proposals, members } = offered.body as { proposals: { proposal: number }[]; members: object[] };
    expect(proposals.map(({ proposal }) => proposal)).toEqual([first, second, third]);
    expect(members.length).toBeGreaterThan(0);

    const id = await open([first, second, third]);
    await toVoting(id, [1, 2, 3, 4]);
    // What a person reads of the row of a vote that is missing names the person, not codes.
    const early = await stage.cast.clerk.send('meetings', id, 'END_VOTING', { chairSpokeLast: true });
    expect(refusalOf(early)).toBe('409 VOTES_MISSING');
    await send(id, 'RECORD_VOTES', {
      votes: [
        ...votes(first, 'for', [2, 3, 4, 1]),
        ...votes(second, 'for', [2, 1]),
        ...votes(second, 'deferred', [3, 4]),
        ...votes(third, 'for', [2, 1]),
        ...votes(third, 'against', [3, 4]),
      ],
    });
    await toSigned(id);
    await send(id, 'CLOSE');
    await settle(stage);

    const { statePath, context } = await read(id);
    expect([statePath, context.agenda.map(({ decision }) => decision)]).toEqual([
      'closed',
      ['passed', 'deferred', 'notPassed'].map((outcome) => ({ status: 'recorded', outcome, reason: null })),
    ]);
    const { clerk, chief } = stage.cast;
    expect(await stateOf(clerk, 'proposals', first)).toBe('inSelection.publicNotice.pending');
    expect(await stateOf(clerk, 'proposals', second)).toBe('inSelection.deferred');
    expect(await stateOf(clerk, 'proposals', third)).toBe('notPassed');
    const decided = (await clerk.get(`proposals/${first}`)).body as { context: { deliberation: object } };
    expect(decided.context.deliberation).toEqual({ meetingDay: START, outcome: 'passed', meeting: id });
    const held = await chief.get(`meetings/of-proposal/${first}`);
    expect(held.body).toMatchObject([{ meeting: id, open: false, decision: 'recorded', outcome: 'passed' }]);

    const { body: forms } = await clerk.get(`meetings/${id}/forms`);
    expect((forms as { name: string; available: boolean }[]).map(({ name, available }) => [name, available])).toEqual(
      ['agenda', 'voting-sheets', 'voting-summary', 'minutes'].map((name) => [name, true]),
    );
    const minutes = await clerk.downloadBytes(`meetings/${id}/forms/minutes`);
    const text = await docxText(minutes.body as Buffer);
    for (const words of [
      '党组会议纪要',
      '应到会成员5人，实到4人',
      '同意4票',
      '会议决定，上述任免事项缓议。',
      '请假：周五',
    ]) {
      expect(text).toContain(words);
    }

    // 缓议: taken up again, the same proposal goes to another meeting.
    await step(stage.cast.leader, 'proposals', second, 'RESUME_DELIBERATION');
    expect(await stateOf(clerk, 'meetings', await open([second]))).toBe('draft');
  });

  it('holds a proposal alone: two agendas at once are refused, also when two people are as fast as each other', async () => {
    const proposal = await awaiting();
    const [one, other] = await Promise.all([
      stage.cast.clerk.post('meetings', arranged([proposal])),
      stage.cast.leader.post('meetings', arranged([proposal])),
    ]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect([one, other].map(refusalOf)).toContain('409 PROPOSAL_ON_OTHER_AGENDA');
    const held = [one, other].find(({ status }) => status === 201)!.body as { id: number };
    await send(held.id, 'CANCEL', { opinion: '另行安排' });
    await open([proposal]);
  });

  it('lets go of a proposal that is returned meanwhile, with the reason, and decides the others', async () => {
    const [stays, goes] = [await awaiting(), await awaiting()] as const;
    const id = await open([stays, goes]);
    await toVoting(id);
    await step(stage.cast.reviewer, 'proposals', goes, 'RETURN', {
      to: 'inSelection.inspection',
      opinion: '请补充考察',
    });
    await settle(stage);
    const { context } = await read(id);
    expect(context.agenda.map(({ dropped }) => dropped?.reason ?? null)).toEqual([
      null,
      '动议已“退回”，不再处于讨论决定环节',
    ]);
    const gone = await stage.cast.clerk.send('meetings', id, 'RECORD_VOTES', { votes: votes(goes, 'for', [2]) });
    expect(refusalOf(gone)).toBe('409 MATTER_UNKNOWN');
    await send(id, 'RECORD_VOTES', { votes: votes(stays, 'for', ALL.toReversed()) });
    await toSigned(id);
    await send(id, 'CLOSE');
    await settle(stage);
    expect(await stateOf(stage.cast.clerk, 'meetings', id)).toBe('closed');
    expect(await stateOf(stage.cast.clerk, 'proposals', goes)).toBe('inSelection.inspection');
  });

  it('shows what a proposal would not take, and asks again when it is put right: once, however often it is carried out', async () => {
    const { reviewer, leader, clerk } = stage.cast;
    const [good, bad] = [await awaiting(), await awaiting()] as const;
    const id = await open([good, bad]);
    await toVoting(id);
    await send(id, 'RECORD_VOTES', { votes: [good, bad].flatMap((proposal) => votes(proposal, 'for', ALL)) });
    await toSigned(id);
    // Somebody still has to sign: the proposal is not to be overtaken.
    await step(reviewer, 'proposals', bad, 'ADD_SIGNER', { userIds: [leader.id], kind: 'countersign' });
    await send(id, 'CLOSE');
    await settle(stage);
    const recording = await read(id);
    expect(recording.statePath).toBe('recording');
    expect(recording.context.agenda.map(({ decision }) => decision?.status)).toEqual(['recorded', 'refused']);
    expect(recording.context.agenda[1]!.decision!.reason).toMatch(/签/);

    await step(leader, 'proposals', bad, 'SIGN', { agree: true });
    await send(id, 'RETRY_DECISIONS');
    await settle(stage);
    expect(await stateOf(clerk, 'meetings', id)).toBe('closed');
    // The relay may carry the same message out again.
    const again = `UPDATE outbox SET done_at = NULL, next_attempt_at = now() WHERE workflow = 'meeting' AND case_id = $1`;
    await stage.app.database.db.queryDynamic(again, [id]);
    await settle(stage);
    const decided = `SELECT case_id AS id, count(*)::int AS times FROM case_event
      WHERE workflow = 'proposal' AND type = 'RECORD_DELIBERATION' AND case_id = ANY ($1) GROUP BY case_id ORDER BY case_id`;
    const { rows } = await stage.app.database.db.queryDynamic(decided, [[good, bad]]);
    expect(rows).toEqual([good, bad].map((proposal) => ({ id: proposal, times: 1 })));
  });

  it('is recorded by two people at once without loss, and a page that is behind is told so', async () => {
    const { clerk, leader } = stage.cast;
    const proposal = await awaiting();
    const id = await open([proposal]);
    await toVoting(id);
    const both = await Promise.all([
      clerk.send('meetings', id, 'RECORD_VOTES', { votes: votes(proposal, 'for', [2, 3]) }),
      leader.send('meetings', id, 'RECORD_VOTES', { votes: votes(proposal, 'against', [4, 5]) }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const { context, version } = await read(id);
    expect(context.votes).toEqual({ [`${proposal}.1`]: { 2: 'for', 3: 'for', 4: 'against', 5: 'against' } });
    const behind = { expectedVersion: version - 1 };
    const stale = await clerk.send('meetings', id, 'RECORD_VOTES', { votes: votes(proposal, 'for', [1]) }, behind);
    expect(refusalOf(stale)).toBe('409 STALE_VERSION');
    const changed = { votes: votes(proposal, 'for', [4]) };
    expect(refusalOf(await clerk.send('meetings', id, 'RECORD_VOTES', changed))).toBe('409 CORRECTION_NEEDS_REASON');
    await send(id, 'RECORD_VOTES', { ...changed, opinion: '计票时误记' });
    expect((await read(id)).context.corrections).toMatchObject([{ member: 4, from: 'against', to: 'for' }]);
    await send(id, 'CANCEL', { opinion: '会议中止' });
  });

  it('asks whom an item concerns to recuse himself: himself by code, kin by the family rows', async () => {
    const { clerk } = stage.cast;
    const { db } = stage.app.database;
    const { vacancies, members } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const proposal = await cleared(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    await toDeliberation(stage, proposal);
    const kin = 'INSERT INTO cadre_relative (cadre_id, ordinal, relation, name) VALUES ($1, 1, $2, $3)';
    await db.queryDynamic(kin, [newcomer.id, '舅舅', '周五']);
    const known = MEMBERS.map((member, index) =>
      index === 1
        ? { ...member, cadre: newcomer.code }
        : index === 2
          ? { ...member, cadre: members[0]!.cadre.code }
          : member,
    );
    const id = await open([proposal], { members: known });
    await send(id, 'CONVENE');
    await send(id, 'RECORD_ATTENDANCE', present(ALL));
    const refused = await clerk.send('meetings', id, 'OPEN_VOTING');
    expect(refusalOf(refused)).toBe('409 RECUSAL_NOT_ANSWERED');
    expect((refused.body as { detail: string }).detail).toContain('钱二系本人，应当回避。共2处待登记');
    await send(id, 'RECORD_RECUSAL', { proposal, member: 2, recuses: true, reason: '涉及本人' });
    await send(id, 'RECORD_RECUSAL', { proposal, item: 1, member: 5, recuses: false, reason: '同名，并非亲属' });
    await send(id, 'OPEN_VOTING');
    await send(id, 'RECORD_VOTES', { votes: votes(proposal, 'for', [3, 4, 5, 1]) });
    await toSigned(id);
    await send(id, 'CLOSE');
    await settle(stage);
    const history = (await clerk.get(`proposals/${proposal}/history`)).body as { type: string; payload: object }[];
    expect(history.find(({ type }) => type === 'RECORD_DELIBERATION')!.payload).toMatchObject({
      entitled: 5,
      present: 5,
      votes: [{ for: 4, against: 0, deferred: 0, recused: 1 }],
    });
  });

  it('keeps each member’s vote from the heads, from units beside it and from other offices', async () => {
    const id = await open([await awaiting()]);
    const neighbour = await hire(stage.app, 'neighbour', 'clerk', stage.county);
    const discipline = await hire(stage.app, 'discipline', 'discipline', null);
    const { head, deputy, reviewer, chief } = stage.cast;
    // A county’s own staff have the units below them in their charge.
    const able = [reviewer, chief, neighbour];
    for (const person of able) expect((await person.get(`meetings/${id}`)).status).toBe(200);
    for (const person of [head, deputy, discipline]) {
      expect([403, 404]).toContain((await person.get(`meetings/${id}`)).status);
      expect([403, 404]).toContain((await person.get(`meetings/${id}/history`)).status);
    }
  });

  it('held on paper, a deliberation is typed in as before; where the setting asks for a meeting, it is not', async () => {
    const { leader, chief } = stage.cast;
    const proposal = await awaiting();
    const decision = vote(1, UNANIMOUS, stage.app.clock.today());
    const forged = await leader.send('proposals', proposal, 'RECORD_DELIBERATION', { ...decision, meeting: 1 });
    expect(refusalOf(forged)).toBe('409 MEETING_NOT_BY_HAND');
    const [current] = (await chief.get('policies')).body as { version: number }[];
    const published = await chief.post('policies', {
      policy: { ...ON_PAPER, meeting: { required: true } },
      note: '会议在系统内召开',
      basedOn: current!.version,
    });
    expect({ status: published.status, refused: published.status === 201 ? undefined : published.body }).toEqual({
      status: 201,
    });
    expect(refusalOf(await leader.send('proposals', proposal, 'RECORD_DELIBERATION', decision))).toBe(
      '409 MEETING_REQUIRED',
    );
    const id = await open([proposal]);
    await toVoting(id);
    await send(id, 'RECORD_VOTES', { votes: votes(proposal, 'for', ALL) });
    await toSigned(id);
    await send(id, 'CLOSE');
    await settle(stage);
    expect(await stateOf(leader, 'proposals', proposal)).toBe('inSelection.publicNotice.pending');
  });

  it('keeps every objection to a notice with its channel, day, content, verifier and conclusion; several may be open', async () => {
    const { clerk, leader, reviewer } = stage.cast;
    const proposal = await awaiting();
    const id = await open([proposal]);
    await toVoting(id);
    await send(id, 'RECORD_VOTES', { votes: votes(proposal, 'for', ALL) });
    await toSigned(id);
    await send(id, 'CLOSE');
    await settle(stage);
    await step(leader, 'proposals', proposal, 'POST_NOTICE', { startDay: START });
    const early = { channel: 'letter', day: '2026-09-06', content: '反映公示前的情况' };
    expect(refusalOf(await clerk.send('proposals', proposal, 'RECORD_OBJECTION', early))).toBe(
      '409 OBJECTION_BEFORE_NOTICE',
    );
    await step(clerk, 'proposals', proposal, 'RECORD_OBJECTION', { ...early, day: START, named: true });
    await step(leader, 'proposals', proposal, 'RECORD_OBJECTION', { channel: 'hotline', content: '反映兼职取酬' });
    const conclude = (payload: Body) => reviewer.send('proposals', proposal, 'RESOLVE_OBJECTION', payload);
    const found = { founded: false, opinion: '经核查不属实', verifier: '甲某、乙某', verifiedOn: START };
    expect(refusalOf(await conclude(found))).toBe('409 OBJECTION_NOT_NAMED');
    expect((await conclude({ ...found, objection: 2 })).body).toMatchObject({
      statePath: 'inSelection.publicNotice.objectionUnderVerification',
    });
    expect(refusalOf(await conclude({ ...found, objection: 2 }))).toBe('409 OBJECTION_NOT_OPEN');
    expect((await conclude(found)).body).toMatchObject({ statePath: 'inSelection.publicNotice.posted' });
    const { context } = (await clerk.get(`proposals/${proposal}`)).body as { context: { objections: object[] } };
    const conclusion = { founded: false, verifier: '甲某、乙某', day: START, text: '经核查不属实' };
    expect(context.objections).toEqual([
      { no: 1, channel: 'letter', day: START, content: '反映公示前的情况', cadre: null, named: true, conclusion },
      { no: 2, channel: 'hotline', day: START, content: '反映兼职取酬', cadre: null, named: null, conclusion },
    ]);
  });

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
