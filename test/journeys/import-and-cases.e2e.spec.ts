import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type ImportResult, WorkbookImporter } from '../../src/directory/index.js';
import { warmPool } from '../support/index.js';
import type { Built } from '../support/factories.js';
import type { Body } from './stage/people.js';
import { OLD, setStage, type Stage, type TeamScene, YOUNG } from './stage/stage.js';
import { cleared, draft, readFiling, refusalOf, replayDifferences, step, toFiling } from './stage/walk.js';

const ROUNDS = 6;

describe('a workbook that comes in while cases are worked on', () => {
  let stage: Stage;
  let deadlocksBefore: number;

  beforeAll(async () => {
    stage = await setStage({ poolSize: 12 });
    await warmPool({ ...stage.app.database, dataSource: stage.app.get(DataSource) }, 10);
    deadlocksBefore = await deadlocks();
  });
  afterAll(() => stage.close());

  /** The team with one deputy more than now approved, and somebody in the given post. */
  const importSeat = (scene: TeamScene, approvedDeputies: number, cadre: Built, post: Built): Promise<ImportResult> =>
    stage.app.get(WorkbookImporter).importRows({
      teams: [
        {
          班子编码: scene.team.code,
          单位编码: stage.unit.code,
          班子名称: `班子${scene.team.code}`,
          班子层级: '乡科级',
          核定正职数: '1',
          核定副职数: String(approvedDeputies),
        },
      ],
      appointments: [{ 干部编号: cadre.code, 职位编码: post.code, 任职时间: '2026.09.01' }],
    });

  const promote = (cadre: Built, post: Built): Body => ({ cadre: cadre.code, appointTo: post.code, kind: 'promote' });

  it('submissions and the import of the same team all succeed, and each gate saw the team whole: before or after', async () => {
    const { clerk } = stage.cast;
    for (let round = 0; round < ROUNDS; round += 1) {
      const scene = await stage.buildScene({ approvedDeputies: 5, vacancies: 4 });
      const [taken, ...free] = scene.vacancies;
      const ids: number[] = [];
      for (const post of free) ids.push(await draft(stage, [promote(await stage.cadre(YOUNG), post)]));
      const comer = await stage.cadre(OLD);
      const work = [
        () => importSeat(scene, 6, comer, taken!),
        ...ids.map((id) => () => clerk.send('proposals', id, 'SUBMIT')),
      ];
      // The import starts first, in the middle and last in turn.
      const order = [...work.slice(round % work.length), ...work.slice(0, round % work.length)];
      const outcomes = await Promise.all(order.map((begin) => begin()));
      for (const outcome of outcomes) {
        expect('problems' in outcome ? outcome.problems : outcome.status).toEqual('problems' in outcome ? [] : 200);
      }
      for (const id of ids) expect(['5/1', '6/2']).toContain(await deputiesSeenAt(id));
    }
  });

  it('the last vacancy goes to the appointment or to the workbook, and neither is half done', async () => {
    const { leader, chief } = stage.cast;
    const winners: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const scene = await stage.buildScene();
      const post = scene.vacancies[0]!;
      const item = promote(await stage.cadre(YOUNG), post);
      const proposal = await cleared(stage, [item]);
      const filing = await toFiling(stage, proposal);
      const { body } = await leader.get(`proposals/${proposal}`);
      const { decidedOn } = (body as { context: { decidedOn: string } }).context;
      await step(leader, 'filings', filing, 'SUBMIT_FILING', { decidedDay: decidedOn, items: [item] });
      await readFiling(stage, filing);
      await step(chief, 'filings', filing, 'ACCEPT');
      await settled(proposal);
      const rival = await stage.cadre(OLD);
      const appointing = { documentNo: '任〔2026〕1号', documentDay: stage.app.clock.today() };
      const [response, imported] = await Promise.all([
        leader.send('proposals', proposal, 'APPOINT', appointing),
        importSeat(scene, 2, rival, post),
      ]);
      expect(imported.problems).toEqual([]);
      const appointed = response.status === 200;
      winners.push(appointed ? 'appointed' : refusalOf(response));
      expect(await holdersOf(post)).toEqual(new Set(appointed ? [item['cadre'], rival.code] : [rival.code]));
    }
    expect(winners.every((winner) => ['appointed', '409 DIRECTORY_CHANGED'].includes(winner))).toBe(true);
  });

  it('nobody waited in a circle, and the histories replay', async () => {
    expect(await deadlocks()).toBe(deadlocksBefore);
    expect(await replayDifferences(stage)).toEqual([]);
  });

  /** Approved and current deputies of the team, as the gate of a submission recorded them. */
  async function deputiesSeenAt(proposal: number): Promise<string> {
    const { body } = await stage.cast.clerk.get(`proposals/${proposal}/history`);
    const [, submitted] = body as {
      facts: { gate: { headcount: { tier: string; approved: number; current: number }[] } };
    }[];
    const row = submitted!.facts.gate.headcount.find(({ tier }) => tier === 'deputy')!;
    return `${row.approved}/${row.current}`;
  }

  async function holdersOf(post: Built): Promise<Set<string>> {
    const { rows } = await stage.app.database.db.queryDynamic<{ code: string }>(
      `SELECT cadre.code FROM appointment JOIN cadre ON cadre.id = cadre_id WHERE post_id = $1 AND to_day IS NULL`,
      [post.id],
    );
    return new Set(rows.map(({ code }) => code));
  }

  async function settled(proposal: number): Promise<void> {
    for (;;) {
      const { body } = await stage.cast.leader.get(`proposals/${proposal}`);
      if ((body as { statePath: string }).statePath === 'filed') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function deadlocks(): Promise<number> {
    const { rows } = await stage.app.database.db.queryDynamic<{ deadlocks: number }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return rows[0]!.deadlocks;
  }
});
