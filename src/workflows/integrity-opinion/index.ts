export { IntegrityOpinionModule } from './integrity-opinion.module.js';
