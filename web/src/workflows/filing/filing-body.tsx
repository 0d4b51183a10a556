import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { caseQuery } from '../../api/queries.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
import { DifferenceNote } from '../case/gate/difference-note.js';
import { gateRuns, type GateRun } from '../case/gate/gate-runs.js';
import { VerdictPanel } from '../case/gate/verdict-panel.js';
import { eligibilityFound } from '../case/eligibility/eligibility-found.js';
import { EligibilityPanel } from '../case/eligibility/eligibility-panel.js';
import { ItemTable } from '../case/items/item-table.js';
import { useItemNames } from '../case/items/use-item-names.js';
import { t } from '../../ui/t.js';

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
}

type Reviews = Record<string, { result: 'agree' | 'disagree' } | null>;

/** What is filed, what both sections say, and what the second gate says beside the first. */
export function FilingBody({ view, history }: Props): ReactElement {
  const { context } = view;
  const { data: proposal } = useQuery(caseQuery('proposals', context.proposal ?? 0));
  const own = gateRuns(history);
  const first: GateRun[] = proposal?.gate ? [{ label: t('动议关'), at: view.createdAt, gate: proposal.gate }] : [];
  const runs = [...first, ...own.slice(-1)];
  const gate = runs[runs.length - 1]?.gate;
  const teams = gate?.headcount.map(({ team }) => team) ?? [];
  const names = useItemNames(context.cleared ?? [], teams);
  const asked = eligibilityFound(history);
  return (
    <div className="stack">
      <dl className="facts">
        <Fact name={t('决定日期')} value={context.decidedOn} />
        <Fact name={t('公示期满')} value={context.noticeEndDay} />
        <Fact name={t('报送期限')} value={context.dueDay} />
        <Fact name={t('报送日期')} value={context.filedOn ?? t('尚未报送')} />
        <Fact name={t('文号')} value={context.documentNo} />
        <Fact name={t('青年干部科')} value={reviewText(context.reviews, 'youngCadre')} />
        <Fact name={t('干部监督科')} value={reviewText(context.reviews, 'supervision')} />
      </dl>
      <ItemTable items={context.cleared ?? []} teams={teams} />
      {gate && (
        <VerdictPanel gate={gate} title={own.length > 0 ? t('备案关结论') : t('动议关结论（备案关尚未重算）')} />
      )}
      {asked && (
        <EligibilityPanel
          judged={asked.judged}
          when={asked.label}
          nameOf={(cadre) => names.cadre(cadre)?.name ?? cadre}
          postOf={names.post}
        />
      )}
      <DifferenceNote runs={runs} always />
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | null | undefined }): ReactElement | null {
  if (value === null || value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function reviewText(reviews: CaseView['context']['reviews'], section: string): string {
  const review = (reviews as Reviews | undefined)?.[section];
  if (!review) return t('待签署');
  return review.result === 'agree' ? t('同意') : t('不同意');
}
