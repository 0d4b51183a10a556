import { describe, expect, it } from '@jest/globals';
import { DEFINITIONS } from './index.js';
import { outlineOf } from './kernel/index.js';

describe.each(DEFINITIONS.map((definition) => [definition.name, outlineOf(definition)] as const))(
  'the outline of %s',
  (_, { states, transitions }) => {
    const paths = new Set(states.map(({ path }) => path));
    const at = (path: string, other: string): boolean => other === path || other.startsWith(`${path}.`);

    it('has a label for every state, and for every way that somebody opens', () => {
      expect(states.filter(({ label, path }) => label === path)).toEqual([]);
      expect(transitions.filter(({ label, event }) => event !== '' && label === '')).toEqual([]);
      expect(transitions.filter(({ roles, event }) => event !== '' && roles.length === 0)).toEqual([]);
    });

    it('leads from states that are there to states that are there', () => {
      expect(transitions.filter(({ from, to }) => !paths.has(from) || !paths.has(to))).toEqual([]);
    });

    it('reaches every state but the start', () => {
      const entered = [...transitions.map(({ to }) => to), ...states.flatMap(({ initial }) => initial ?? [])];
      const regions = states.filter(({ kind }) => kind === 'region').map(({ path }) => path);
      const lost = states.filter(
        ({ path, kind }) => kind !== 'start' && ![...entered, ...regions].some((other) => at(path, other)),
      );
      expect(lost.map(({ path }) => path)).toEqual([]);
    });

    it('stops at an end: nothing leads on from there', () => {
      const ends = states.filter(({ kind }) => kind === 'end').map(({ path }) => path);
      expect(transitions.filter(({ from }) => ends.includes(from))).toEqual([]);
    });
  },
);
