import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactElement, useState } from 'react';
import { sentenceOf } from '../../api/problem.js';
import { previewQuery, suggestionsQuery } from '../../api/queries.js';
import type { CaseView, HistoryEntry, Suggestion } from '../../api/types.js';
import type { ItemEligibility } from '../../../../machines/rules/index.js';
import { ErrorNote } from '../../ui/error-note.js';
import { DifferenceNote } from '../case/gate/difference-note.js';
import { gateRuns } from '../case/gate/gate-runs.js';
import { SuggestionList } from '../case/gate/suggestion-list.js';
import { VerdictPanel } from '../case/gate/verdict-panel.js';
import { eligibilityFound } from '../case/eligibility/eligibility-found.js';
import { EligibilityPanel } from '../case/eligibility/eligibility-panel.js';
import { ItemTable } from '../case/items/item-table.js';
import { useItemNames } from '../case/items/use-item-names.js';
import { LetterView } from '../case/letter/letter-view.js';
import { useSendEvent } from '../case/send-event.js';
import { MeetingNote } from './meeting-note.js';
import { ObjectionList } from './objection-list.js';
import { QuestionsPanel } from './questions/questions-panel.js';
import { VersionComparison } from './versions/version-comparison.js';
import { t } from '../../ui/t.js';

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
}

/** A preview tells what E01 to E16 say, too. */
type Judged = { eligibility?: readonly ItemEligibility[] };

/** The items of a proposal and what the gate has said of them; a draft shows what it would say now. */
export function ProposalBody({ view, history }: Props): ReactElement {
  const items = view.context.items ?? [];
  const isDraft = view.statePath === 'draft' || view.statePath === 'preConsultation';
  const preview = useQuery({ ...previewQuery(view.unit.code, items), enabled: isDraft && items.length > 0 });
  const gate = isDraft ? preview.data : view.gate;
  const runs = gateRuns(history);
  const teams = gate?.headcount.map(({ team }) => team) ?? [];
  const names = useItemNames(items, teams);
  const nameOf = (cadre: string): string => names.cadre(cadre)?.name ?? cadre;
  const asked = isDraft ? null : eligibilityFound(history);
  const judged = isDraft ? (preview.data as Judged | undefined)?.eligibility : asked?.judged;
  return (
    <div className="stack">
      <ItemTable items={items} teams={teams} />
      <MeetingNote view={view} />
      <ObjectionList view={view} />
      <VersionComparison history={history} teams={teams} />
      {isDraft && preview.error !== null && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
      {gate && <VerdictPanel gate={gate} title={isDraft ? t('试算（尚未呈报）') : t('动议关结论')} />}
      {judged && (
        <EligibilityPanel judged={judged} when={asked?.label ?? t('试算')} nameOf={nameOf} postOf={names.post} />
      )}
      <QuestionsPanel view={view} history={history} nameOf={nameOf} />
      {!isDraft && <DifferenceNote runs={runs} />}
      {history.some(({ type }) => type === 'ISSUE_SUGGESTION') && (
        <LetterView plural="proposals" id={view.id} name={t('干部调整动议合理化建议书')} at="suggestion-letter" />
      )}
      {isDraft && preview.data && <Applicable view={view} suggestions={preview.data.suggestions} />}
      {!isDraft && gate && gate.verdict !== 'clear' && !view.done && <StoredSuggestions view={view} />}
    </div>
  );
}

function StoredSuggestions({ view }: { view: CaseView }): ReactElement | null {
  const { data } = useQuery(suggestionsQuery(view.id));
  return data ? <Applicable view={view} suggestions={data} /> : null;
}

/** Taking over a suggestion: back to the draft where that is a step of its own, then the items. */
function Applicable({ view, suggestions }: { view: CaseView; suggestions: readonly Suggestion[] }): ReactElement {
  const { message } = App.useApp();
  const send = useSendEvent('proposals', view.id);
  const [busy, setBusy] = useState(false);
  const can = (event: string): boolean => view.actions.some((action) => action.event === event && action.possible);
  const apply = async ({ items }: Suggestion): Promise<void> => {
    setBusy(true);
    try {
      const version = can('EDIT') ? view.version : (await send('REVISE', {}, view.version)).version;
      await send('EDIT', { items }, version);
      void message.success(t('已按建议修改，请核对后呈报。'));
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const allowed = can('EDIT') || can('REVISE');
  return (
    <SuggestionList
      suggestions={suggestions}
      busy={busy}
      apply={allowed ? (suggestion) => void apply(suggestion) : undefined}
    />
  );
}
