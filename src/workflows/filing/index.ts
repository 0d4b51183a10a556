export { FilingModule } from './filing.module.js';
