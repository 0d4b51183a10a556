import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

export interface HttpLoad {
  origin: string;
  cookie: string;
  concurrency: number;
  /** Each is sent once, as POST. */
  requests: readonly { path: string; body: object }[];
}

export interface HttpAnswers {
  seconds: number;
  /** In the order of the requests. */
  latenciesMs: number[];
  /** Answers with another status than 2xx; the first of them as text. */
  failures: number;
  firstFailure: string | null;
  bodies: string[];
}

const load = workerData as HttpLoad;
const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency });

interface Answer {
  status: number;
  text: string;
}

function send(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = {
    cookie: load.cookie,
    ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${load.origin}${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

async function run(): Promise<HttpAnswers> {
  const { requests, concurrency } = load;
  // Connections are opened beforehand: the load is about requests.
  await Promise.all(Array.from({ length: concurrency }, () => send('GET', '/health/live')));
  const latenciesMs: number[] = [];
  const bodies: string[] = [];
  const failed: string[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      const { path, body } = requests[index]!;
      const start = performance.now();
      const { status, text } = await send('POST', path, body);
      latenciesMs[index] = performance.now() - start;
      bodies[index] = text;
      if (status < 200 || status > 299) failed.push(`${status} ${text}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, take));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, latenciesMs, failures: failed.length, firstFailure: failed[0] ?? null, bodies };
}

const answers = await run();
agent.destroy();
parentPort?.postMessage(answers, []);
