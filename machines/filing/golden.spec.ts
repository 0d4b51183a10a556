import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROLES, actionsFor, migrateInstance, restore, statePath, type Stored } from '../kernel/index.js';
import { restingStates } from '../kernel/spec-support.js';
import { definition } from './index.js';

/**
 * Cases as each revision stored them, one per state. A new revision adds its own files and changes none: these are what
 * stands in databases.
 */
const folder = new URL('./golden/', import.meta.url);
const files = readdirSync(folder);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Stored & { revision: number };
const actors = ROLES.map((role, index) => ({ userId: 90 + index, role }));

describe('stored cases of every revision', () => {
  it('cover every state of the present one', () => {
    const present = files.map(read).filter(({ revision }) => revision === definition.revision);
    expect(present.map(({ state }) => statePath(state)).sort()).toEqual(restingStates(definition).sort());
  });

  it.each(files)('%s can go on', (file) => {
    const stored = read(file);
    const migrated = migrateInstance(definition, stored);
    if (!migrated.ok) throw new Error(migrated.reason);
    const done = restore(definition, migrated.stored).hasTag('done');
    const possible = actionsFor(definition, migrated.stored, actors).filter((action) => action.possible);
    expect(done || possible.length > 0).toBe(true);
  });
});
