/** Workflows as addresses name them, and what one case is called. A plural that a server does not have answers "not found". */
export const WORKFLOW_NAMES = {
  proposals: '动议',
  filings: '备案',
  stocktakes: '摸底调度',
  stocktake_units: '摸底单位',
  warnings: '预警督办',
  circulars: '通报',
  circular_units: '通报送达',
  integrity_opinions: '廉洁意见',
  prior_reports: '事前报告',
  meetings: '会议',
} as const;

export type Plural = keyof typeof WORKFLOW_NAMES;

export const PLURALS = Object.keys(WORKFLOW_NAMES) as Plural[];

export const isPlural = (text: string): text is Plural => text in WORKFLOW_NAMES;
