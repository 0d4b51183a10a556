import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { post } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { useFilters } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import { deliveriesQuery } from './channel-queries.js';
import type { ChannelView, DeliveryState, DeliveryView } from './channel-types.js';

const STATES: readonly { value: DeliveryState; label: string }[] = [
  { value: 'dead', label: t('已停止重试') },
  { value: 'failed', label: t('失败待重试') },
  { value: 'waiting', label: t('待发') },
];

const NOTHING: Readonly<Record<DeliveryState, string>> = {
  dead: t('没有停止重试的消息。'),
  failed: t('没有发送失败的消息。'),
  waiting: t('没有等待发送的消息。'),
};

/** Messages that have not gone out, why, and trying again. */
export function Deliveries({ channels }: { channels: readonly ChannelView[] }): ReactElement {
  const [search, change] = useFilters();
  const state = STATES.find(({ value }) => value === search.get('state'))?.value ?? 'dead';
  const list = useInfiniteQuery(deliveriesQuery(state));
  const rows = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const labelOf = ({ channel }: DeliveryView): string =>
    channels.find(({ name }) => name === channel)?.label ?? channel;
  return (
    <section className="card" aria-label={t('未发出的消息')} aria-busy={list.isPending}>
      <header className="card-head">
        <h2>{t('未发出的消息')}</h2>
        <Segmented
          size="small"
          value={state}
          options={[...STATES]}
          onChange={(next) => change({ state: next === 'dead' ? null : next })}
        />
      </header>
      {list.error !== null && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="muted">{NOTHING[state]}</p>}
      {rows.length > 0 && (
        <div className="table-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('渠道')}</th>
                <th scope="col">{t('账户')}</th>
                <th scope="col">{t('产生')}</th>
                <th scope="col">{t('已试')}</th>
                <th scope="col">{t('下次')}</th>
                <th scope="col">{t('原因')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('操作')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} label={labelOf(row)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('更多')}
        </Button>
      )}
    </section>
  );
}

function Row({ row, label }: { row: DeliveryView; label: string }): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post(`deliveries/${row.id}/retry`, {}),
    onSuccess: () => {
      void message.success(t('已重新排队发送。'));
      void client.invalidateQueries({ queryKey: ['admin', 'deliveries'] });
      void client.invalidateQueries({ queryKey: ['admin', 'channels'] });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const { user, createdAt, attempts, nextAttemptAt, lastError, state } = row;
  return (
    <tr>
      <td>{label}</td>
      <td>{user.username}</td>
      <td className="day-cell">{momentText(createdAt)}</td>
      <td className="day-cell">{t('{n}次', { n: attempts })}</td>
      <td className="day-cell">{state === 'dead' ? '—' : momentText(nextAttemptAt)}</td>
      <td>{lastError ?? '—'}</td>
      <td className="row-buttons">
        <Button
          size="small"
          loading={isPending}
          aria-label={t('重新发送给{name}', { name: user.username })}
          onClick={() => mutate()}
        >
          {t('重新发送')}
        </Button>
      </td>
    </tr>
  );
}
