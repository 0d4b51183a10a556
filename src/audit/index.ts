export { auditExport, auditVerify } from './audit-commands.js';
export { AuditModule } from './audit.module.js';
export { Recorder } from './recording/recorder.js';
export { sealRecords } from './chain/seal-records.js';
export { Sealer } from './chain/sealer.js';
export { type ChainFault, type ChainReport, verifyChain } from './chain/verify-chain.js';
export { KEEP_MONTHS, removeOldMonths } from './upkeep/months.js';
