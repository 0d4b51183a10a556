export {
  type AppointmentChange,
  confirmAppointments,
  type DecidedChanges,
  relieveAppointments,
  writeAppointments,
} from './appointments/appointments.js';
export { DirectoryModule } from './directory.module.js';
export { Appointment, Cadre, DIRECTORY_ENTITIES, Post, Team, Unit } from './entities/index.js';
export { SampleCityTask } from './first-start/sample-city.task.js';
export { SampleUnitPicker } from './first-start/sample-unit-picker.js';
export { loadPolicyInForce } from './policy-in-force.js';
export type { Reader } from './reader.js';
export { judgeTeam, type LedgerRow, toLedgerRow } from './staffing/ledger.js';
export { StaffingService } from './staffing/staffing.service.js';
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
export { type ImportOptions, type ImportResult, WorkbookExporter, WorkbookImporter } from './workbook/index.js';
