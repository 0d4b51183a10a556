import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Threads are started from the file beside this one: built JavaScript, or a source when the sources themselves run. */
const EXTENSION = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/** Runs one job in a thread of its own, so that making load does not take the server's time, and returns its answer. */
export async function inThread<Answer>(name: 'http-load' | 'raw-load', job: object): Promise<Answer> {
  const worker = new Worker(new URL(`./${name}.thread${EXTENSION}`, import.meta.url), { workerData: job });
  const [answer] = (await once(worker, 'message')) as [Answer];
  await worker.terminate();
  return answer;
}
