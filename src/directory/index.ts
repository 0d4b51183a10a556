export {
  type AppointmentChange,
  confirmAppointments,
  type DecidedChanges,
  relieveAppointments,
  writeAppointments,
} from './appointments/appointments.js';
export { type Area, loadAreas } from './areas.js';
export { DirectoryModule } from './directory.module.js';
export { Appointment, Cadre, DIRECTORY_ENTITIES, Post, Team, Unit } from './entities/index.js';
export { SampleCityTask } from './first-start/sample-city.task.js';
export { SampleUnitPicker } from './first-start/sample-unit-picker.js';
export { loadPolicyInForce } from './policy-in-force.js';
export type { Reader } from './reader.js';
export { findUnit } from './find-unit.js';
export { asOf, code, day, pageOf, pageQuery } from './page.js';
export { DIRECTORY_READERS } from './scope.js';
export { judgeTeam, type LedgerEntry, type LedgerRow, type LedgerSettings, toLedgerRow } from './staffing/ledger.js';
export { HEADLINE_KIND, isOfAreas, StaffingService } from './staffing/staffing.service.js';
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
  type ImportOptions,
  type ImportResult,
  sendWorkbook,
  TemporaryFiles,
  WorkbookExporter,
  WorkbookImporter,
} from './workbook/index.js';
