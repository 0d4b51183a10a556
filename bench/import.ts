import { createReadStream, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { watch } from './event-loop.js';
import { openProduct, type Product } from './product.js';
import type { Stage } from './stage.js';
import { printTable } from './table.js';
import { writeWorkbook } from './write-workbook.js';

const MB = 1_048_576;
const BOUNDARY = 'qingpei-bench-boundary';

/** A workbook through `POST /imports`: how long, how much memory, and whether others were answered meanwhile. */
export async function benchImport(stage: Stage, rows: number): Promise<void> {
  const path = join(stage.folder, 'city.xlsx');
  const written = await writeWorkbook(path, rows);
  const product = await openProduct(stage, await stage.createDatabase('import'));
  const cookie = await product.signIn('chief');
  const first = await watch(() => upload(product, cookie, path));
  const again = await watch(() => upload(product, cookie, path));
  await product.close();
  printTable(
    `Import of a workbook of ${written} rows (${(statSync(path).size / MB).toFixed(1)} MB)`,
    ['what', 'first time', 'the same again'],
    [
      ['seconds', first.seconds.toFixed(1), again.seconds.toFixed(1)],
      ['longest event-loop delay, ms', first.longestDelayMs.toFixed(0), again.longestDelayMs.toFixed(0)],
      ['highest memory growth, MB', first.memoryGrowthMb.toFixed(0), again.memoryGrowthMb.toFixed(0)],
      ['rows accepted', acceptedIn(first.result), acceptedIn(again.result)],
    ],
  );
}

interface ImportAnswer {
  accepted: Record<string, number>;
}

const acceptedIn = ({ accepted }: ImportAnswer): number => Object.values(accepted).reduce((sum, rows) => sum + rows, 0);

/** Sends the file as a browser does, without holding it. */
async function upload({ origin }: Product, cookie: string, path: string): Promise<ImportAnswer> {
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const sent = request(`${origin}/api/v1/imports`, { method: 'POST', headers });
  const answered = new Promise<string>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`the import was answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
  });
  await pipeline(async function* () {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    yield `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="city.xlsx"\r\nContent-Type: ${type}\r\n\r\n`;
    yield* createReadStream(path);
    yield `\r\n--${BOUNDARY}--\r\n`;
  }, sent);
  return JSON.parse(await answered) as ImportAnswer;
}
