// The desk, from web/ to dist/desk.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

await build({
  configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)),
  logLevel: process.argv.includes('--verbose') ? 'info' : 'warn',
});
