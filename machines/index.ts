import { copyDefinition as circularCopy, definition as circular } from './circular/index.js';
import { definition as filing } from './filing/index.js';
import { definition as integrityOpinion } from './integrity-opinion/index.js';
import type { WorkflowDefinition } from './kernel/index.js';
import { definition as meeting } from './meeting/index.js';
import { definition as proposal } from './proposal/index.js';
import { definition as priorReport } from './prior-report/index.js';
import type { Policy } from './rules/index.js';
import { definition as stocktake, unitDefinition as stocktakeUnit } from './stocktake/index.js';
import { definition as warning } from './warning/index.js';

/** The catalogue: every workflow of the product. The engine runs them without knowing any by name. */
export const DEFINITIONS: readonly WorkflowDefinition<Policy>[] = [
  proposal,
  filing,
  stocktake,
  stocktakeUnit,
  warning,
  circular,
  circularCopy,
  meeting,
  integrityOpinion,
  priorReport,
];
