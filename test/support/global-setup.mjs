import './register-typescript.mjs';

/** Starts one PostgreSQL for the whole run; Jest calls this once however many projects name the file. */
export default async function globalSetup() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
}
