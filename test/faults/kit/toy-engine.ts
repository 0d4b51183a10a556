import {
  Engine,
  Relay,
  ReminderSweep,
  seedSettings,
  SettingsService,
  SignalCase,
  WorkflowRegistry,
  type Caller,
  type CommitOutcome,
  type OutboxMessage,
} from '../../../src/engine/index.js';
import { type Db, FixedClock } from '../../../src/platform/index.js';
import { clerk } from './toy-database.js';
import { type ToyHandlers, toyRuntime } from './toy-runtime.js';

export interface ToyEngine {
  engine: Engine;
  relay: Relay;
  reminders: ReminderSweep;
  registry: WorkflowRegistry;
  settings: SettingsService;
  clock: FixedClock;
  /** Begins a draft in unit U1 and returns its number. */
  draft(title?: string): Promise<number>;
  /** The same, submitted by the clerk. */
  submitted(title?: string): Promise<number>;
  send(
    caseId: number,
    type: string,
    caller: Caller,
    more?: Partial<{ commandId: string; expectedVersion: number }>,
  ): Promise<CommitOutcome>;
}

let commands = 0;

/** The engine over one database, its relay not started: tests say when it works. */
export async function toyEngine(db: Db, handlers: ToyHandlers = {}): Promise<ToyEngine> {
  await seedSettings(db);
  const clock = new FixedClock('2026-09-29');
  const registry = new WorkflowRegistry();
  const settings = new SettingsService(clock);
  const relay = new Relay(db, registry);
  const engine = new Engine(db, registry, settings, relay);
  const signals = new SignalCase(engine);
  const tellNeighbour = (message: OutboxMessage): Promise<void> => signalNeighbour(signals, message);
  registry.register(toyRuntime({ tellNeighbour, ...handlers }));

  const send: ToyEngine['send'] = (caseId, type, caller, more = {}) =>
    engine.commit({
      workflow: 'toy_request',
      caseId,
      caller,
      command: { type, payload: {}, commandId: newCommandId(), ...more },
    });
  const draft = async (title = '申请'): Promise<number> =>
    resultOf(
      await engine.create({
        workflow: 'toy_request',
        unit: 'U1',
        payload: { title },
        commandId: newCommandId(),
        caller: clerk,
      }),
    ).id;
  const submitted = async (title?: string): Promise<number> =>
    resultOf(await send(await draft(title), 'SUBMIT', clerk)).id;
  const reminders = new ReminderSweep(db, settings, relay);
  return { engine, relay, reminders, registry, settings, clock, draft, submitted, send };
}

/** A request that was agreed to begins the next one and signals it. */
async function signalNeighbour(signals: SignalCase, message: OutboxMessage): Promise<void> {
  await signals.send(message, { workflow: 'toy_request', caseId: message.caseId, type: 'SIGNAL', payload: {} });
}

export function newCommandId(): string {
  commands += 1;
  return `command-${commands}`;
}

export function resultOf(outcome: CommitOutcome): Extract<CommitOutcome, { ok: true }>['result'] {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.result;
}

export function refusalOf(outcome: CommitOutcome): Extract<CommitOutcome, { ok: false }>['refusal'] {
  if (outcome.ok) throw new Error(`accepted: ${JSON.stringify(outcome.result)}`);
  return outcome.refusal;
}
