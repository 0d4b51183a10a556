import { type Config, type Duties, SERVES_AND_WORKS, StartupError } from './platform/index.js';

/**
 * What a process can be there for follows from where its database is: the embedded one belongs to a single process, which
 * then does everything.
 *
 * @param wanted what it was started for
 * @param say told when it does more than that
 * @refuses WORKER_NEEDS_DATABASE (thrown) - a worker by itself has nobody to work for
 */
export function chooseDuties(wanted: Duties, { databaseUrl }: Config, say: (line: string) => void): Duties {
  if (databaseUrl !== undefined) return wanted;
  if (!wanted.serves) {
    throw new StartupError(
      'WORKER_NEEDS_DATABASE',
      '工作进程须与服务进程共用同一个数据库：请为各进程设置相同的 DATABASE_URL（PostgreSQL）、DATA_DIR 或 DATA_KEY，' +
        '需要时再设置相同的 REDIS_URL。只用内置数据库时，npm start 一个进程即承担全部工作，不必另起工作进程。',
    );
  }
  if (!wanted.works) say('使用内置数据库：本进程同时承担后台工作。');
  return SERVES_AND_WORKS;
}
