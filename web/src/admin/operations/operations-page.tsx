import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Problem } from '../../api/problem.js';
import { useSession } from '../../app/current-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import type { Operations } from '../admin-types.js';
import { operationsQuery } from '../queries.js';
import { SampleClock } from './sample-clock.js';

/** What runs behind the pages: queues, workers, reminders on their way. Numbers alone, nobody's data. */
export default function OperationsPage(): ReactElement {
  const { profile } = useSession();
  const { data, error, refetch } = useQuery(operationsQuery);
  const missing = error instanceof Problem && error.status === 404;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('运行情况')}</h1>
        <span className="muted">{t('每15秒更新一次')}</span>
      </header>
      {missing && (
        <EmptyState
          title={t('这台服务器不提供运行情况')}
          hint={t('升级服务器后再看；健康检查见 /health/live、/health/ready。')}
        />
      )}
      {error !== null && !missing && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <Figures operations={data} />}
      {data && <Queues queues={data.queues} />}
      {data && <Workers workers={data.workers} />}
      {profile === 'sample' && <SampleClock />}
    </div>
  );
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** In the largest unit that says enough; '—' for nothing. */
function ageText(seconds: number | null): string {
  if (seconds === null) return '—';
  if (seconds < 2 * MINUTE) return t('{n}秒', { n: Math.round(seconds) });
  if (seconds < 2 * HOUR) return t('{n}分钟', { n: Math.round(seconds / MINUTE) });
  if (seconds < 2 * DAY) return t('{n}小时', { n: Math.round(seconds / HOUR) });
  return t('{n}天', { n: Math.round(seconds / DAY) });
}

function Figures({ operations: { reminders, outbox, calendar } }: { operations: Operations }): ReactElement {
  const figures: [string, string | number][] = [
    [t('待发提醒'), reminders.waiting],
    [t('最早一条已到时'), ageText(reminders.oldestDueSeconds)],
    [t('待投递消息'), outbox.waiting],
    [t('最早一条等了'), ageText(outbox.oldestSeconds)],
    [t('已停止重试'), outbox.dead],
    [t('日历还有'), t('{n}天', { n: calendar.daysLeft })],
  ];
  return (
    <dl className="totals" aria-label={t('概况')}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Queues({ queues }: Pick<Operations, 'queues'>): ReactElement {
  return (
    <section className="card" aria-label={t('队列')}>
      <header className="card-head">
        <h2>{t('队列')}</h2>
        <span className="muted">{t('队列只负责唤醒；该做的事都记在数据库里，队列清空也不会漏。')}</span>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('名称')}</th>
            <th scope="col" className="number">
              {t('等待')}
            </th>
            <th scope="col" className="number">
              {t('进行')}
            </th>
            <th scope="col" className="number">
              {t('延后')}
            </th>
            <th scope="col" className="number">
              {t('失败')}
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.length === 0 && <Nothing columns={5}>{t('没有队列在运行：请检查工作进程是否已启动。')}</Nothing>}
          {queues.map(({ name, waiting, active, delayed, failed }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="number">{waiting ?? '—'}</td>
              <td className="number">{active ?? '—'}</td>
              <td className="number">{delayed ?? '—'}</td>
              <td className={failed !== null && failed > 0 ? 'number fails' : 'number'}>{failed ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Workers({ workers }: Pick<Operations, 'workers'>): ReactElement {
  return (
    <section className="card" aria-label={t('工作进程')}>
      <header className="card-head">
        <h2>{t('工作进程')}</h2>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('名称')}</th>
            <th scope="col">{t('上次巡查')}</th>
            <th scope="col">{t('状态')}</th>
          </tr>
        </thead>
        <tbody>
          {workers.length === 0 && (
            <Nothing columns={3}>
              {t('没有工作进程报到：提醒和消息暂不发出，启动 npm run start:worker 后自动补发。')}
            </Nothing>
          )}
          {workers.map(({ id, lastSweepAt, stuck }) => (
            <tr key={id}>
              <td>{id}</td>
              <td className="day-cell">{lastSweepAt === null ? '—' : momentText(lastSweepAt)}</td>
              <td className={stuck ? 'fails' : 'fits'}>{stuck ? `✕ ${t('停滞')}` : `✓ ${t('正常')}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What an empty table means, and what to do. */
function Nothing({ columns, children }: { columns: number; children: string }): ReactElement {
  return (
    <tr>
      <td colSpan={columns} className="muted">
        {children}
      </td>
    </tr>
  );
}
