export type { Act, ActResult, AuditEntry } from './act.js';
export { AUDIT_METADATA, AuditedChange, AuditedRead, type AuditRule, UnauditedRead } from './audited.js';
export { digestOf, requireSm3, sm3 } from './digest.js';
export { declaredPurpose } from './purpose.js';
export {
  holdsRecord,
  recordAct,
  recordAhead,
  recordAlone,
  recordClause,
  STEP_PARAMETERS,
  stepValues,
} from './record-act.js';
export { currentTrace, describeAct, entryOf, type RequestTrace, traced, untraced } from './request-trace.js';
