import { describe, expect, it } from '@jest/globals';
import { applyEvent, deadlinesOf, type Context, waitingFor, type WorkflowEvent } from '../kernel/index.js';
import { itTakesOn } from '../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row, staying } from '../kernel/state-event-spec-support.js';
import { deliveredReminders, type WarningContext } from './context.js';
import { composeReminder, definition } from './index.js';
import type { WarningEventType } from './payloads.js';
import { CHIEF, event, LEADER, MET, REVIEWER, STANDING, WAYS } from './spec-support.js';

const FIRST = ['open.firstReminder.issued', 'open.firstReminder.delivered'];
const SECOND = ['open.secondReminder.drafted', 'open.secondReminder.issued', 'open.secondReminder.delivered'];
const OPEN = ['open.opened', 'open.firstDrafted', ...FIRST, ...SECOND];

const TABLE: Readonly<Record<WarningEventType, Row>> = {
  CREATE: {},
  ROUND_JUDGED: staying(OPEN),
  REASSESS: staying(OPEN),
  TEAM_GONE: everyOne(OPEN, 'ended'),
  FIRST_ISSUED: everyOne(['open.opened', 'open.firstDrafted'], 'open.firstReminder.issued'),
  FIRST_RECEIVED: { 'open.firstReminder.issued': 'open.firstReminder.delivered', ...staying(SECOND) },
  DRAFT_FIRST: { 'open.opened': 'open.firstDrafted' },
  ISSUE_FIRST: { 'open.firstDrafted': 'open.firstReminder.issued' },
  DRAFT_SECOND: everyOne(FIRST, 'open.secondReminder.drafted'),
  ISSUE_SECOND: { 'open.secondReminder.drafted': 'open.secondReminder.issued' },
  RECEIVE: {
    ...everyOne([...OPEN], 'NOTHING_TO_RECEIVE'),
    'open.secondReminder.issued': 'open.secondReminder.delivered',
  },
  TAKE_NOTE: staying(['open.secondReminder.issued', 'open.secondReminder.delivered']),
  SUBMIT_PLAN: staying(OPEN),
  // What a plan allows stands beside the reminders: see below.
  ACCEPT_PLAN: {},
  RETURN_PLAN: {},
  DEADLINE_PASSED: {},
};

const meeting = event('ROUND_JUDGED', { payload: { standing: MET } });
const reassessedMet = event('REASSESS', { facts: { standing: { ...MET, basis: { kind: 'directory' } } } });
const overdue = event('DEADLINE_PASSED', { today: '2027-01-04' });

describe('every state of a warning × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as WarningEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const types = Object.keys(TABLE) as WarningEventType[];
    const samples: WorkflowEvent[] = [...types.map((type) => event(type)), meeting, reassessedMet, overdue];
    const digest = (context: Context) => {
      const { plan, first } = context as WarningContext;
      return [plan?.status ?? null, first?.ownLetter ?? null, first?.receivedOn ?? null];
    };
    expect(coverTransitions(definition, { samples, digest }).missed).toEqual([]);
  });
});

const at = (...events: WorkflowEvent[]) => walk(definition, [...WAYS['open.opened']!, ...events]);
const contextAt = (...events: WorkflowEvent[]) => at(...events).context as WarningContext;
const TWICE = WAYS['open.secondReminder.delivered']!.slice(1);

describe('how a warning moves', () => {
  it('by severity and then by what is lacking, never by letter', () => {
    const worse = { ...STANDING, level: 'A', severity: 3 } as const;
    const lettersReversed = { ...STANDING, level: 'A', severity: 2, shortfall: 0.5 } as const;
    const rounds = [worse, { ...worse, unmetQuarters: 3 }, lettersReversed].map((standing) =>
      event('ROUND_JUDGED', { payload: { standing } }),
    );
    const { movements } = contextAt(...rounds);
    expect(movements.map(({ change }) => change)).toEqual(['opened', 'raised', 'lowered']);
  });

  it('is resolved by a round, saying which ledger', () => {
    const { resolution } = contextAt(meeting);
    expect(resolution).toMatchObject({ kind: 'round', heir: null });
    expect(resolution!.sentence).toBe('按第1次固化的2026Q3台账，应配2名、现配2名，已达到应配数，解除预警。');
  });

  it('is resolved by an appointment in between, saying which post was filled and when', () => {
    const standing = { ...MET, asOf: '2026-11-20', basis: { kind: 'directory' } } as const;
    const arrivals = [{ cadre: 'C9', post: 'P2', from: '2026-11-18' }];
    const { resolution } = contextAt(event('REASSESS', { facts: { standing, arrivals } }));
    expect(resolution!.sentence).toBe(
      '按2026-11-20名册，职位P2自2026-11-18起配备，应配2名、现配2名，已达到应配数，解除预警。',
    );
  });

  it('ends also where the level is no longer among those that are warned', () => {
    const milder = { ...STANDING, level: 'C', severity: 1 } as const;
    expect(contextAt(event('ROUND_JUDGED', { payload: { standing: milder } })).resolution!.sentence).toContain(
      '等级降为C级，不再列入预警',
    );
  });

  it('takes the history of merged teams on, each once, and says where a team that has gone goes on', () => {
    const predecessors = [{ warning: 3, team: 'T0', teamName: '旧班子', unitName: '旧局', since: '2026-04-10' }];
    const joined = event('ROUND_JUDGED', { payload: { predecessors } });
    expect(contextAt(joined, joined).predecessors).toEqual(predecessors);
    const { resolution } = contextAt(event('TEAM_GONE', { payload: { heir: 'T5' } }));
    expect(resolution).toMatchObject({ kind: 'gone', heir: 'T5' });
  });
});

describe('two reminders', () => {
  it('count as delivered with the unit’s receipt and not before, also when the first comes late', () => {
    const counts = TWICE.map((_, index) => deliveredReminders(contextAt(...TWICE.slice(0, index + 1))));
    expect(counts).toEqual([0, 1, 1, 1, 2]);
    const late = [event('FIRST_ISSUED'), ...TWICE.slice(2)];
    expect(deliveredReminders(contextAt(...late))).toBe(1);
    expect(deliveredReminders(contextAt(...late, event('FIRST_RECEIVED')))).toBe(2);
  });

  it('the second is signed off by somebody else than who drew it up by hand', () => {
    const byHand = event('DRAFT_SECOND', { payload: { because: 'hand' }, by: CHIEF });
    const drafted = at(event('FIRST_ISSUED'), byHand);
    expect(say(applyEvent(definition, drafted, event('ISSUE_SECOND')))).toBe('NO_SELF_APPROVAL');
    const other = event('ISSUE_SECOND', { by: { userId: 5, role: 'deputy' } });
    expect(say(applyEvent(definition, drafted, other))).toBe('open.secondReminder.issued');
    expect(say(applyEvent(definition, drafted, event('ISSUE_SECOND', { by: REVIEWER })))).toBe('ROLE_NOT_ALLOWED');
  });

  it('run under deadlines: receipt, the second reminder itself, its signature, and then the plan', () => {
    const names = (...events: WorkflowEvent[]) => deadlinesOf(definition, at(...events).state).map(({ name }) => name);
    expect(TWICE.map((_, index) => names(...TWICE.slice(0, index + 1)).toSorted())).toEqual([
      ['receipt', 'secondReminder'],
      ['secondReminder'],
      ['secondIssue'],
      ['receipt'],
      ['planSubmission'],
    ]);
  });

  it('wait for the section to sign, for the unit to receive and then to plan; a plan before that is the unit’s own affair', () => {
    const rolesAfter = (...events: WorkflowEvent[]) => waitingFor(definition, at(...events), '2026-11-20').roles;
    expect(TWICE.map((_, index) => rolesAfter(...TWICE.slice(0, index + 1)))).toEqual([
      [],
      [],
      ['chief', 'deputy'],
      ['clerk', 'leader'],
      ['clerk', 'leader'],
    ]);
  });

  it('by hand need a chief’s or the section’s word, and TAKE_NOTE keeps the first day', () => {
    const noted = event('TAKE_NOTE', { today: '2026-11-21' });
    const again = event('TAKE_NOTE', { today: '2026-11-25' });
    expect(contextAt(...TWICE, noted, again).second!.notedOn).toBe('2026-11-21');
  });
});

describe('a first reminder between two rounds', () => {
  const OWN = [event('DRAFT_FIRST'), event('ISSUE_FIRST')];

  it('is a letter of its own, signed off by somebody else than who drew it up, received by the unit', () => {
    const byHand = at(event('DRAFT_FIRST', { by: CHIEF }));
    expect(say(applyEvent(definition, byHand, event('ISSUE_FIRST')))).toBe('NO_SELF_APPROVAL');
    const issued = applyEvent(definition, at(OWN[0]!), OWN[1]!);
    expect(issued).toMatchObject({ ok: true, effects: [{ type: 'writeReminder' }] });
    const received = contextAt(...OWN, event('RECEIVE'));
    expect(received.first).toMatchObject({ ownLetter: true, documentNo: '组函〔2026〕9号', receivedBy: [2] });
    expect(deliveredReminders(received)).toBe(1);
    expect(deadlinesOf(definition, at(OWN[0]!).state).map(({ name }) => name)).toEqual(['firstIssue']);
  });

  it('gives way to the round’s letter where that comes before the signature, and not after it', () => {
    expect(contextAt(OWN[0]!, event('FIRST_ISSUED')).first).not.toHaveProperty('ownLetter');
    expect(say(applyEvent(definition, at(...OWN), event('FIRST_ISSUED')))).toBe('EVENT_NOT_ALLOWED');
  });

  it('left without a receipt is received before the second, and neither twice; the plan is awaited after the second', () => {
    const both = [...OWN, event('DRAFT_SECOND'), event('ISSUE_SECOND')];
    const counts = [0, 1, 2].map((times) =>
      deliveredReminders(contextAt(...both, ...Array.from({ length: times }, () => event('RECEIVE')))),
    );
    expect(counts).toEqual([0, 1, 2]);
    const afterFirst = at(...both, event('RECEIVE'));
    expect(afterFirst.state).toEqual({ open: { progress: { secondReminder: 'issued' }, plan: 'none' } });
    const afterSecond = at(...both, event('RECEIVE'), event('RECEIVE'));
    expect(afterSecond.state).toEqual({ open: { progress: { secondReminder: 'delivered' }, plan: 'awaited' } });
    expect(say(applyEvent(definition, afterSecond, event('RECEIVE')))).toMatch(/NOTHING_TO_RECEIVE|EVENT_NOT_ALLOWED/);
    const drafted = at(...OWN, event('DRAFT_SECOND'), event('RECEIVE'));
    expect(deliveredReminders(drafted.context as WarningContext)).toBe(1);
  });

  it('says why the unit is written to, without speaking of an earlier letter; the second one names the first', () => {
    const question = { unitName: '某局', documentNo: '组函〔2026〕9号', day: '2026-11-20', replyWorkingDays: 10 };
    const textOf = (context: WarningContext): string => JSON.stringify(composeReminder({ ...question, context }));
    const first = textOf(contextAt(...OWN));
    expect(first).toContain('因两次季度摸底之间的干部变动，某局班子年轻干部配备出现差额，现提示如下。');
    expect(first).not.toContain('再次提示');
    const second = textOf(contextAt(...OWN, event('DRAFT_SECOND'), event('ISSUE_SECOND')));
    expect(second).toContain('我部已以组函〔2026〕9号函书面反馈');
    expect(second).toContain('10个工作日内报送配备计划');
  });
});

describe('a commitment plan', () => {
  it('says how many and by a day to come', () => {
    const refused = (payload: object) => say(applyEvent(definition, at(), event('SUBMIT_PLAN', { payload })));
    expect(refused({ adds: 0 })).toBe('PLAN_EMPTY');
    expect(refused({ byDay: '2026-11-20' })).toBe('PLAN_DAY_PAST');
    expect(say(applyEvent(definition, at(), event('SUBMIT_PLAN', { payload: { opinion: ' ' } })))).toBe(
      'OPINION_REQUIRED',
    );
  });

  it('is judged by others than who handed it in, and has its own date as a deadline', () => {
    const submitted = at(event('SUBMIT_PLAN'));
    const self = event('ACCEPT_PLAN', { by: { userId: LEADER.userId, role: 'chief' } });
    expect(say(applyEvent(definition, submitted, self))).toBe('NO_SELF_APPROVAL');
    const accepted = at(event('SUBMIT_PLAN'), event('ACCEPT_PLAN'));
    expect(deadlinesOf(definition, accepted.state).map(({ name }) => name)).toEqual(['planDue']);
    const returned = at(event('SUBMIT_PLAN'), event('RETURN_PLAN'), event('SUBMIT_PLAN'));
    expect((returned.context as WarningContext).plan!.status).toBe('submitted');
  });

  it('is broken when its day has passed, not before, and by no other deadline', () => {
    const accepted = at(event('SUBMIT_PLAN'), event('ACCEPT_PLAN'));
    const sent = (change: Parameters<typeof event<'DEADLINE_PASSED'>>[1]) =>
      say(applyEvent(definition, accepted, event('DEADLINE_PASSED', change)));
    expect(sent({ today: '2026-12-31' })).toBe('PLAN_NOT_DUE');
    expect(sent({ today: '2027-01-04', payload: { name: 'receipt' } })).toBe('DEADLINE_UNKNOWN');
    expect(contextAt(event('SUBMIT_PLAN'), event('ACCEPT_PLAN'), overdue).plan!.status).toBe('broken');
  });
});
