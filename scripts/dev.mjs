// `npm run dev`: compiles and restarts the server whenever a source has changed. The compiler's own watch mode does not
// notice changes on every file system; node's does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, compile, root } from './build.mjs';

const SETTLE_MS = 200;

await build();
let server = start();
let changed = false;
let restarting = false;
let stopping = false;

for (const folder of ['src', 'machines', 'migrations']) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (/(?<!\.spec)\.ts$/.test(name ?? '')) scheduleRestart();
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    void stop(signal).then(() => process.exit(0));
  });
}

function start() {
  return spawn(process.execPath, ['dist/src/main.js'], { cwd: root, stdio: 'inherit' });
}

function scheduleRestart() {
  changed = true;
  if (restarting || stopping) return;
  restarting = true;
  setTimeout(() => void restart(), SETTLE_MS);
}

async function stop(signal) {
  if (server.exitCode === null && server.kill(signal)) await once(server, 'exit');
}

async function restart() {
  while (changed) {
    changed = false;
    process.stdout.write('源文件有改动，正在重新构建……\n');
    if (!compile()) continue;
    await stop('SIGTERM');
    if (stopping) return;
    server = start();
  }
  restarting = false;
}
