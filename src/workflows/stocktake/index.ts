export { ANSWERING_KINDS } from './round-work.js';
export { OpenDueRounds } from './open-due-rounds.js';
export { type QuarterTotals, type QuartersQuestion, readQuarterTotals } from './quarter-totals.js';
export { StocktakeModule } from './stocktake.module.js';
