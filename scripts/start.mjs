// `npm start`: builds, then becomes the server. One process from here on, so that a signal to it reaches the server.
import { build } from './build.mjs';

stopWithParent();
process.stdout.write('正在构建……\n');
await build();
await import('../dist/src/main.js');

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
