// The desk, from web/ to dist/desk; each file that is worth it compressed beside itself, as the server sends it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

await build({
  configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)),
  logLevel: process.argv.includes('--verbose') ? 'info' : 'warn',
});

const ASSETS = fileURLToPath(new URL('../dist/desk/assets/', import.meta.url));
// Less than what fits into one packet arrives no sooner when it is compressed.
const ONE_PACKET = 1400;

for (const file of readdirSync(ASSETS).filter((name) => /\.(js|css|svg)$/.test(name))) {
  const written = readFileSync(ASSETS + file);
  if (written.length > ONE_PACKET)
    writeFileSync(`${ASSETS}${file}.gz`, gzipSync(written, { level: constants.Z_BEST_COMPRESSION }));
}
