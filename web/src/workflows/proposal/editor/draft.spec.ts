import { describe, expect, it } from '@jest/globals';
import type { CadreRow } from '../../../api/types.js';
import {
  askable,
  EMPTY_DRAFT,
  faultsOf,
  sameDraft,
  withAppointment,
  withItem,
  withoutItem,
  withRemoval,
} from './draft.js';

const cadre = (code: string, post?: string): CadreRow => ({
  code,
  name: '某人',
  sex: 'female',
  birth: '1990-01',
  civilRank: null,
  homeUnit: null,
  posts: post === undefined ? [] : [{ code: post, name: '副部长', team: 'T', teamName: '某班子' }],
});

describe('writing a proposal', () => {
  it('appoints whoever holds no post, and transfers whoever does', () => {
    expect(withAppointment(EMPTY_DRAFT, cadre('G1'), { code: 'P1' }).items).toEqual([
      { cadre: 'G1', appointTo: 'P1', kind: 'appoint' },
    ]);
    expect(withAppointment(EMPTY_DRAFT, cadre('G2', 'P9'), { code: 'P1' }).items).toEqual([
      { cadre: 'G2', appointTo: 'P1', removeFrom: 'P9', kind: 'transfer' },
    ]);
  });

  it('puts one person into a post: the second choice replaces the first', () => {
    const first = withAppointment(EMPTY_DRAFT, cadre('G1'), { code: 'P1' });
    expect(withAppointment(first, cadre('G2'), { code: 'P1' }).items.map((item) => item.cadre)).toEqual(['G2']);
  });

  it('removes, and takes the removal back', () => {
    const removed = withRemoval(EMPTY_DRAFT, 'G1', 'P1');
    expect(removed.items).toEqual([{ cadre: 'G1', removeFrom: 'P1', kind: 'remove' }]);
    expect(withRemoval(removed, 'G1', 'P1').items).toEqual([]);
  });

  it('keeps one line per person: leaving one post for another is a transfer', () => {
    const leaving = withRemoval(EMPTY_DRAFT, 'G1', 'P1');
    const moved = withAppointment(leaving, cadre('G1', 'P1'), { code: 'P2' });
    expect(moved.items).toEqual([{ cadre: 'G1', removeFrom: 'P1', appointTo: 'P2', kind: 'transfer' }]);
    expect(withRemoval(moved, 'G1', 'P1').items).toEqual([
      { cadre: 'G1', removeFrom: null, appointTo: 'P2', kind: 'appoint' },
    ]);
  });

  it('names what keeps it from being stored', () => {
    expect(faultsOf(EMPTY_DRAFT)).toHaveLength(3);
    const filled = { unit: 'U', title: '动议', reason: '需要', items: [{ cadre: 'G1', kind: 'remove' as const }] };
    expect(faultsOf(filled)).toEqual(['第1项既没有拟任职位，也没有拟免职位。']);
    expect(faultsOf(withItem(filled, 0, { removeFrom: 'P1' }))).toEqual([]);
    expect(faultsOf(withoutItem(filled, 0))).toEqual([]);
    expect(askable(filled.items)).toEqual([]);
  });

  it('knows whether anything was changed', () => {
    expect(sameDraft(EMPTY_DRAFT, { ...EMPTY_DRAFT })).toBe(true);
    expect(sameDraft(EMPTY_DRAFT, { ...EMPTY_DRAFT, title: '动议' })).toBe(false);
  });
});
