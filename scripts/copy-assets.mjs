// tsc copies no data files; anything under an `assets` folder travels to dist unchanged.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const room of ['src', 'machines', 'migrations']) copyAssets(room);

function copyAssets(folder) {
  if (!existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (entry.name === 'assets') cpSync(join(root, path), join(root, 'dist', path), { recursive: true });
    else copyAssets(path);
  }
}
