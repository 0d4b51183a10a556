import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { verifyHistories, WorkflowRegistry } from '../../src/engine/index.js';
import { GRANTABLE_ROLES } from '../../src/identity/index.js';
import { ApiDocument } from '../../src/openapi/api-document.js';
import { Db } from '../../src/platform/index.js';
import { FormBody, type ProbeAnswer } from './support/http-probe.js';
import { type FuzzRequest, fuzzRequests, operationsOf } from './support/fuzz-requests.js';
import { type Account, type ProbeStage, setProbeStage } from './support/probe-stage.js';

const REQUESTS = 10_000;
const AT_ONCE = 6;
/** Another seed finds other faults: `FUZZ_SEED=… npm test`. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260907);

/** What only the inside knows: frames of a stack, and words of the database. */
const INSIDE =
  /QueryFailedError|syntax error at or near|violates [\w-]+ constraint|invalid input syntax|node_modules\/|^\s+at .+:\d+:\d+/m;

describe(`${REQUESTS} requests made from the API document (seed ${SEED})`, () => {
  let stage: ProbeStage;
  let people: (Account | null)[];
  let requests: FuzzRequest[];
  let operations: number;
  const answered = new Map<number, number>();
  const faults: string[] = [];

  beforeAll(async () => {
    stage = await setProbeStage();
    const { own } = stage.places;
    // Accounts with the small numbers that requests name are not those that send them.
    for (let spare = 0; spare < 4; spare += 1) await stage.hire(null);
    people = [null];
    for (const role of GRANTABLE_ROLES) people.push(await stage.hire({ role, unit: own.unit }));
    for (const role of ['clerk', 'clerk', 'leader', 'reviewer', 'chief', 'head'] as const)
      people.push(await stage.hire({ role, unit: null }));
    const places = Object.values(stage.places);
    const hints = {
      unit: places.map(({ unit }) => unit.code),
      cadre: places.map(({ cadre }) => cadre.code),
      appointTo: places.map(({ vacancy }) => vacancy.code),
      removeFrom: places.map(({ post }) => post.code),
    };
    const words = [...Object.values(hints).flat(), '1', '2', '2026-09-07', 'draft', '同意，情况如下，请予审阅。'];
    const document = stage.app.get(ApiDocument).get();
    requests = fc.sample(fuzzRequests(document, words, hints), { numRuns: REQUESTS, seed: SEED });
    operations = operationsOf(document).length;
  });
  afterAll(() => stage.close());

  const send = async (request: FuzzRequest, index: number): Promise<void> => {
    const account = people[request.as % people.length] ?? null;
    const token = account === null ? undefined : await stage.session(account);
    const fetched = request.byGrant && index % 4 > 0 ? await stage.http.fetchFile({ path: request.path, token }) : null;
    const answer = fetched ?? (await stage.http.send({ ...request, token }));
    answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1);
    const fault = faultOf(answer);
    if (fault !== undefined) faults.push(`#${index} as ${request.as % people.length}: ${fault}\n${shown(request)}`);
  };

  it('ask for every operation of the document', () => {
    expect(new Set(requests.map(({ operation }) => operation)).size).toBe(operations);
  });

  it('get no answer that is a failure or shows the inside', async () => {
    const left = requests.entries();
    const worker = async (): Promise<void> => {
      for (const [index, request] of left) await send(request, index);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(faults.slice(0, 20)).toEqual([]);
    // Not everything was turned away at the door.
    expect(answered.get(200) ?? 0).toBeGreaterThan(REQUESTS / 50);
    expect(answered.get(201) ?? 0).toBeGreaterThan(20);
  }, 900_000);

  it('change no case without its event', async () => {
    await stage.settle();
    // Laid down by the stage as they stand, without the way there: they have no history to replay.
    const laid = new Set(
      Object.values(stage.places).flatMap(({ cases }) => [
        `circular ${cases['circulars']!.id}`,
        `circular_unit ${cases['circular_units']!.id}`,
        `meeting ${cases['meetings']!.id}`,
        `integrity_opinion ${cases['integrity_opinions']!.id}`,
        `prior_report ${cases['prior_reports']!.id}`,
      ]),
    );
    const isLaid = (workflow: string, id: number): boolean => laid.has(`${workflow} ${id}`);
    const differences: { workflow: string; caseId: number }[] = [];
    const { cases } = await verifyHistories(stage.db, stage.app.get(WorkflowRegistry), (found) =>
      differences.push(found),
    );
    expect(differences.filter(({ workflow, caseId }) => !isLaid(workflow, caseId))).toEqual([]);
    expect(cases).toBeGreaterThan(6);
    const { rows } = await stage.db.queryDynamic<{ workflow: string; id: number }>(
      `SELECT c.workflow, c.id, c.version FROM (
         SELECT 'proposal' AS workflow, id, version FROM proposal UNION ALL SELECT 'filing', id, version FROM filing UNION ALL SELECT 'stocktake_unit', id, version FROM stocktake_unit UNION ALL SELECT 'warning', id, version FROM warning UNION ALL SELECT 'circular', id, version FROM circular UNION ALL SELECT 'circular_unit', id, version FROM circular_unit UNION ALL SELECT 'meeting', id, version FROM meeting UNION ALL SELECT 'integrity_opinion', id, version FROM integrity_opinion UNION ALL SELECT 'prior_report', id, version FROM prior_report) c
       WHERE c.version <> (SELECT count(*) FROM case_event e WHERE e.workflow = c.workflow AND e.case_id = c.id)`,
    );
    expect(rows.filter(({ workflow, id }) => !isLaid(workflow, id))).toEqual([]);
  });

  it('leave the product answering', async () => {
    const { status } = await stage.http.send({ method: 'GET', path: '/health/ready' });
    expect(status).toBe(200);
    expect(stage.app.get(Db)).toBeDefined();
  });
});

function faultOf({ status, text }: ProbeAnswer): string | undefined {
  if (status >= 500) return `answered ${status} ${text.slice(0, 300)}`;
  return INSIDE.test(text) ? `shows the inside: ${INSIDE.exec(text)?.[0]}` : undefined;
}

const LONGEST = 600;

/** Enough of a request to send it again; with the seed and its number it can be had in full. */
function shown({ method, path, headers, body }: FuzzRequest): string {
  const content = body instanceof FormBody ? body.content.toString('base64') : String(body);
  return `${method} ${path.slice(0, LONGEST)} ${JSON.stringify(headers)} ${content.slice(0, LONGEST)}`;
}
