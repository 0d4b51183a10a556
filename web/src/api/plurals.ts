/** Workflows as addresses name them. A plural that a server does not have answers "not found". */
export const PLURALS = [
  'proposals',
  'filings',
  'stocktakes',
  'stocktake_units',
  'warnings',
  'circulars',
  'circular_units',
  'integrity_opinions',
  'prior_reports',
  'meetings',
  'headcount_reviews',
] as const;

export type Plural = (typeof PLURALS)[number];

export const isPlural = (text: string): text is Plural => (PLURALS as readonly string[]).includes(text);
