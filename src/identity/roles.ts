import { ROLES, type Role } from '../../machines/kernel/index.js';

/** Roles a person can be given; `system` is the product itself and never signs in. */
export type GrantableRole = Exclude<Role, 'system'>;

export const GRANTABLE_ROLES = ROLES.filter((role): role is GrantableRole => role !== 'system');

export { ROLE_LABELS } from '../../machines/kernel/index.js';

/** Keeps accounts: makes, disables, resets. `admin` is the first version's name and means nothing else. */
export const SYSTEM_DUTY: readonly GrantableRole[] = ['sysadmin', 'admin'];

/** Gives and takes roles, ends delegations, sets policies. */
export const SECURITY_DUTY: readonly GrantableRole[] = ['secadmin'];

/** Reads the audit and nothing else. */
export const AUDIT_DUTY: readonly GrantableRole[] = ['auditadmin'];

/** The three who exclude one another 三员 (handbook §4.3); none sees business data. */
export const ADMINISTRATOR_ROLES: readonly GrantableRole[] = [...SYSTEM_DUTY, ...SECURITY_DUTY, ...AUDIT_DUTY];

/** Everybody but the administrators: who may see business data within the units granted. */
export const BUSINESS_ROLES = GRANTABLE_ROLES.filter((role) => !ADMINISTRATOR_ROLES.includes(role));

export function isAdministratorRole(role: string): boolean {
  return (ADMINISTRATOR_ROLES as readonly string[]).includes(role);
}
