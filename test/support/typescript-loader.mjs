// Lets plain node import the project's TypeScript: Jest transforms tests, but loads its global set-up as node does.
// What was transformed once is kept: tests start the product many times over from the same sources.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const KEPT = new URL('../../node_modules/.cache/qingpei-transformed/', import.meta.url);
mkdirSync(KEPT, { recursive: true });

const JSC = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
};

export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const text = await readFile(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([JSC, filename, text]))
    .digest('hex');
  const file = new URL(key, KEPT);
  const source = (await readFile(file, 'utf8').catch(() => null)) ?? (await transformAndKeep(filename, text, file));
  return { format: 'module', source, shortCircuit: true };
}

async function transformAndKeep(filename, text, file) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(text, { filename, sourceMaps: 'inline', module: { type: 'es6' }, jsc: JSC });
  // Written whole under another name: several processes start at once.
  const draft = new URL(`${file.href}.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, code);
  await rename(draft, file);
  return code;
}
