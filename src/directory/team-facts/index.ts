export { loadCandidates, type CandidateQuestion } from './load-candidates.js';
export { loadTasks, loadTasksFor } from './load-tasks.js';
export { loadTeamFacts, type LoadOptions, type WhichTeams } from './load-team-facts.js';
export { lookBackDay } from './look-back-day.js';
export { listTeamIds, streamTeamFacts, type StreamOptions, type TeamFilter } from './stream-team-facts.js';
export type { LoadedTeam } from './team-row.js';
