export { PriorReportModule } from './prior-report.module.js';
