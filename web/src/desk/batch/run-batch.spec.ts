import { describe, expect, it } from '@jest/globals';
import { type Outcome, runBatch } from './run-batch.js';

describe('a batch', () => {
  const items = ['proposals/1', 'proposals/2', 'filings/3'].map((key) => ({ key, commandId: `command of ${key}` }));

  async function run(send: (key: string) => Promise<string>): Promise<Map<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    await runBatch(
      items,
      ({ key }) => send(key),
      (key, outcome) => outcomes.set(key, outcome),
    );
    return outcomes;
  }

  it('has a result for each case, and one refusal stops none of the others', async () => {
    const refusal = new Error('已被他人处理');
    const outcomes = await run((key) => (key === 'proposals/2' ? Promise.reject(refusal) : Promise.resolve('预审')));
    expect([...outcomes.values()]).toEqual([
      { status: 'done', label: '预审' },
      { status: 'refused', error: refusal },
      { status: 'done', label: '预审' },
    ]);
  });

  it('sends one after the other, in order', async () => {
    const sent: string[] = [];
    let open = 0;
    await run(async (key) => {
      open += 1;
      expect(open).toBe(1);
      await Promise.resolve();
      sent.push(key);
      open -= 1;
      return '';
    });
    expect(sent).toEqual(items.map(({ key }) => key));
  });
});
