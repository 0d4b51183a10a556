import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

interface Imports {
  importedIds: readonly string[];
}

const moduleAt = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** What is fetched once the first rows stand; everything it imports at once goes with it. */
const PARTS = ['desk/desk-parts.ts', 'app/side-foot.tsx', 'ui/themed.tsx'].map(moduleAt);
let ofParts: ReadonlySet<string> | null = null;

/**
 * Whether a module goes with those. Left to itself the bundler makes a file of whatever some pages share, and a browser that
 * asks for six at a time fetches some eighty before the desk is whole.
 */
function goesWithParts(id: string, infoOf: (id: string) => Imports | null): boolean {
  ofParts ??= importedBy(PARTS, infoOf);
  return ofParts.has(id);
}

function importedBy(roots: readonly string[], infoOf: (id: string) => Imports | null): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...roots];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    ahead.push(...(infoOf(id)?.importedIds ?? []));
  }
  return found;
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
            { name: 'first', tags: ['$initial'], priority: 1 },
            {
              debugName: 'parts',
              name: (id, build) => (goesWithParts(id, (other) => build.getModuleInfo(other)) ? 'parts' : null),
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
