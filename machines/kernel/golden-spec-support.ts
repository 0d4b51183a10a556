import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ROLES, actionsFor, migrateInstance, restore, statePath, type AnyWorkflow, type Stored } from './index.js';
import { restingStates } from './spec-support.js';

const actors = ROLES.map((role, index) => ({ userId: 90 + index, role }));

/**
 * Cases as each revision stored them, one per state. A new revision adds its own files and changes none: these are what
 * stands in databases.
 *
 * @param folder with one JSON file per stored case
 */
export function itTakesOn(definition: AnyWorkflow, folder: URL): void {
  const files = readdirSync(folder);
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Stored & { revision: number };

  it('cover every state of the present one', () => {
    const present = files.map(read).filter(({ revision }) => revision === definition.revision);
    expect(present.map(({ state }) => statePath(state)).toSorted()).toEqual(restingStates(definition).toSorted());
  });

  it.each(files)('%s can go on', (file) => {
    const stored = read(file);
    const migrated = migrateInstance(definition, stored);
    if (!migrated.ok) throw new Error(migrated.reason);
    const done = restore(definition, migrated.stored).hasTag('done');
    const offered = actionsFor(definition, migrated.stored, actors, '2027-12-31').filter((action) => action.possible);
    expect(done || offered.length > 0).toBe(true);
  });
}
