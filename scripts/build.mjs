// From sources to dist.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(import.meta.resolve('typescript/package.json').replace('package.json', 'bin/tsc'));

/** Compiles into the existing dist; false when the compiler found errors, which it has printed. */
export function compile() {
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
}

/** A build from nothing; ends the process when it fails. */
export async function build() {
  await import('./clean.mjs');
  if (!compile()) process.exit(1);
  await import('./copy-assets.mjs');
  await import('./build-web.mjs');
}
