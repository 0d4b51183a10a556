import type { LoadedCity } from './city.js';
import type { HttpAnswers, HttpLoad } from './http-load.thread.js';
import { inThread } from './in-thread.js';
import { median, pseudoRandom, quantile } from './numbers.js';
import { call, openProduct, TODAY } from './product.js';
import { codes } from './scaled-city.js';
import { statementsOf } from './statement-meter.js';
import { printTable } from './table.js';

const PATH = '/api/v1/gate/preview';
const COUNTED = 20;

interface Verdict {
  verdict: string;
  suggestions: unknown[];
}

type Pick = () => number;

/** Three ordinary questions in turn: a promotion, a transfer from another team, and a retirement with its successor. */
const QUESTIONS: readonly ((n: number, pick: Pick) => object[])[] = [
  (n) => [{ cadre: codes.cadre(n, 9), appointTo: codes.post(n, 8), kind: 'promote' }],
  (n, pick) => {
    const from = pick();
    const removeFrom = codes.post(from, 4);
    return [{ cadre: codes.cadre(from, 4), removeFrom, appointTo: codes.post(n, 8), kind: 'transfer' }];
  },
  (n) => [
    { cadre: codes.cadre(n, 5), removeFrom: codes.post(n, 5), kind: 'retire' },
    { cadre: codes.cadre(n, 8), appointTo: codes.post(n, 5), kind: 'promote' },
  ],
];

function questions(teams: number, count: number): object[] {
  const random = pseudoRandom(20_260_316);
  const pick = (): number => 1 + Math.floor(random() * teams);
  return Array.from({ length: count }, (_, index) => {
    const n = pick();
    return { unit: codes.unit(n), decisionDate: TODAY, items: QUESTIONS[index % QUESTIONS.length]!(n, pick) };
  });
}

/** How long a page waits for the gate's answer, and how many statements that takes, at the size of the given city. */
export async function benchPreview(city: LoadedCity, requests: number): Promise<void> {
  const product = await openProduct(city.stage, city.database);
  const cookie = await product.signIn('clerk');
  const asked = questions(city.teams, requests + COUNTED);
  const statements: number[] = [];
  // What a process asks once and keeps, as the policy in force, is not counted.
  await call(product, cookie, PATH, asked[0]);
  for (const body of asked.slice(0, COUNTED)) {
    const { request } = await statementsOf(product.db, () => call(product, cookie, PATH, body));
    statements.push(request.length);
  }
  const rest = asked.slice(COUNTED).map((body) => ({ path: PATH, body }));
  const load: HttpLoad = { origin: product.origin, cookie, concurrency: 1, requests: rest };
  const answers = await inThread<HttpAnswers>('http-load', load);
  await product.close();
  if (answers.firstFailure !== null) throw new Error(`${answers.failures} previews failed: ${answers.firstFailure}`);
  const verdicts = answers.bodies.map((text) => JSON.parse(text) as Verdict);
  const share = (wanted: string): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const { latenciesMs } = answers;
  printTable(
    `Gate preview at ${city.teams} teams and ${city.teams * 10} cadres`,
    ['what', 'figure'],
    [
      ['statements per preview (median, highest)', `${median(statements)}, ${Math.max(...statements)}`],
      ['previews', requests],
      ['verdicts clear / flag / block', `${share('clear')} / ${share('flag')} / ${share('block')}`],
      ['answers with suggestions', verdicts.filter(({ suggestions }) => suggestions.length > 0).length],
      ['p50, ms', median(latenciesMs).toFixed(1)],
      ['p99, ms', quantile(latenciesMs, 0.99).toFixed(1)],
      ['longest, ms', Math.max(...latenciesMs).toFixed(1)],
    ],
  );
}
