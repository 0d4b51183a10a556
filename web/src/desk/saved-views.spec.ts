import { describe, expect, it } from '@jest/globals';
import { withView } from './saved-views.js';

describe('saved views', () => {
  it('take the place of an older one of the same name', () => {
    const views = [
      { name: '逾期', search: 'overdue=true' },
      { name: '我的', search: 'tab=mine' },
    ];
    expect(withView(views, { name: '逾期', search: 'tab=todo&overdue=true' })).toEqual([
      { name: '我的', search: 'tab=mine' },
      { name: '逾期', search: 'tab=todo&overdue=true' },
    ]);
  });

  it('do not grow without end', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ name: `视图${at}`, search: '' }));
    expect(withView(many, { name: '新的', search: '' })).toHaveLength(30);
  });
});
