import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Heartbeat } from './engine/index.js';
import { type ProtectedColumn, rotateKey } from './platform/crypto/index.js';
import { asWorker, type Config, ConfigModule, createLogger, DatabaseModule, Db, readConfig } from './platform/index.js';
import { startDatabase } from './start-database.js';

type Say = (line: string) => void;

/** Everything that is stored under the data key and can be read again. */
export const PROTECTED_COLUMNS: readonly ProtectedColumn[] = [
  { table: 'approval_form', key: 'id', cipher: 'content_cipher', hash: 'content_hash' },
  { table: 'approval_form', key: 'id', cipher: 'photo_cipher', hash: 'photo_hash', batch: 20 },
  { table: 'channel', key: 'id', cipher: 'secret' },
  { table: 'notification_preference', key: 'user_id', cipher: 'addresses' },
  { table: 'cadre', key: 'id', cipher: 'id_number_cipher', hash: 'id_number_hash' },
  { table: 'totp_secret', key: 'user_id', cipher: 'secret' },
];

const LABELS: Readonly<Record<string, string>> = {
  approval_form: '任免审批表与照片',
  cadre: '干部身份证号',
  totp_secret: '验证器密钥',
  channel: '外发渠道密钥',
  notification_preference: '外发地址',
};

@Module({})
class DatabaseOnly {}

/**
 * `qingpei key rotate`: gives the installation a new data key and moves everything to it. The product is stopped
 * meanwhile; without it, since it does not start on a database whose key file is yet to be put in place.
 *
 * @returns 0 when done, 1 when processes are still working, 2 when wrongly called
 */
export async function keyCommand(args: readonly string[], say: Say): Promise<number> {
  if (args.length !== 1 || args[0] !== 'rotate') {
    say('用法：qingpei key rotate');
    return 2;
  }
  const config = readConfig(process.env);
  const database = await startDatabase(config, { log: say, share: true });
  try {
    const { appUrl: url, workerUrl } = database;
    const only = {
      module: DatabaseOnly,
      imports: [ConfigModule.forRoot(config), DatabaseModule.forRoot({ url, workerUrl, poolSize: 2 })],
    };
    const product = await NestFactory.createApplicationContext(only, {
      logger: createLogger('warn', false),
      abortOnError: false,
    });
    try {
      return await asWorker('command', () => rotate(product.get(Db, { strict: false }), config, say));
    } finally {
      await product.close();
    }
  } finally {
    await database.stop();
  }
}

async function rotate(db: Db, config: Config, say: Say): Promise<number> {
  const alive = await new Heartbeat(db, 'key-rotate').alive();
  if (alive > 0) {
    say(`仍有${alive}个服务进程在运行（或三分钟内异常退出）。请停止全部进程后再更换密钥，未作改动。`);
    return 1;
  }
  const { from, to, columns } = await rotateKey(db, config, PROTECTED_COLUMNS);
  if (columns.length === 0) say('上次更换时数据已全部移到新密钥，此次只完成密钥文件的就位。');
  for (const { table, moved, current } of columns) {
    say(`${LABELS[table] ?? table}：移到新密钥 ${moved} 条，原已是新密钥 ${current} 条。`);
  }
  say(`数据密钥已由 ${from} 更换为 ${to}。`);
  say(
    config.dataKey === undefined
      ? '原密钥保存在 keys/retired：恢复此前的备份、核对此前发出的恢复码须用它，请与数据库分开备份。'
      : '请把 DATA_KEY 改为新密钥、原密钥移入 DATA_KEY_RETIRED、删去 DATA_KEY_NEXT，再启动服务。',
  );
  return 0;
}
