import { describe, expect, it } from '@jest/globals';
import { makeScratchFolder } from '../support/index.js';
import { hasRedis } from '../support/redis-server.js';
import { buildCity, look } from './storm/city.js';
import { Cluster, START_DAY } from './storm/cluster.js';
import { faultsOf } from './storm/invariants.js';
import { Crowd } from './storm/load.js';
import { MISCHIEF, type Scene } from './storm/mischief.js';
import { Random } from './storm/random.js';
import { openDb } from './storm/open-db.js';

/** `npm run faults` asks for more of everything than the everyday test; the same seed does the same again. */
const SECONDS = Number(process.env['FAULT_SECONDS'] ?? 12);
const SEED = Number(process.env['FAULT_SEED'] ?? 20_260_930);
const LONGEST_MS = Number(process.env['FAULT_LONGEST_MS'] ?? 2_000);
const IS_LONG = process.env['FAULT_SECONDS'] !== undefined;
const STORES = hasRedis() ? (IS_LONG ? [true, false] : [true]) : [false];

/** Each start of a process takes seconds: the everyday test has one less. */
const MEMBERS = IS_LONG ? ['server-1', 'server-2', 'worker-1', 'worker-2'] : ['server-1', 'worker-1', 'worker-2'];
const TEAMS = 3;
const PLAYERS_A_TEAM = 2;
const REST_MS = 120_000;
const RESTART_EVERY_MS = [5_000, 10_000] as const;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(STORES)('servers and workers in a storm, jobs on Redis: %s', (withRedis) => {
  it(
    'lose nothing, do nothing twice, forget no deadline',
    async () => {
      const folder = await makeScratchFolder();
      const cluster = await Cluster.open(folder.path, withRedis);
      try {
        await cluster.start(MEMBERS);
        const { db, close } = await openDb(cluster.postgres);
        const vacancies = await buildCity(db, TEAMS);
        await close();
        const random = new Random(SEED);
        const crowd = new Crowd(cluster, random);
        await crowd.signIn();
        await crowd.moveClock({ now: `${nextDay(START_DAY)}T10:00:00+08:00` });
        const players = Promise.all(
          vacancies.flatMap((vacancy) => Array.from({ length: PLAYERS_A_TEAM }, () => crowd.play(vacancy))),
        );
        const scene = { cluster, crowd, random, longestMs: LONGEST_MS };
        const done = (await Promise.all([rage(scene), ...(IS_LONG ? [restartOften(scene)] : [])])).flat();
        crowd.end();
        await players;
        await comeToRest(cluster, crowd);
        const exits = await cluster.stopMembers();
        process.stdout.write(report(cluster, crowd, done));
        expect(await faultsOf(cluster, crowd.acknowledged)).toEqual([]);
        expect(new Set(exits)).toEqual(new Set([0]));
        expect(crowd.acknowledged.length).toBeGreaterThan(0);
        // Whoever is misunderstood tries nothing: a refusal must be the case's, not the form's.
        expect(crowd.refused.get('VALIDATION_FAILED')).toBeUndefined();
      } finally {
        await cluster.close();
        await folder.remove();
      }
    },
    (SECONDS + (IS_LONG ? 900 : 300)) * 1_000,
  );
});

/** Everything once, in an order of chance, then whatever chance wants, until the time is over. */
async function rage(scene: Scene): Promise<string[]> {
  const { random } = scene;
  const done: string[] = [];
  const waiting = Object.keys(MISCHIEF);
  for (const end = performance.now() + SECONDS * 1_000; performance.now() < end || waiting.length > 0;) {
    const name =
      waiting.length > 0
        ? waiting.splice(random.between(0, waiting.length - 1), 1)[0]!
        : random.pick(Object.keys(MISCHIEF));
    await MISCHIEF[name]!(scene);
    done.push(name);
    await pause(random.between(200, 1_500));
  }
  return done;
}

/** Beside everything else, PostgreSQL goes down every few seconds. */
async function restartOften({ cluster }: Scene): Promise<string[]> {
  const random = new Random(SEED + 1);
  const done: string[] = [];
  for (const end = performance.now() + SECONDS * 1_000; performance.now() < end;) {
    await pause(random.between(...RESTART_EVERY_MS));
    await cluster.restartPostgres();
    done.push('PostgreSQL is restarted beside it');
  }
  return done;
}

/** Nothing more is done to anybody: what was left behind is taken up, and what is due is handed out. */
async function comeToRest(cluster: Cluster, crowd: Crowd): Promise<void> {
  await cluster.redisIsBack();
  await Promise.all(cluster.members.map((member) => member.isReady()));
  const now = await crowd.moveClock({ days: 1 });
  // A Thursday is a working day in every week of 2026 up to October; ten o'clock lies within the hours of reminding.
  let day = nextDay(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10));
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 4) day = nextDay(day);
  await crowd.moveClock({ now: `${day}T10:00:00+08:00` });
  await untilQuiet(cluster.postgres.url('worker'), `${day}T10:00:00+08:00`);
}

async function untilQuiet(url: string, now: string): Promise<void> {
  const end = performance.now() + REST_MS;
  for (let quiet = 0, turn = 0; quiet < 3; turn += 1) {
    const [left] = await look<{ messages: number; reminders: number; errors: string[] }>(url, LEFT, [now]);
    quiet = left!.messages + left!.reminders === 0 ? quiet + 1 : 0;
    if (performance.now() > end) throw new Error(`does not come to rest: ${JSON.stringify(left)}`);
    // Leases of the killed, and delays after failures, run out within minutes; here they do at once.
    if (turn % 10 === 0) await look(url, NO_WAITING);
    await pause(500);
  }
}

const NO_WAITING = 'UPDATE outbox SET next_attempt_at = now() WHERE done_at IS NULL AND dead_at IS NULL';
const LEFT = `
  SELECT (SELECT count(*)::int FROM outbox WHERE done_at IS NULL AND dead_at IS NULL) AS messages,
         (SELECT count(*)::int FROM deadline_reminder WHERE fired_at IS NULL AND due_at <= $1) AS reminders,
         ARRAY(SELECT DISTINCT effect || ' ' || last_error FROM outbox WHERE done_at IS NULL) AS errors`;

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function report({ members }: Cluster, { acknowledged, refused, unanswered }: Crowd, done: readonly string[]): string {
  const times = [...new Set(done)].map((name) => `${name}: ${done.filter((one) => one === name).length}`);
  const starts = members.map(({ name, starts: count }) => `${name} ${count}`);
  return [
    `storm of ${SECONDS} s, seed ${SEED}: ${acknowledged.length} steps acknowledged, ${unanswered} attempts without an answer`,
    `refused: ${JSON.stringify(Object.fromEntries(refused))}`,
    `done to them: ${times.join('; ')}`,
    `starts: ${starts.join(', ')}`,
    '',
  ].join('\n');
}
