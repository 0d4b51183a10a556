// A build only where the last one is not of the sources as they stand; processes that start together take turns.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build, root } from './build.mjs';

const SOURCES = ['src', 'machines', 'migrations', 'bench', 'web', 'package.json', 'tsconfig.build.json'];
const STAMP = join(root, 'dist', 'built-from');
const LOCK = join(tmpdir(), `qingpei-build-${digest(root)}`);

/** Leaves dist as a build of the sources; ends the process when they do not compile. */
export async function buildOnce() {
  await lock();
  try {
    const wanted = digest(SOURCES.map((name) => stateOf(join(root, name))).join('\n'));
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
    process.stdout.write('正在构建……\n');
    await build();
    writeFileSync(STAMP, wanted);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Every file below with its size and time of change. */
function stateOf(path) {
  const { mtimeMs, size } = statSync(path);
  if (!statSync(path).isDirectory()) return `${path} ${size} ${mtimeMs}`;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .map((name) => stateOf(join(path, name)))
    .join('\n');
}

async function lock() {
  for (;;) {
    try {
      return writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // Whoever held it may have been killed.
    if (!isAlive(holder())) rmSync(LOCK, { force: true });
    await delay(200);
  }
}

function holder() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return process.pid;
  }
}

function isAlive(pid) {
  // Just written, and not yet read in full.
  if (!Number.isInteger(pid) || pid === 0) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
