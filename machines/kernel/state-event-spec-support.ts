import { expect, it } from '@jest/globals';
import { actionsFor, applyEvent, type AnyWorkflow, type Stored, type WorkflowEvent } from './index.js';
import { restingStates, say, walk } from './spec-support.js';

/** State → the state entered, or the refusal. */
export type Row = Readonly<Record<string, string>>;

export const everyOne = (states: readonly string[], outcome: string): Row =>
  Object.fromEntries(states.map((state) => [state, outcome]));
export const staying = (states: readonly string[]): Row => Object.fromEntries(states.map((state) => [state, state]));

export interface StateEventTable {
  definition: AnyWorkflow;
  /** State → events that lead into it from nothing. */
  ways: Readonly<Record<string, readonly WorkflowEvent[]>>;
  /** Event → state → outcome. Whatever is not in a row must be EVENT_NOT_ALLOWED. */
  table: Readonly<Record<string, Row>>;
  /** An ordinary event of each type. */
  event: (type: string) => WorkflowEvent;
}

/** Every state × every event: what becomes of it, and whether what a person was offered beforehand is what then happens. */
export function itKeepsTo({ definition, ways, table, event }: StateEventTable): void {
  const types = Object.keys(definition.policy).toSorted();
  const stored = Object.entries(ways).map(([state, events]) => [state, walk(definition, events)] as const);

  it('has a way into every state, and a row for every event', () => {
    expect(Object.keys(ways).toSorted()).toEqual(restingStates(definition).toSorted());
    expect(Object.keys(table).toSorted()).toEqual(types);
  });

  it('leads into the state each way says', () => {
    expect(stored.map(([, at]) => say({ ok: true, ...at, effects: [], done: false }))).toEqual(Object.keys(ways));
  });

  it.each(types)('%s', (type) => {
    const outcomes = stored.map(([state, at]) => [state, say(applyEvent(definition, at, event(type)))]);
    const expected = stored.map(([state]) => [state, table[type]?.[state] ?? 'EVENT_NOT_ALLOWED']);
    expect(outcomes).toEqual(expected);
  });

  it.each(types)(
    '%s is offered where it can happen, and refused beforehand for the reason given on arrival',
    (type) => {
      const wrong = stored.flatMap(([state, at]) => {
        const outcome = applyEvent(definition, at, event(type));
        const offer = offerOf(definition, at, event(type));
        const honest = outcome.ok
          ? offer === 'possible'
          : offer === null || ['possible', outcome.refusal.code].includes(offer);
        return honest ? [] : [{ state, offer, outcome: say(outcome) }];
      });
      expect(wrong).toEqual([]);
    },
  );
}

/** The word on an event's button: `possible`, or why not; null where there is no button. */
function offerOf(definition: AnyWorkflow, at: Stored, { type, actor, today }: WorkflowEvent): string | null {
  const offer = actionsFor(definition, at, [actor], today).find((action) => action.event === type);
  if (!offer) return null;
  return offer.refusal?.code ?? 'possible';
}
