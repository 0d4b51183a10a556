import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MIGRATIONS } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { auditExport, auditVerify } from './audit/index.js';
import {
  calendarLoad,
  CalendarService,
  dryRunMigration,
  type PlannedMove,
  verifyHistories,
  WorkflowRegistry,
} from './engine/index.js';
import {
  createAdmin,
  IdentitySettings,
  install,
  readPassword,
  resetPasswordFromConsole,
  withPrompt,
} from './identity/index.js';
import {
  asWorker,
  Clock,
  Config,
  createLogger,
  Db,
  describeError,
  LOOKS_ON,
  missingMigrations,
  readConfig,
  StartupError,
} from './platform/index.js';
import { keyCommand } from './key-commands.js';
import { startDatabase } from './start-database.js';

/** A command of the `qingpei` program. */
export interface Command {
  /** As typed, with its arguments. */
  usage: string;
  summary: string;
  /** @returns the exit code: 0 all is well, 1 something was found, 2 wrongly called */
  run(args: readonly string[]): Promise<number>;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs work on the product as it stands over its database, without serving requests; also beside a running server. */
async function withProduct(work: (product: INestApplicationContext) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const database = await startDatabase(config, { log: say, share: true });
  try {
    const settings = { config, databaseUrl: database.appUrl, workerUrl: database.workerUrl, duties: LOOKS_ON };
    const logger = createLogger('warn', false);
    const product = await NestFactory.createApplicationContext(AppModule.forRoot(settings), {
      logger,
      abortOnError: false,
    });
    try {
      await requireCurrentSchema(product.get(Db, { strict: false }));
      return await asWorker('command', () => work(product));
    } finally {
      await product.close();
    }
  } finally {
    await database.stop();
  }
}

async function requireCurrentSchema(db: Db): Promise<void> {
  const missing = await missingMigrations(db, MIGRATIONS);
  if (missing.length === 0) return;
  throw new StartupError('SCHEMA_OLDER_THAN_CODE', `数据库结构尚未升级（缺${missing.join('、')}），请先启动一次服务。`);
}

function verify(): Promise<number> {
  return withProduct(async (product) => {
    const db = product.get(Db, { strict: false });
    const registry = product.get(WorkflowRegistry, { strict: false });
    const { cases, events, differences } = await verifyHistories(db, registry, ({ workflow, caseId, problem }) =>
      say(`✗ ${workflow} ${caseId}：${problem}`),
    );
    say(`已重演${cases}件事项、${events}步办理记录，${differences === 0 ? '全部一致' : `${differences}处不一致`}。`);
    return differences === 0 ? 0 : 1;
  });
}

function migrateDryRun(): Promise<number> {
  return withProduct(async (product) => {
    const db = product.get(Db, { strict: false });
    const registry = product.get(WorkflowRegistry, { strict: false });
    const { cases, toMove, stranded } = await dryRunMigration(db, registry, (move) => say(moveLine(move)));
    say(`共${cases}件事项，${toMove}件按旧版流程存放，其中${stranded}件须由人处置。未作任何改动。`);
    return stranded === 0 ? 0 : 1;
  });
}

function moveLine({ workflow, caseId, fromRevision, toRevision, from, to, reason }: PlannedMove): string {
  const revisions = `第${fromRevision}版→第${toRevision}版`;
  return to === null
    ? `✗ ${workflow} ${caseId}：${revisions}，${from}，不能移动（${reason}）`
    : `✓ ${workflow} ${caseId}：${revisions}，${from} → ${to}`;
}

async function createAdministrator(username: string): Promise<number> {
  const password = await readPassword(process.stdin, process.stdout);
  return withProduct(async (product) => {
    const today = product.get(Clock, { strict: false }).today();
    await createAdmin(product.get(Db, { strict: false }), username, password, today);
    say(`已创建系统管理员“${username}”。`);
    return 0;
  });
}

function installAdministrators(): Promise<number> {
  return withProduct(async (product) => {
    const db = product.get(Db, { strict: false });
    const today = product.get(Clock, { strict: false }).today();
    const made = await withPrompt(process.stdin, process.stdout, (prompt) => install(db, prompt, today));
    say(made === 0 ? '三名管理员均已存在，未作改动。' : `已创建${made}名管理员。`);
    return 0;
  });
}

async function resetPassword(username: string): Promise<number> {
  const password = await readPassword(process.stdin, process.stdout);
  return withProduct(async (product) => {
    const { passwordHistory } = product.get(IdentitySettings, { strict: false });
    await resetPasswordFromConsole(product.get(Db, { strict: false }), username, password, passwordHistory);
    say(`已重置“${username}”的口令，下次登录须修改。`);
    return 0;
  });
}

function audit([what, ...args]: readonly string[]): Promise<number> {
  if (what !== 'export' && (what !== 'verify' || args.length > 0)) {
    say(
      '用法：qingpei audit verify | qingpei audit export --purpose <用途> [--format ndjson|csv] [--from <时刻>] [--to <时刻>]',
    );
    return Promise.resolve(2);
  }
  return withProduct((product) => {
    const db = product.get(Db, { strict: false });
    const { dataDir } = product.get(Config, { strict: false });
    return what === 'verify' ? auditVerify(db, dataDir, say) : auditExport(db, args, writeOut, say);
  });
}

/** Waits until whoever reads has taken it. */
function writeOut(piece: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(piece, () => resolve()));
}

function calendar([what, file, ...rest]: readonly string[]): Promise<number> {
  if (what !== 'load' || file === undefined || rest.length > 0) {
    say('用法：qingpei calendar load <文件.json>');
    return Promise.resolve(2);
  }
  return withProduct((product) => calendarLoad(product.get(CalendarService, { strict: false }), file, say));
}

function help(): Promise<number> {
  say('用法：qingpei <命令>\n');
  for (const { usage, summary } of Object.values(COMMANDS)) say(`  ${usage.padEnd(28)}${summary}`);
  return Promise.resolve(0);
}

/** Every command by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  verify: { usage: 'verify', summary: '按流程重演全部办理记录，报告任何不一致', run: verify },
  migrate: {
    usage: 'migrate --dry-run',
    summary: '逐件说明流程升级会怎样处置在办事项，不作改动',
    run: (args) => {
      if (args.length === 1 && args[0] === '--dry-run') return migrateDryRun();
      say('事项在下一次办理时自动移到新版流程；此命令只作预演：qingpei migrate --dry-run');
      return Promise.resolve(2);
    },
  },
  install: {
    usage: 'install',
    summary: '首次启用：逐一创建系统、安全、审计管理员（三个人），从终端或标准输入读取',
    run: (args) => {
      if (args.length === 0) return installAdministrators();
      say('用法：qingpei install');
      return Promise.resolve(2);
    },
  },
  'reset-password': {
    usage: 'reset-password <用户名>',
    summary: '重置口令（管理员账户只能在此重置），口令从终端或标准输入读取',
    run: ([username, ...rest]) => {
      if (username !== undefined && rest.length === 0) return resetPassword(username);
      say('用法：qingpei reset-password <用户名>');
      return Promise.resolve(2);
    },
  },
  'create-admin': {
    usage: 'create-admin <用户名>',
    summary: '另建一名系统管理员，口令从终端或标准输入读取',
    run: ([username, ...rest]) => {
      if (username !== undefined && rest.length === 0) return createAdministrator(username);
      say('用法：qingpei create-admin <用户名>');
      return Promise.resolve(2);
    },
  },
  audit: {
    usage: 'audit verify | export',
    summary: '校验审计链并指出第一处不符；或导出审计记录供检查',
    run: audit,
  },
  calendar: {
    usage: 'calendar load <文件.json>',
    summary: '载入一年的节假日安排（holiday-cn 文件可直接使用），并重算在计期限',
    run: calendar,
  },
  key: {
    usage: 'key rotate',
    summary: '更换数据密钥：身份证号、验证器密钥全部移到新密钥（须先停止服务）',
    run: (args) => keyCommand(args, say),
  },
  help: { usage: 'help', summary: '显示本说明', run: help },
};

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command.run(args);
  say(`没有“${name}”这个命令。\n`);
  await help();
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const explained = error instanceof StartupError ? error.message : JSON.stringify(describeError(error), null, 2);
  process.stderr.write(`${explained}\n`);
  process.exitCode = 1;
}
