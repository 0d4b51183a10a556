import { Button } from 'antd';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../api/problem.js';
import { t } from '../../ui/t.js';
import type { DeskRow } from '../use-desk-rows.js';
import type { BatchItem, Outcome } from './run-batch.js';

interface Props<T extends BatchItem> {
  orders: readonly T[];
  outcomes: ReadonlyMap<string, Outcome>;
  again: (failed: T[]) => void;
}

/** Case by case what became of it; what was refused can be tried once more. */
export function BatchResults<T extends BatchItem & { row: DeskRow }>(props: Props<T>): ReactElement {
  const { orders, outcomes, again } = props;
  const count = (status: Outcome['status']): number =>
    orders.filter(({ key }) => outcomes.get(key)?.status === status).length;
  const failed = orders.filter(({ key }) => outcomes.get(key)?.status === 'refused');
  const busy = count('waiting') + count('sending') > 0;
  return (
    <section aria-label={t('办理结果')} aria-live="polite" aria-busy={busy}>
      <p>
        <b>
          {t('已办{done}项，未办成{failed}项，共{all}项', {
            done: count('done'),
            failed: failed.length,
            all: orders.length,
          })}
        </b>
      </p>
      <ul className="batch-results">
        {orders.map(({ key, row }) => (
          <li key={key}>
            <span>{row.title}</span>
            <Result outcome={outcomes.get(key) ?? { status: 'waiting' }} />
          </li>
        ))}
      </ul>
      {!busy && failed.length > 0 && (
        <Button size="small" onClick={() => again(failed)}>
          {t('未办成的再试一次')}
        </Button>
      )}
    </section>
  );
}

function Result({ outcome }: { outcome: Outcome }): ReactElement {
  if (outcome.status === 'done') return <span className="fits">✓ {t('现为“{label}”', { label: outcome.label })}</span>;
  if (outcome.status === 'refused') return <span className="fails">✕ {sentenceOf(outcome.error)}</span>;
  return <span className="muted">{outcome.status === 'sending' ? t('提交中……') : t('等待')}</span>;
}
