import type { ComponentType, ReactElement } from 'react';
import type { Plural } from '../../api/plurals.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
import { fetched } from '../../ui/fetched.js';
import { FilingBody } from '../filing/filing-body.js';
import { ProposalBody } from '../proposal/proposal-body.js';
import { PlainBody } from './context-facts.js';

export interface BodyProps {
  view: CaseView;
  history: readonly HistoryEntry[];
}

/** What one workflow shows of its cases beyond what every case has; a workflow that is not here shows plain facts. */
const BODIES: Readonly<Partial<Record<Plural, ComponentType<BodyProps>>>> = {
  proposals: ProposalBody,
  filings: FilingBody,
  stocktakes: fetched(() => import('../stocktake/round-body.js')),
  meetings: fetched(() => import('../meeting/meeting-body.js')),
  stocktake_units: fetched(() => import('../stocktake/side-body.js')),
  warnings: fetched(() => import('../warning/warning-body.js')),
  circulars: fetched(() => import('../circular/circular-body.js')),
  circular_units: fetched(() => import('../circular/copy-body.js')),
  integrity_opinions: fetched(() => import('../integrity-opinion/opinion-body.js')),
  headcount_reviews: fetched(() => import('../headcount-review/review-body.js')),
  prior_reports: fetched(() => import('../prior-report/report-body.js')),
};

export function CaseBody({ plural, ...props }: BodyProps & { plural: Plural }): ReactElement {
  const Body = BODIES[plural] ?? PlainBody;
  return <Body {...props} />;
}
