/** Connection strings of the server that one test run shares. */
export interface TestServer {
  /** May create and drop databases. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** The role that jobs run as. */
  workerUrl: string;
  /** A migrated, otherwise empty database to clone. */
  template: string;
}

const VARIABLE = 'QINGPEI_TEST_SERVER';

/** Worker processes inherit the environment, which is how they learn of the server. */
export function publishTestServer(server: TestServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

export function testServer(): TestServer {
  const published = process.env[VARIABLE];
  if (published === undefined) throw new Error('no test server: name the file *.db.spec.ts or *.e2e.spec.ts');
  return JSON.parse(published) as TestServer;
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
