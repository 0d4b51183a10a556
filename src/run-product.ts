import type { NestExpressApplication } from '@nestjs/platform-express';
import { MIGRATIONS } from '../migrations/index.js';
import { FIRST_START_TASKS, READY_NOTES } from './app.module.js';
import { removeOldMonths } from './audit/index.js';
import { Jobs } from './engine/index.js';
import { createApp } from './create-app.js';
import { OutgoingWorker } from './notifications/index.js';
import {
  asWorker,
  type Config,
  createLogger,
  describeError,
  type Duties,
  Lifetime,
  migrate,
  Readiness,
  readConfig,
  requireFreePort,
  StartupError,
  takeTurns,
  watchAnswers,
} from './platform/index.js';
import { prepareQueueStore } from './platform/queue/index.js';
import { chooseDuties } from './choose-duties.js';
import { type RunningDatabase, startDatabase } from './start-database.js';

const DRAIN_MS = 10_000;
/** Requests that were sent before anybody could know: they still arrive, and are answered. */
const GRACE_MS = 1_000;

/** Lines for the person at the console; the log's own lines go the same way in their own form. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs the product until it is told to stop. @param wanted what this process was started for */
export async function runProduct(wanted: Duties): Promise<void> {
  const lifetime = new Lifetime(say);
  try {
    await start(wanted, lifetime);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    await lifetime.end(1);
  }
}

async function start(wanted: Duties, lifetime: Lifetime): Promise<void> {
  const config = readConfig(process.env);
  const duties = chooseDuties(wanted, config, say);
  const logger = createLogger(config.logLevel, config.isSample && process.stdout.isTTY);
  const listens = duties.serves || config.isPortGiven;
  if (listens) await requireFreePort(config.host, config.port);

  say(config.databaseUrl === undefined ? `启动内置数据库（${config.dataDir}）……` : '连接 DATABASE_URL 指定的数据库……');
  const onLost = (): void => logger.error('与内置数据库的连接中断', 'database');
  const database = await startDatabase(config, { log: say, onLost });
  await lifetime.started(
    () => database.stop(),
    () => database.kill(),
  );
  let app: NestExpressApplication | undefined;
  await takeTurns(database.ownerUrl, say, async () => {
    await prepareDatabase(config, database, lifetime);
    const { appUrl, workerUrl } = database;
    const made = await createApp({ config, databaseUrl: appUrl, workerUrl, duties }, logger);
    const endAnswers = watchAnswers(made.getHttpServer());
    await lifetime.started(() => close(made, endAnswers));
    await made.init();
    await asWorker('first-start', () => runFirstStartTasks(made, lifetime));
    app = made;
  });
  if (app === undefined) return;
  if (listens) await app.listen(config.port, config.host);
  const store = config.redisUrl === undefined ? { databaseUrl: database.workerUrl } : { redisUrl: config.redisUrl };
  await app.get(Jobs, { strict: false }).start(store);
  if (duties.works) app.get(OutgoingWorker, { strict: false }).start();
  await announce(app, config, duties);
  await lifetime.ready();
}

async function prepareDatabase(config: Config, database: RunningDatabase, lifetime: Lifetime): Promise<void> {
  const { ownerUrl, appUrl, workerUrl } = database;
  await migrate({ ownerUrl, appUrl, workerUrl, migrations: MIGRATIONS, log: say });
  if (config.redisUrl === undefined) await prepareQueueStore(ownerUrl, workerUrl);
  for (const month of await removeOldMonths(ownerUrl)) say(`已清除保存期满的审计记录：${month.slice(0, 7)}`);
  await lifetime.checkpoint();
}

async function runFirstStartTasks(app: NestExpressApplication, lifetime: Lifetime): Promise<void> {
  for (const type of FIRST_START_TASKS) {
    const task = app.get(type, { strict: false });
    if (!(await task.isNeeded())) continue;
    say(`${task.title}……`);
    await task.run(say);
    await lifetime.checkpoint();
  }
}

async function announce(app: NestExpressApplication, config: Config, { serves }: Duties): Promise<void> {
  if (!serves) {
    say('\n青配工作进程已启动。');
    return say('按 Ctrl-C 停止。');
  }
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const { port } = app.getHttpServer().address() as { port: number };
  say(`\n青配已启动：http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  for (const type of READY_NOTES) {
    for (const line of await app.get(type, { strict: false }).lines()) say(line);
  }
  say('按 Ctrl-C 停止。');
}

// Requests under way are answered, streams are ended, jobs in hand end; a connection that never ends is cut.
async function close(app: NestExpressApplication, endAnswers: () => void): Promise<void> {
  app.get(Readiness, { strict: false }).stop();
  endAnswers();
  await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(cut);
  say('服务已停止。');
}

function explain(error: unknown): string {
  if (error instanceof StartupError) return `未能启动（${error.code}）：${error.message}`;
  return `未能启动，遇到意外错误：${JSON.stringify(describeError(error), null, 2)}`;
}
