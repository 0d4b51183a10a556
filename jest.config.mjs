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
 * Three kinds of test. `pure` needs nothing but node; `db` and `e2e` share one real PostgreSQL server, started once per
 * run, and clone a migrated template database per test file (test/support).
 */
const onPostgres = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(db|e2e)\\.spec\\.ts$'],
    },
    { ...onPostgres, displayName: 'db', testMatch: ['**/*.db.spec.ts'] },
    { ...onPostgres, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
  ],
  testTimeout: 60000,
};
