import type { WorkflowRuntime } from '../types.js';

/** The product itself, where a person's name would stand. */
export const SYSTEM_NAME = '系统';

export function stateLabel({ definition }: WorkflowRuntime, path: string): string {
  return definition.labels.states[path] ?? path;
}

export function eventLabel({ definition }: WorkflowRuntime, type: string): string {
  return definition.labels.events[type] ?? type;
}

/** "A 代 B": A acted, standing in for the absent B. */
export function actorDisplay(name: string, absent: string | null): string {
  return absent === null ? name : `${name} 代 ${absent}`;
}
