import type { Caller } from './caller.js';
import { isAdministratorRole } from './roles.js';

export interface ScopeCondition {
  /** SQL for a WHERE clause. The same text for every caller, so that statements with it can be prepared. */
  text: string;
  /** The value for its one parameter. */
  values: [string[]];
}

/**
 * "Only rows of units within the caller's grants."
 * @param roles grants that count; undefined counts every role but the administrators', who see no business data
 * @param column an ltree column, such as `unit.path`
 * @param parameter number of the parameter that `text` refers to
 */
export function scopeCondition(
  caller: Pick<Caller, 'grants'>,
  roles: readonly string[] | undefined,
  column: string,
  parameter = 1,
): ScopeCondition {
  const counted = caller.grants.filter((grant) =>
    roles === undefined ? !isAdministratorRole(grant.role) : roles.includes(grant.role),
  );
  const paths = new Set(counted.map((grant) => grant.unitPath));
  return {
    text: `${column} <@ ANY($${parameter}::ltree[])`,
    values: [paths.has('') ? [''] : [...paths].sort()],
  };
}
