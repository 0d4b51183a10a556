import {
  type RunningDeadline,
  runningDeadlines,
  type Stored,
  type WorkflowEvent,
} from '../../../machines/kernel/index.js';
import { deadlineDay, type Reminder } from '../../../machines/rules/index.js';
import { firstReminder } from '../deadlines/first-reminder.js';
import { chartOf } from '../registry.js';
import type { Surroundings, WorkflowRuntime } from '../types.js';

export interface ArmedDeadline {
  name: string;
  startDay: string;
  dueDay: string;
  /** Computed past the announced calendar: to be computed again when that year's holidays are known. */
  provisional: boolean;
  /** The first of its reminders; null where the city wants none. */
  reminder: Reminder | null;
}

/** What a step does to the deadlines of its case. Open ones that are not kept are closed. */
export interface DeadlineChange {
  keep: string[];
  arm: ArmedDeadline[];
}

export interface DeadlineQuestion {
  runtime: WorkflowRuntime;
  /** Null when the case begins. */
  before: Stored | null;
  /** The case was moved to a newer revision in this step: deadlines that the new revision added are armed late. */
  migrated: boolean;
  after: Stored;
  event: WorkflowEvent;
  surroundings: Surroundings;
}

/**
 * Compares the deadlines running before and after a step. A state that is left and entered again starts its deadline anew;
 * one that merely goes on keeps its day; one that the case no longer has ends.
 *
 * @param question the case before and after, the event, and the settings in force
 * @returns which to keep and which to arm, with the day each falls on
 * @source architecture, decision 5
 */
export function deadlineChange(question: DeadlineQuestion): DeadlineChange {
  const chart = chartOf(question.runtime);
  const before = question.before === null ? [] : runningDeadlines(chart, question.before);
  const after = runningDeadlines(chart, question.after);
  const kept = after.filter((deadline) => before.some((earlier) => isSame(earlier, deadline)));
  const armed = question.migrated ? after : after.filter((deadline) => !kept.includes(deadline));
  return {
    keep: kept.map(({ name }) => name),
    arm: [...new Set(armed.map(({ name }) => name))].map((name) => armDeadline(question, name)),
  };
}

const isSame = (a: RunningDeadline, b: RunningDeadline): boolean => a.name === b.name && a.owner === b.owner;

function armDeadline({ runtime, after, event, surroundings }: DeadlineQuestion, name: string): ArmedDeadline {
  const declaration = runtime.definition.deadlines[name];
  if (declaration === undefined) throw new Error(`${runtime.definition.name}: deadline ${name} is not declared`);
  const startDay = declaration.startDay(after.context, event);
  const spec = declaration.spec(surroundings.policy, after.context);
  const { day, provisional } = deadlineDay(surroundings.calendar, spec, startDay);
  const reminder = firstReminder(surroundings, runtime.definition.name, name, day);
  return { name, startDay, dueDay: day, provisional, reminder };
}
