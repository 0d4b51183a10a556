import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import type { Plural } from '../../api/plurals.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
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
  stocktakes: lazy(() => import('../stocktake/round-body.js')),
  meetings: lazy(() => import('../meeting/meeting-body.js')),
  stocktake_units: lazy(() => import('../stocktake/side-body.js')),
  warnings: lazy(() => import('../warning/warning-body.js')),
  circulars: lazy(() => import('../circular/circular-body.js')),
  circular_units: lazy(() => import('../circular/copy-body.js')),
  integrity_opinions: lazy(() => import('../integrity-opinion/opinion-body.js')),
  headcount_reviews: lazy(() => import('../headcount-review/review-body.js')),
  prior_reports: lazy(() => import('../prior-report/report-body.js')),
};

export function CaseBody({ plural, ...props }: BodyProps & { plural: Plural }): ReactElement {
  const Body = BODIES[plural] ?? PlainBody;
  return (
    <Suspense fallback={<div aria-busy="true" />}>
      <Body {...props} />
    </Suspense>
  );
}
