import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

interface Imports {
  importedIds: readonly string[];
}

const DESK = fileURLToPath(new URL('src/app/desk-app.tsx', import.meta.url));
let known: Set<string> | null = null;

/**
 * What everybody needs who has signed in: the desk's frame and all that it imports at once. Left to itself the bundler makes a
 * file of whatever some pages share, and a browser that asks for six at a time fetches some eighty before the inbox shows.
 */
function deskModules(infoOf: (id: string) => Imports | null): ReadonlySet<string> {
  if (known !== null) return known;
  known = new Set();
  const ahead = [...(infoOf(DESK)?.importedIds ?? [])];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (known.has(id)) continue;
    known.add(id);
    ahead.push(...(infoOf(id)?.importedIds ?? []));
  }
  return known;
}

/** The desk is built for Chrome 90, the oldest browser met in the field (handbook §4.4), and needs nothing from outside. */
export default defineConfig({
  root: here,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/desk', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'chrome90',
    cssTarget: 'chrome90',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The page itself stays a file of its own, by whose name the manifest is read.
            { name: 'first', tags: ['$initial'], test: (id) => !/index\.html|main\.tsx/.test(id), priority: 1 },
            {
              debugName: 'desk',
              name: (id, build) => (deskModules((other) => build.getModuleInfo(other)).has(id) ? 'desk' : null),
            },
          ],
        },
      },
      // Libraries mark their files for server rendering, which is not done here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:3000' },
  },
});
