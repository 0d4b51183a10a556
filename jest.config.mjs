import { availableParallelism } from 'node:os';
import { findChromium } from './test/browser/find-chromium.mjs';
import { findSoffice } from './test/documents/find-soffice.mjs';

const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/**
 * Five kinds of test. `pure` needs nothing but node; `db`, `e2e` and `browser` share one real PostgreSQL server, started once per
 * run, and clone a migrated template database per test file (test/support).
 */
const onPostgres = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** Needs a browser: left out, with the reason, where there is none; never left out in CI. */
function browserProjects() {
  const chromium = findChromium();
  if (chromium !== null) {
    process.env.CHROMIUM = chromium;
    const projects = [{ ...onPostgres, displayName: 'browser', testMatch: ['**/*.browser.spec.ts'] }];
    // Beside the tests: `npm run screenshots` and `measure:inbox` work with the tests' own city and browser.
    const work = process.env.BROWSER_WORK;
    if (work === undefined) return projects;
    return [...projects, { ...onPostgres, displayName: work, testMatch: [`**/*.${work}.ts`] }];
  }
  const reason = 'no Chromium was found (set CHROMIUM to its path)';
  if (process.env.CI === 'true') throw new Error(`the browser tests cannot run: ${reason}`);
  process.stderr.write(`The browser tests are left out: ${reason}.\n`);
  return [];
}

/** Needs an office suite, to look at documents as their readers will: left out and said so like the browser tests. */
function renderProjects() {
  const soffice = findSoffice();
  if (soffice !== null) {
    process.env.SOFFICE = soffice;
    return [{ ...shared, displayName: 'render', testMatch: ['**/*.render.spec.ts'] }];
  }
  const reason = 'no LibreOffice was found (set SOFFICE to its path)';
  if (process.env.CI === 'true') throw new Error(`the render tests cannot run: ${reason}`);
  process.stderr.write(`The render tests are left out: ${reason}.\n`);
  return [];
}

export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(db|e2e|browser|render)\\.spec\\.ts$'],
    },
    { ...onPostgres, displayName: 'db', testMatch: ['**/*.db.spec.ts'] },
    { ...onPostgres, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
    ...browserProjects(),
    ...renderProjects(),
  ],
  testTimeout: 60000,
  // Modules loaded through node's vm are never freed: some three hundred files in one process would fill its heap.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1200MB',
};
