import { Client } from 'pg';
import { parentPort, workerData } from 'node:worker_threads';

/** A statement of the raw transaction; `$1` is the number of the case. */
export interface RawStatement {
  name: string;
  text: string;
  values: readonly unknown[];
}

export interface RawLoad {
  url: string;
  concurrency: number;
  /** One transaction each. */
  cases: readonly number[];
  statements: readonly RawStatement[];
}

export interface RawAnswers {
  seconds: number;
}

const load = workerData as RawLoad;

async function connect(): Promise<Client> {
  // The floor reaches every unit: it asks nobody.
  const client = new Client({ connectionString: load.url, options: '-c qingpei.scope=*' });
  await client.connect();
  return client;
}

async function writeOne(client: Client, caseId: number): Promise<void> {
  await client.query('BEGIN');
  for (const { name, text, values } of load.statements) await client.query({ name, text, values: [caseId, ...values] });
  await client.query('COMMIT');
}

async function run(): Promise<RawAnswers> {
  const clients = await Promise.all(Array.from({ length: load.concurrency }, connect));
  let next = 0;
  const take = async (client: Client): Promise<void> => {
    for (let index = next++; index < load.cases.length; index = next++) await writeOne(client, load.cases[index]!);
  };
  const start = performance.now();
  await Promise.all(clients.map(take));
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { seconds };
}

parentPort?.postMessage(await run(), []);
