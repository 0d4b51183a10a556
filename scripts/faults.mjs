// `npm run faults [seconds] [seed]`: builds, then storms over servers and workers for so long on each store of jobs, beside
// every other test of faults. The seed is printed; the same seed does the same again.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildOnce } from './build-once.mjs';

const [seconds = '240', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

await buildOnce();
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest].concat([
    '--selectProjects',
    'db',
    'e2e',
    '--runInBand',
    '--testPathPatterns',
    'test/faults',
  ]),
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TEST_BUILT: 'yes',
      FAULT_SECONDS: seconds,
      FAULT_SEED: seed,
      FAULT_LONGEST_MS: '120000',
    },
  },
);
process.exitCode = status ?? 1;
