import type { Role, WorkflowDefinition } from './types.js';

/** Both sides of an ordinary case: the unit, which proposes and answers, and the department, which reviews and decides. */
export const UNIT_AND_DEPARTMENT: readonly Role[] = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'];

/** The department's side alone, for what a unit must not read. */
export const DEPARTMENT_SIDE: readonly Role[] = ['reviewer', 'chief', 'deputy', 'head'];

/**
 * Who may read a workflow's cases at all, each within the units granted. Lists, pages, histories, inboxes and messages ask
 * this; whoever holds none of these roles in the case's unit is answered as if the case did not exist.
 *
 * @param definition the workflow
 * @returns roles; unit and department unless the workflow says otherwise
 */
export function readersOf({ readers }: Pick<WorkflowDefinition, 'readers'>): readonly Role[] {
  return readers ?? UNIT_AND_DEPARTMENT;
}

/**
 * Who is asked one question about a case and sees that question alone. They stand in the to-do list and are told like
 * anybody for whom the case waits; the case's own calls do not know them.
 *
 * @param definition the workflow
 * @returns roles; empty for most workflows
 */
export function narrowReadersOf({ narrow }: Pick<WorkflowDefinition, 'narrow'>): readonly Role[] {
  return narrow?.readers ?? [];
}
