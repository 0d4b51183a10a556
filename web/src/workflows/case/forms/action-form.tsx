import { App, Button } from 'antd';
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { OFFLINE, Problem } from '../../../api/problem.js';
import { serverNow } from '../../../api/server-time.js';
import type { ActionWithSchema, CaseView, Plural } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { t } from '../../../ui/t.js';
import { dayInChina } from '../../../ui/time.js';
import { useWhenOnline } from '../../../ui/use-when-online.js';
import { staleNoteOf, useSendEvent } from '../send-event.js';
import { AttendanceForm, attendanceOf, EntryForm, RecusalForm, VotesForm } from '../../meeting/step-forms.js';
import { meetingOf } from '../../meeting/reading.js';
import { completeVotes, DeliberationForm } from './deliberation-form.js';
import { DepartureTable } from './departure-table.js';
import { FilingReportForm } from './filing-report-form.js';
import { cleanPayload, initialPayload, missingFields, type Payload, writtenIn } from './payload.js';
import { CheckForm, DisqualificationsForm } from './procedure-fields.js';
import { RecommendationForm } from './recommendation-form.js';
import { SchemaFields, type StepFormProps } from './schema-fields.js';

interface Props {
  action: ActionWithSchema;
  view: CaseView;
  plural: Plural;
  /** What has been filled in, for whoever shows it when the step is taken from under the form. */
  written: RefObject<Payload>;
  /** While a step is on its way, no other one is started. */
  onSending: (sending: boolean) => void;
  onDone: () => void;
  onCancel: () => void;
  /** Somebody else was faster. @param kept what had been written, in words */
  onStale: (error: unknown, kept: string[]) => void;
}

/** Steps whose sheet deserves a form of its own; every other is drawn from its schema. */
const FORMS: Readonly<Record<string, (props: StepFormProps) => ReactElement>> = {
  RECORD_RECOMMENDATION: RecommendationForm,
  RECORD_DELIBERATION: DeliberationForm,
  RECORD_CHECK: CheckForm,
  ANSWER_DISQUALIFICATIONS: DisqualificationsForm,
  SUBMIT_FILING: FilingReportForm,
  CORRECT: FilingReportForm,
  RECORD_ATTENDANCE: AttendanceForm,
  RECORD_RECUSAL: RecusalForm,
  RECORD_VOTES: VotesForm,
  DROP_ITEM: EntryForm,
  SET_ASIDE: EntryForm,
};

const GRAVE = new Set(['WITHDRAW', 'TERMINATE', 'REJECT', 'RELIEVE', 'REFUSE_OVERRIDE']);

/** One step with what it needs. What the server refuses stays here, with its reason. */
export function ActionForm(props: Props): ReactElement {
  const { action, view, plural, written, onSending, onDone, onCancel, onStale } = props;
  const { message } = App.useApp();
  const send = useSendEvent(plural, view.id);
  const [payload, setPayload] = useState(() => (isEmpty(written.current) ? startOf(action, view) : written.current));
  const [missing, setMissing] = useState<string[]>([]);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    written.current = payload;
  }, [payload, written]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button[type=submit]')?.focus(), []);

  const submit = async (): Promise<void> => {
    const whole = completed(action, view, payload);
    const left = missingFields(action, whole);
    setMissing(left);
    if (left.length > 0) return;
    setBusy(true);
    onSending(true);
    setFault(null);
    try {
      const result = await send(action.event, cleanPayload(whole), view.version);
      void message.success(t('“{step}”已办理，现为“{state}”。', { step: action.label, state: result.label }));
      onDone();
    } catch (error) {
      if (staleNoteOf(error) !== null) onStale(error, writtenIn(payload));
      else setFault(error);
    } finally {
      setBusy(false);
      onSending(false);
    }
  };
  const offline = fault instanceof Problem && fault.code === OFFLINE;
  useWhenOnline(offline && !busy, () => void submit());
  const Fields = FORMS[action.event] ?? SchemaFields;
  const set = (name: string, value: unknown): void => setPayload((before) => ({ ...before, [name]: value }));
  const submitByKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) void submit();
  };
  return (
    <form
      ref={form}
      onKeyDown={submitByKeys}
      className="action-form"
      aria-label={action.label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>
        {action.label}
        {action.onBehalfOf !== undefined && <span className="muted">{t('（代办，记入办理经过）')}</span>}
      </h3>
      <Fields action={action} view={view} plural={plural} payload={payload} set={set} missing={missing} />
      {fault !== null && <ErrorNote error={fault} />}
      {offline && <p className="muted">{t('所填内容保留在此；连接恢复后自动重发，同一操作只会办理一次。')}</p>}
      {fault instanceof Problem && fault.code === 'FILING_DEPARTS' && <DepartureTable params={fault.params} />}
      <div className="buttons">
        <Button type="primary" danger={GRAVE.has(action.event)} htmlType="submit" loading={busy}>
          {action.label}
        </Button>
        <Button onClick={onCancel}>{t('取消')}</Button>
      </div>
    </form>
  );
}

const isEmpty = (payload: Payload): boolean => Object.keys(payload).length === 0;

function startOf(action: ActionWithSchema, view: CaseView): Payload {
  const start = initialPayload(action, dayInChina(serverNow()));
  if ('decidedDay' in start && view.context.decidedOn) start['decidedDay'] = view.context.decidedOn;
  if (action.event === 'RECORD_ATTENDANCE') start['attendance'] = attendanceOf(meetingOf(view));
  const [only, ...more] = (view.context.items ?? []).filter(({ appointTo }) => appointTo !== null);
  if ('cadre' in start && only && more.length === 0) start['cadre'] = only.cadre;
  return start;
}

/** What the page knows and nobody types: the decided items of a filing, and a count for every vote. */
function completed({ event }: ActionWithSchema, { context }: CaseView, payload: Payload): Payload {
  if (event === 'RECORD_DELIBERATION') {
    const votes = completeVotes(payload['votes'] as object[], context.items?.length ?? 0);
    return { ...payload, votes };
  }
  if (event === 'SUBMIT_FILING' || event === 'CORRECT') return { ...payload, items: context.cleared ?? [] };
  return payload;
}
