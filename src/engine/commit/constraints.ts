import type { Refusal } from '../../../machines/kernel/index.js';

/** The values that met, column → text, as the database reports them for a violated unique index. */
export type ConstraintKey = Readonly<Record<string, string>>;

const mapped = new Map<string, (key: ConstraintKey) => Refusal>();

/**
 * Declares what it means to people when the database keeps one of its own promises, such as one open proposal per post.
 *
 * @param constraint name of the constraint or unique index
 * @param toRefusal the refusal that explains it, from the values that met
 */
export function mapConstraint(constraint: string, toRefusal: (key: ConstraintKey) => Refusal): void {
  mapped.set(constraint, toRefusal);
}

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
  detail?: string;
}

/**
 * Reads a database error as a refusal.
 *
 * @param error whatever a statement threw
 * @returns the declared refusal; null when the error is none of the declared constraints
 * @refuses COMMAND_ID_TAKEN - somebody else has begun a case with this command id
 */
export function refusalOfConstraint(error: unknown): Refusal | null {
  if (isSecondCreation(error)) return { code: 'COMMAND_ID_TAKEN', params: {} };
  const { constraint, detail } = databaseError(error);
  const toRefusal = constraint === undefined ? undefined : mapped.get(constraint);
  return toRefusal?.(keyOf(detail)) ?? null;
}

/**
 * Says whether the same transaction would go through if it simply ran again: PostgreSQL chose it as the victim of a
 * deadlock or could not put it in order with another.
 */
export function isPassing(error: unknown): boolean {
  const { code } = databaseError(error);
  return code === '40P01' || code === '40001';
}

/** Says whether two equal CREATE commands met: the second finds the first's case when it runs again. */
export function isSecondCreation(error: unknown): boolean {
  const { code, constraint } = databaseError(error);
  return code === '23505' && constraint !== undefined && constraint.includes('create_command_id');
}

function databaseError(error: unknown): Partial<DatabaseError> {
  return error instanceof Error ? error : {};
}

// Key (cadre_id, remove_post_id)=(12, 40) already exists.
function keyOf(detail: string | undefined): ConstraintKey {
  const parts = /^Key \((.+)\)=\((.+)\) /.exec(detail ?? '');
  const values = parts?.[2]?.split(', ') ?? [];
  const columns = parts?.[1]?.split(', ') ?? [];
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
}
