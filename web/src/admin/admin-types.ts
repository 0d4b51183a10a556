import type { Policy } from '../../../machines/rules/index.js';
import type { Answers, Schemas } from '../api/schema.js';

export type PolicyVersion = Schemas['PolicyVersion'];
export type PolicySetting = Schemas['PolicySetting'];

export interface PolicyDocument extends PolicyVersion {
  policy: Policy;
}

export type PolicyPreview = Schemas['PolicyPreview'];

export type CalendarYear = Schemas['CalendarYear'];
export type CalendarDay = CalendarYear['days'][number];
export type LoadedYear = Schemas['LoadedCalendarYear'];

export type Operations = Answers['GET operations'];
