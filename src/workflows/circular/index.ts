export { CircularModule } from './circular.module.js';
export { overridesIn } from './load-listing.js';
