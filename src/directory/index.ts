export {
  type AppointmentChange,
  confirmAppointments,
  type DecidedChanges,
  relieveAppointments,
  writeAppointments,
} from './appointments/appointments.js';
export { type Area, loadAreas } from './areas.js';
export { findRevealable, REVEALERS, type RevealingCaller } from './cadres/reveal.service.js';
export { judgeItems, type ItemQuestion, type JudgedItem } from './eligibility/judge-items.js';
export { type DossierBody, dossierBody, type StoredDossier as Dossier } from './dossier/dossier.dto.js';
export { readDossiers } from './dossier/dossier.rows.js';
export { writeDossiers } from './dossier/write-dossiers.js';
export { DirectoryModule } from './directory.module.js';
export { Appointment, Cadre, DIRECTORY_ENTITIES, Post, Team, Unit } from './entities/index.js';
export { findUnit } from './find-unit.js';
export { SampleCityTask } from './first-start/sample-city.task.js';
export { SampleUnitPicker } from './first-start/sample-unit-picker.js';
export { loadMembers, type MemberOfDocument, type TeamOfDocument } from './people/load-members.js';
export {
  fullPostName,
  loadPeople,
  type NamedPerson,
  type NamedPost,
  type NamedTerm,
  postsHeld,
} from './people/load-people.js';
export { asOf, code, day, pageOf, pageQuery } from './page.js';
export { loadPolicyInForce } from './policy-in-force.js';
export type { Reader } from './reader.js';
export { DIRECTORY_READERS } from './scope.js';
export { judgeTeam, type LedgerEntry, type LedgerRow, type LedgerSettings, toLedgerRow } from './staffing/ledger.js';
export { HEADLINE_KIND, isOfAreas, StaffingService } from './staffing/staffing.service.js';
export type { LedgerView } from './staffing/staffing.dto.js';
export {
  type CandidateQuestion,
  listTeamIds,
  loadCandidates,
  type LoadedTeam,
  type LoadOptions,
  loadTasks,
  loadTasksFor,
  loadTeamFacts,
  lookBackDay,
  type StreamOptions,
  streamTeamFacts,
  type TeamFilter,
  type WhichTeams,
} from './team-facts/index.js';
export { generateSampleCity, SAMPLE_CADRES, type SampleCity, type SampleCityOptions } from './sample-city/index.js';
export {
  cellText,
  compactText,
  EXPORT_ROLES,
  headerText,
  idNumber,
  IMPORT_ROLES,
  type ImportOptions,
  type ImportResult,
  maskIdNumber,
  monthCell,
  personName,
  type Problem,
  problem,
  RemoveUpload,
  scopeOf,
  sendWorkbook,
  TemporaryFiles,
  TemporaryFilesModule,
  textCell,
  tidyText,
  type WorkbookCaller,
  WorkbookExporter,
  WorkbookImporter,
} from './workbook/index.js';
