// Started by tests and then killed: holds the embedded database of the folder it is given.
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';

const dataDir = process.argv[2] ?? '';
const { pid } = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
process.stdout.write(`holding ${pid}\n`);
setInterval(() => undefined, 60_000);
