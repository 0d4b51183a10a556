// `npm start`, `npm run start:server`, `npm run start:worker`: builds, then becomes the process. One process from here on,
// so that a signal to it reaches the product.
import { build } from './build.mjs';
import { buildOnce } from './build-once.mjs';

const ENTRIES = {
  main: '../dist/src/main.js',
  server: '../dist/src/server.js',
  worker: '../dist/src/worker.js',
};
const name = process.argv[2] ?? 'main';

stopWithParent();
if (name === 'main') {
  process.stdout.write('正在构建……\n');
  await build();
} else {
  // Others may run from this very build.
  await buildOnce();
}
await import(ENTRIES[name]);

// A SIGTERM to npm ends the shell between npm and us and goes no further: notice that the shell is gone.
function stopWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
