import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStage, type Stage } from './stage/stage.js';
import { refusalOf } from './stage/walk.js';

const VIEWS = {
  items: [
    { name: '逾期的备案', search: 'tab=todo&kind=filings&overdue=true' },
    { name: '全部', search: '' },
  ],
};

describe('views of the desk that somebody keeps', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('are none at first, then as they were kept, for nobody else', async () => {
    const { clerk, leader } = stage.cast;
    expect((await clerk.get('saved-views')).body).toEqual({ items: [] });
    expect((await clerk.put('saved-views', VIEWS)).body).toEqual(VIEWS);
    expect((await clerk.put('saved-views', VIEWS)).status).toBe(200);
    expect((await clerk.get('saved-views')).body).toEqual(VIEWS);
    expect((await leader.get('saved-views')).body).toEqual({ items: [] });
    expect((await clerk.put('saved-views', { items: [] })).body).toEqual({ items: [] });
  });

  it('hold filters of the desk and nothing else, each name once, and no more than are of use', async () => {
    const { clerk } = stage.cast;
    const view = (change: object) => ({ items: [{ ...VIEWS.items[0], ...change }] });
    for (const body of [
      view({ search: 'open=filings/3' }),
      view({ search: 'javascript:alert(1)' }),
      view({ name: ' ' }),
      view({ name: '一'.repeat(21) }),
      view({ extra: true }),
      { items: [...VIEWS.items, VIEWS.items[0]] },
      { items: Array.from({ length: 31 }, (_, at) => ({ name: `视图${at}`, search: '' })) },
    ]) {
      expect(refusalOf(await clerk.put('saved-views', body))).toBe('400 VALIDATION_FAILED');
    }
    expect((await clerk.get('saved-views')).body).toEqual({ items: [] });
  });
});
