export { CircularModule } from './circular.module.js';
