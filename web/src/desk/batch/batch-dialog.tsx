import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import { actionsQuery, caseQuery } from '../../api/queries.js';
import type { ActionWithSchema, CaseView, CommandResult, Plural } from '../../api/types.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { cleanPayload, initialPayload, missingFields, type Payload } from '../../workflows/case/forms/payload.js';
import { SchemaFields } from '../../workflows/case/forms/schema-fields.js';
import type { DeskRow } from '../use-desk-rows.js';
import { BatchResults } from './batch-results.js';
import { isBatchable, NOT_FOR_BATCHES, stepsOf } from './batch-steps.js';
import { type BatchItem, type Outcome, runBatch } from './run-batch.js';

interface Props {
  rows: readonly DeskRow[];
  /** @param finished keys of the cases that have moved on */
  onClose: (finished: string[]) => void;
}

interface Order extends BatchItem {
  row: DeskRow;
}

/** One step for many cases: chosen once, filled in once, sent to each by its own call, with a result each. */
export function BatchDialog({ rows, onClose }: Props): ReactElement {
  const steps = stepsOf(rows);
  const [type, setType] = useState(steps[0]?.type ?? null);
  const [orders] = useState(() =>
    rows.map((row): Order => ({ row, key: `${row.plural}/${row.id}`, commandId: newCommandId() })),
  );
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const chosen = steps.find((step) => step.type === type);
  const able = orders.filter(({ row }) => row.steps.some((step) => step.type === type));
  const send = useRun(type ?? '', setOutcomes);
  const finished = [...outcomes].filter(([, { status }]) => status === 'done').map(([key]) => key);
  const started = outcomes.size > 0;
  return (
    <Modal open title={t('批量办理')} footer={null} width={640} onCancel={() => onClose(finished)}>
      <div className="stack">
        <Select
          aria-label={t('操作')}
          disabled={started}
          value={type}
          options={steps.map((step) => ({
            value: step.type,
            label: t('{step}（{n}项可办）', { step: step.label, n: step.count }),
          }))}
          onChange={setType}
        />
        {able.length < orders.length && (
          <p className="muted">{t('另有{n}项现在不能办理此操作，不受影响。', { n: orders.length - able.length })}</p>
        )}
        {chosen && able[0] && !started && (
          <BatchForm key={chosen.type} type={chosen.type} row={able[0].row} onStart={(sheet) => send(able, sheet)} />
        )}
        {started && <BatchResults orders={able} outcomes={outcomes} again={(failed) => send(failed, null)} />}
      </div>
    </Modal>
  );
}

/** Remembers what was filled in, so that what was refused can be sent once more, under the same command id. */
function useRun(type: string, note: (change: (now: ReadonlyMap<string, Outcome>) => Map<string, Outcome>) => void) {
  const client = useQueryClient();
  const [kept, setKept] = useState<Payload>({});
  return (orders: readonly Order[], sheet: Payload | null): void => {
    const payload = sheet ?? kept;
    setKept(payload);
    const call = async ({ row, commandId }: Order): Promise<string> => {
      const body = { type, payload, commandId, expectedVersion: row.version };
      return (await post<CommandResult>(`${row.plural}/${row.id}/events`, body)).label;
    };
    void runBatch(orders, call, (key, outcome) => note((now) => new Map([...now, [key, outcome]]))).then(() => {
      for (const queryKey of [['case'], ['cases'], ['inbox']]) void client.invalidateQueries({ queryKey });
    });
  };
}

interface FormProps {
  type: string;
  row: DeskRow;
  onStart: (payload: Payload) => void;
}

/** The sheet of the step, drawn from what the server asks of the first case. */
function BatchForm({ type, row, onStart }: FormProps): ReactElement {
  const { data: actions, error, refetch } = useQuery(actionsQuery(row.plural, row.id));
  const { data: view } = useQuery(caseQuery(row.plural, row.id));
  const action = actions?.find(({ event }) => event === type);
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!actions || !view) return <div aria-busy="true" />;
  if (!action || !isBatchable(action)) {
    return <p className="muted">{t('这项操作每件要填的内容不同，请逐件办理。')}</p>;
  }
  return <Sheet action={action} view={view} plural={row.plural} onStart={onStart} />;
}

interface SheetProps extends Pick<FormProps, 'onStart'> {
  action: ActionWithSchema;
  view: CaseView;
  plural: Plural;
}

function Sheet({ action, view, plural, onStart }: SheetProps): ReactElement {
  const [payload, setPayload] = useState(() => initialPayload(action, ''));
  const [missing, setMissing] = useState<string[]>([]);
  const start = (): void => {
    const left = missingFields(action, payload);
    setMissing(left);
    if (left.length === 0) onStart(cleanPayload(payload));
  };
  return (
    <form
      className="stack"
      aria-label={t('批量办理')}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <SchemaFields
        action={action}
        view={view}
        plural={plural}
        payload={payload}
        set={(name, value) => setPayload((now) => ({ ...now, [name]: value }))}
        missing={missing}
        leaveOut={NOT_FOR_BATCHES}
      />
      <div className="buttons">
        <Button type="primary" htmlType="submit">
          {t('逐件提交')}
        </Button>
      </div>
    </form>
  );
}
