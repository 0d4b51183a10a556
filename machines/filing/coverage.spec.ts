import { describe, expect, it } from '@jest/globals';
import type { Context, WorkflowEvent } from '../kernel/index.js';
import { coverTransitions } from '../kernel/spec-support.js';
import type { FilingContext } from './context.js';
import { definition } from './index.js';
import { RETURN_STEPS } from './payloads.js';
import { EVENT_TYPES, event, supervision } from './spec-support.js';

/** Every event in every shape that leads somewhere else. */
const EVENTS: readonly WorkflowEvent[] = [
  ...EVENT_TYPES.map((type) => event(type)),
  supervision,
  ...RETURN_STEPS.map((to) => event('RETURN', { payload: { to } })),
  event('SUBMIT_FILING', { today: '2026-10-09' }),
];

/** What of a context leads to other steps; the rest only describes. */
const digest = (context: Context) => {
  const { takenUp, filedOn, reviews, signers } = context as FilingContext;
  return [takenUp, filedOn, reviews.youngCadre?.result, reviews.supervision?.result, signers.map(({ agree }) => agree)];
};

describe('the production machine', () => {
  it('has no transition that lies on no path', () => {
    expect(coverTransitions(definition, { samples: EVENTS, digest }).missed).toEqual([]);
  });
});
