#!/usr/bin/env node
import { existsSync } from 'node:fs';

const command = new URL('../dist/src/cli.js', import.meta.url);
if (!existsSync(command)) {
  process.stderr.write('尚未构建，请先执行 npm run build。\n');
  process.exit(1);
}
await import(command.href);
