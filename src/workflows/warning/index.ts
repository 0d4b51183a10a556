export { WarningModule } from './warning.module.js';
export { WarningUpkeep } from './warning-upkeep.js';
