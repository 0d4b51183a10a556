import type { Caller } from '../../../src/engine/index.js';
import {
  Engine,
  Followers,
  Relay,
  seedSettings,
  SettingsService,
  SignalCase,
  WorkflowRegistry,
} from '../../../src/engine/index.js';
import { type Db, FixedClock } from '../../../src/platform/index.js';
import { proposalRuntime } from '../../../src/workflows/proposal/proposal.runtime.js';

/** The engine over the product's own proposal workflow, without the server around it. */
export async function proposalEngine(db: Db): Promise<{ engine: Engine; relay: Relay; settings: SettingsService }> {
  await seedSettings(db);
  const registry = new WorkflowRegistry();
  const settings = new SettingsService(new FixedClock('2026-09-07'));
  const relay = new Relay(db, registry);
  const engine = new Engine(db, registry, settings, relay);
  registry.register(proposalRuntime(db, new SignalCase(engine), new Followers()));
  return { engine, relay, settings };
}

/** A clerk of the whole tree; the account must be the first of the database. */
export const author: Caller = { userId: 1, displayName: '经办甲', grants: [{ role: 'clerk', unitPath: '' }] };
