import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hire, type Person } from './stage/people.js';
import { setStage, type Stage, YOUNG } from './stage/stage.js';
import { settle } from './stage/walk.js';

interface View {
  actorId: number | null;
  role: string | null;
  unitPath: string | null;
  action: string;
  result: string;
  address: string | null;
  before: string | null;
  after: string | null;
  requestId: string | null;
}

describe('the audit of a case', () => {
  let stage: Stage;
  let auditor: Person;
  let id: number;

  beforeAll(async () => {
    stage = await setStage();
    auditor = await hire(stage.app, 'auditor', 'auditadmin', null);
    const scene = await stage.buildScene();
    const cadre = await stage.cadre(YOUNG);
    const items = [{ cadre: cadre.code, appointTo: scene.vacancies[0]!.code, kind: 'appoint' }];
    const body = { unit: stage.unit.code, title: '一名副职', reason: '班子缺额', items };
    const { body: created } = await stage.cast.clerk.post('proposals', body);
    id = (created as { id: number }).id;
  });
  afterAll(() => stage.close());

  const changes = async (): Promise<View[]> => {
    const { body } = await auditor.get(`audit?event=change&objectType=proposal&objectId=${id}&limit=500`);
    return (body as { items: View[] }).items.toReversed();
  };

  it('has one record for each step, as the engine decided it, each taking up where the last left off', async () => {
    const { clerk, leader } = stage.cast;
    const submitted = await leader.send('proposals', id, 'SUBMIT');
    expect(submitted.status).toBe(200);
    await settle(stage);
    const [created, submit, ...byProduct] = await changes();
    const unitPath = stage.unit.path;
    expect(created).toMatchObject({ actorId: clerk.id, role: 'clerk', unitPath, action: 'CREATE', before: null });
    expect(submit).toMatchObject({ actorId: leader.id, role: 'leader', unitPath, action: 'SUBMIT', result: 'done' });
    expect(submit!.before).toBe(created!.after);
    expect(submit!.after).toMatch(/^[0-9a-f]{64}$/);
    for (const record of byProduct) expect(record).toMatchObject({ actorId: null, role: 'system', requestId: null });
  });

  it('tells a command that was answered again from one that was carried out', async () => {
    const { reviewer } = stage.cast;
    const first = await reviewer.send('proposals', id, 'ACCEPT_FOR_REVIEW', {}, { commandId: 'once-only' });
    const again = await reviewer.send('proposals', id, 'ACCEPT_FOR_REVIEW', {}, { commandId: 'once-only' });
    expect([first.status, again.status]).toEqual([200, 200]);
    const ours = (await changes()).filter(({ actorId }) => actorId === reviewer.id);
    expect(ours.map(({ result }) => result)).toEqual(['done', 'repeated']);
  });

  it('records what was refused, by whom, with the code, and no step beside it', async () => {
    const steps = async (): Promise<number> => (await changes()).length;
    const before = await steps();
    const { headers, status } = await stage.cast.clerk.send('proposals', id, 'ACCEPT_FOR_REVIEW');
    expect(status).toBeGreaterThanOrEqual(400);
    const { body } = await auditor.get(`audit?requestId=${(headers as Record<string, string>)['x-request-id']}`);
    expect((body as { items: View[] }).items).toEqual([
      expect.objectContaining({ actorId: stage.cast.clerk.id, result: expect.stringMatching(/^[A-Z_]+$/) }),
    ]);
    expect(await steps()).toBe(before);
  });
});
