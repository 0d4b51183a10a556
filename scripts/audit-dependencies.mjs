import { spawnSync } from 'node:child_process';
import { judgeAudit } from './judge-audit.mjs';

// Known faults of what the product runs on: grave ones fail the build. Where the registry keeps no advisories that is said,
// so that nobody takes silence for safety.
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { fails, sentence } = judgeAudit(stdout);
process.stdout.write(`${sentence}\n`);
if (fails) process.exitCode = 1;
