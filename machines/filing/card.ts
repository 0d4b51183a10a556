import type { CardOf } from '../kernel/index.js';
import type { FilingContext } from './context.js';

/** What lists say of a filing: of which proposal it is, and how the gate last judged it. */
export const CARD: CardOf<FilingContext> = {
  title: ({ proposal }) => `调整动议第${proposal}号的备案`,
  flags: ({ gate }) => (gate === null || gate.verdict === 'clear' ? [] : [`gate-${gate.verdict}`]),
};
