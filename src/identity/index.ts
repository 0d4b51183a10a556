export { AccessCheck } from './access-check.js';
export { type Caller, type CallerGrant, coversUnit, holdsRole } from './caller.js';
export { listCannotSign } from './cannot-sign.query.js';
export { createAdmin, readPassword } from './create-admin.js';
export { IdentityModule } from './identity.module.js';
export { IdentitySettings } from './identity.settings.js';
export { InstallNote } from './install/install-note.js';
export { install } from './install/install.js';
export { withPrompt } from './install/prompt.js';
export { resetPasswordFromConsole } from './install/reset-password.js';
export {
  ADMINISTRATOR_ROLES,
  AUDIT_DUTY,
  BUSINESS_ROLES,
  GRANTABLE_ROLES,
  type GrantableRole,
  isAdministratorRole,
  ROLE_LABELS,
  SECURITY_DUTY,
  SYSTEM_DUTY,
} from './roles.js';
export { type DeclaredRoute } from './routes.js';
export { SAMPLE_ACCOUNTS, type SampleAccount } from './sample-accounts.js';
export { SampleSignIns } from './sample-sign-ins.js';
export { PICK_SAMPLE_UNIT, type PickSampleUnit } from './sample-units.js';
export { type ScopeCondition, scopeCondition } from './scope-condition.js';
export { SecretBox } from './secret-box.js';
export { Visits } from './visits.js';
export { SESSION_COOKIE } from './session-token.js';
