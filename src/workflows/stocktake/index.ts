export { OpenDueRounds } from './open-due-rounds.js';
export { StocktakeModule } from './stocktake.module.js';
