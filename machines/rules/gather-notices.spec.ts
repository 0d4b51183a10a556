import { describe, expect, it } from '@jest/globals';
import { gatheringOf, type NoticeToGather } from './gather-notices.js';

const TODAY = '2026-10-12';
const step = (more: Partial<NoticeToGather> = {}): NoticeToGather => ({
  kind: 'step',
  workflow: 'warning',
  statePath: 'open.secondReminder.drafted',
  deadline: null,
  arisesInMass: true,
  ...more,
});
const reminder = (rung: string, more: Partial<NoticeToGather> = {}): NoticeToGather =>
  step({ kind: 'reminder', deadline: { name: 'secondIssue', rung }, ...more });

describe('what is told together', () => {
  it('is the same step of warnings on one day, whichever team', () => {
    expect(gatheringOf(step(), TODAY)).toBe(gatheringOf(step(), TODAY));
    expect(gatheringOf(step(), TODAY)).not.toBe(gatheringOf(step(), '2026-10-13'));
    expect(gatheringOf(step(), TODAY)).not.toBe(gatheringOf(step({ statePath: 'open.opened' }), TODAY));
    expect(gatheringOf(step(), TODAY)).not.toBe(gatheringOf(step({ workflow: 'stocktake_unit' }), TODAY));
  });

  it('is the same rung of the same deadline, of proposals too', () => {
    expect(gatheringOf(reminder('on-day'), TODAY)).not.toBe(gatheringOf(reminder('after-1'), TODAY));
    expect(gatheringOf(reminder('on-day'), TODAY)).not.toBe(
      gatheringOf(reminder('on-day', { kind: 'escalation' }), TODAY),
    );
    const ofProposals = reminder('on-day', { workflow: 'proposal', arisesInMass: false });
    expect(gatheringOf(ofProposals, TODAY)).toBe(gatheringOf({ ...ofProposals, statePath: 'submitted' }, TODAY));
  });

  it('is what is told of teams without any case, by kind', () => {
    const told = (kind: string): string | null =>
      gatheringOf(step({ kind, workflow: 'directory', statePath: '' }), TODAY);
    expect(told('ageing-out')).not.toBeNull();
    expect(told('ageing-out')).not.toBe(told('vacancy'));
  });

  it('is not a proposal’s step, the end of a case, a copy or the calendar: these stand by themselves', () => {
    expect(gatheringOf(step({ workflow: 'proposal', arisesInMass: false }), TODAY)).toBeNull();
    for (const kind of ['ended', 'copy', 'calendar']) expect(gatheringOf(step({ kind }), TODAY)).toBeNull();
  });
});
