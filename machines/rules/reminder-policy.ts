/** Who can be reminded, of cases they may read; administrators decide nothing and are reminded of nothing. */
export const REMINDED_ROLES = [
  'clerk',
  'leader',
  'reviewer',
  'chief',
  'deputy',
  'head',
  'discipline',
  'establishment',
] as const;
export type RemindedRole = (typeof REMINDED_ROLES)[number];

/** One step of a ladder. A ladder has at most one rung per number of working days. */
export interface Rung {
  /** Working days after the due day; negative before it, 0 on the day. */
  workingDays: number;
  kind: 'reminder' | 'escalation';
  /** Who is told; empty for whoever may act on the case then. */
  roles: readonly RemindedRole[];
}

/** When people are reminded, as the city sets it. */
export interface ReminderPolicy {
  /** Full hours of the working day in China: from the first, before the second. */
  hours: { from: number; until: number };
  /** By `<workflow>.<deadline>`; `default` for every deadline without a ladder of its own. */
  ladders: Readonly<Record<string, readonly Rung[]>>;
}

export const DEFAULT_LADDER = 'default';

const ACTOR: RemindedRole[] = [];
/** Where a unit is written to, whoever may answer for it. */
const UNIT: RemindedRole[] = ['clerk', 'leader'];
const reminder = (workingDays: number): Rung => ({ workingDays, kind: 'reminder', roles: ACTOR });
const escalation = (workingDays: number, role: RemindedRole): Rung => ({
  workingDays,
  kind: 'escalation',
  roles: [role],
});

/** 科长 → 分管部长 → 部长. */
const ESCALATIONS = [escalation(2, 'chief'), escalation(4, 'deputy'), escalation(7, 'head')];
const ladder = (...days: number[]): Rung[] => [...days.map(reminder), ...ESCALATIONS];

/**
 * What a city starts from. No public rule fixes any of it: assumptions all, but for the hours.
 *
 * @source handbook §4.1 (hours); the rungs are assumed
 */
export const DEFAULT_REMINDERS: ReminderPolicy = {
  hours: { from: 9, until: 17 },
  ladders: {
    [DEFAULT_LADDER]: ladder(-3, -1, 0, 1),
    // What must be prepared (an assessment, a new meeting) takes longer than three days.
    'proposal.recommendationLapse': ladder(-20, -5, 0, 1),
    'proposal.probationEnd': ladder(-20, -5, 0, 1),
    'warning.planDue': ladder(-20, -5, 0, 1),
    // A round's letter is received in the unit's side of the round: the warning itself waits for nobody then.
    'warning.receipt': ladder(-3, -1, 0, 1).map((rung) => (rung.kind === 'reminder' ? { ...rung, roles: UNIT } : rung)),
  },
};

/**
 * The ladder that holds for a deadline.
 *
 * @param policy the city's settings for reminders
 * @param workflow name of the workflow
 * @param deadline name of the deadline within it
 * @returns rungs in the order in which they come; empty when the city wants no reminders there
 * @source handbook §2.3, §4.6; issue "a ladder per state"
 */
export function ladderOf(policy: ReminderPolicy, workflow: string, deadline: string): Rung[] {
  const own = policy.ladders[`${workflow}.${deadline}`] ?? policy.ladders[DEFAULT_LADDER] ?? [];
  return own.toSorted((a, b) => a.workingDays - b.workingDays);
}

/** @returns the name under which a rung is stored and shown */
export function rungName(workingDays: number): string {
  if (workingDays === 0) return 'on-day';
  return workingDays < 0 ? `before-${-workingDays}` : `after-${workingDays}`;
}
