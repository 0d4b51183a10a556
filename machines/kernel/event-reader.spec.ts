import { describe, expect, it } from '@jest/globals';
import { eventReader } from './index.js';
import { event } from './toy/spec-support.js';

const { factOf, payloadOf } = eventReader<{ ASK: { days: number } }, { left: number }>();

describe('reading an event', () => {
  it('gives payload and facts their names', () => {
    const asked = event('ASK', undefined, { days: 2 }, { left: 5 });
    expect(payloadOf(asked, 'ASK').days + factOf(asked, 'left')).toBe(7);
  });

  it('never guesses a fact that the loader did not bring', () => {
    expect(() => factOf(event('ASK'), 'left')).toThrow('ASK came without the fact left');
  });
});
