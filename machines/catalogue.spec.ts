import { describe, expect, it } from '@jest/globals';
import { DEFINITIONS } from './index.js';
import { checkDefinition } from './kernel/index.js';

describe('the catalogue of workflows', () => {
  it.each(DEFINITIONS)('$name is complete', (definition) => {
    expect(checkDefinition(definition)).toEqual([]);
  });

  it('has no two workflows of one name', () => {
    const names = DEFINITIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
