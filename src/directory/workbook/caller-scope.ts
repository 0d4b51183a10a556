import type { ScopePaths } from './find-set-problems.js';

/** As much of the caller as the workbook needs: the roles held, and where. */
export interface WorkbookCaller {
  grants: readonly { role: string; unitPath: string }[];
}

/** Department sections import workbooks (contract §3). */
export const IMPORT_ROLES = ['reviewer', 'chief'];
/** A workbook of the directory is personal data in bulk: those who review and decide may take it out. */
export const EXPORT_ROLES = ['reviewer', 'chief', 'deputy', 'head'];

/** The units in which the caller holds one of the roles. */
export function scopeOf(caller: WorkbookCaller, roles: readonly string[]): ScopePaths {
  return caller.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitPath);
}
