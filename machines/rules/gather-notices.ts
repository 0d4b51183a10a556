import type { Day } from './vocabulary.js';

/** What a notice is about, as far as gathering asks. */
export interface NoticeToGather {
  kind: string;
  workflow: string;
  /** Where the case stands; '' for what is no case. */
  statePath: string;
  /** What a reminder counts down to, and which rung of its ladder this is; null for everything else. */
  deadline: { name: string; rung: string } | null;
  /** Cases of the workflow arise many at once, one for each unit or team. */
  arisesInMass: boolean;
}

/**
 * Together with which others a notice is told to somebody who oversees many units: the same step of the same kind of case on
 * one day; the same rung of the same deadline; members who pass the age line; vacancies. What stands alone is told by itself,
 * and so is everything to those whose own unit it is about.
 *
 * @param notice what is told
 * @param today the day on which it is told
 * @returns a key that is the same for all that are told together; null for a notice that stands by itself
 * @source issue "a digest in place of a flood"
 */
export function gatheringOf(notice: NoticeToGather, today: Day): string | null {
  const { kind, workflow, statePath, deadline, arisesInMass } = notice;
  const together = (...about: string[]): string => ['gathers', kind, workflow, ...about, today].join(' ');
  switch (kind) {
    case 'step':
      return arisesInMass ? together(statePath) : null;
    case 'reminder':
    case 'escalation':
      return deadline === null ? null : together(deadline.name, deadline.rung);
    case 'ageing-out':
    case 'vacancy':
      return together();
    default:
      return null;
  }
}
