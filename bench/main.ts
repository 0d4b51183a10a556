import { benchApproval } from './approval.js';
import { benchAudit } from './audit.js';
import { openCity } from './city.js';
import { benchImport } from './import.js';
import { benchInbox } from './inbox.js';
import { benchLateness } from './lateness.js';
import { benchLedger } from './ledger.js';
import { benchPreview } from './preview.js';
import { benchRound } from './round.js';
import { chooseScale, type Scale } from './scale.js';
import { benchScope } from './scope.js';
import { openStage, type Stage } from './stage.js';

/** Preview and ledger share a city when both run: filling it takes longer than asking it. */
const cities = new Map<number, ReturnType<typeof openCity>>();

function cityOf(stage: Stage, teams: number): ReturnType<typeof openCity> {
  const city = cities.get(teams) ?? openCity(stage, `city_${teams}`, teams);
  cities.set(teams, city);
  return city;
}

type Part = (stage: Stage, scale: Scale) => Promise<void>;

/** The import comes first: its memory is measured in a process that has done nothing yet. */
const PARTS: Readonly<Record<string, Part>> = {
  import: (stage, { importRows }) => benchImport(stage, importRows),
  approval: async (stage, { approval, throughput }) =>
    benchApproval(await openCity(stage, 'approval', approval.teams), approval.cases, throughput),
  preview: async (stage, { preview }) => benchPreview(await cityOf(stage, preview.teams), preview.requests),
  scope: async (stage, { scope }) => benchScope(await openCity(stage, 'scope', scope.teams), scope.rounds),
  inbox: async (stage, { inbox }) => benchInbox(await openCity(stage, 'inbox', inbox.teams), inbox.cases, inbox.rounds),
  lateness: async (stage, { lateness }) => benchLateness(await openCity(stage, 'lateness', 1_000), lateness),
  round: async (stage, { round }) => benchRound(await openCity(stage, 'round', round.teams)),
  audit: (stage, { auditRecords }) => benchAudit(stage, auditRecords),
  ledger: async (stage, { ledger }) => benchLedger(await cityOf(stage, ledger.teams), ledger.rounds),
};

/** They take minutes at their own pace, whatever the scale: only when they are asked for. */
const BY_NAME_ONLY = new Set(['lateness', 'round']);

function chooseParts(names: readonly string[]): Part[] {
  const unknown = names.find((name) => PARTS[name] === undefined);
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  const chosen = names.length === 0 ? Object.keys(PARTS).filter((name) => !BY_NAME_ONLY.has(name)) : names;
  return Object.entries(PARTS).flatMap(([name, part]) => (chosen.includes(name) ? [part] : []));
}

const parts = chooseParts(process.argv.slice(2));
const scale = chooseScale(process.env['BENCH_SCALE']);
const stage = await openStage();
try {
  for (const part of parts) await part(stage, scale);
} catch (error) {
  // Said before anything is taken down: connections that break then would be all one saw. Ending clears the stage away.
  console.error(error);
  process.exit(1);
}
await stage.stop();
