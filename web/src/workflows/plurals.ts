import type { Plural } from '../api/types.js';

export const WORKFLOW_NAMES: Readonly<Record<Plural, string>> = { proposals: '动议', filings: '备案' };
