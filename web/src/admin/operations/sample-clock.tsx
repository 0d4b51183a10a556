import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import { sampleClockQuery } from '../queries.js';

/** The sample profile alone: time goes on at once, so that reminders and deadlines can be seen. */
export function SampleClock(): ReactElement | null {
  const client = useQueryClient();
  const { data, error } = useQuery(sampleClockQuery);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(0);
  const advance = async (days: number): Promise<void> => {
    setBusy(days);
    setFault(null);
    try {
      await post('sample/clock', { days });
      await client.invalidateQueries();
    } catch (problem) {
      setFault(problem);
    } finally {
      setBusy(0);
    }
  };
  if (error instanceof Problem && error.status === 404) return null;
  return (
    <section className="card stack" aria-label={t('示例时钟')}>
      <header className="card-head">
        <h2>{t('示例时钟')}</h2>
        <span className="muted">{t('只在示例环境里有：把时间往前拨，看提醒、逾期和季度摸底。不能往回拨。')}</span>
      </header>
      {data && <p>{t('现在是{moment}', { moment: momentText(data.now) })}</p>}
      {fault !== null && <ErrorNote error={fault} />}
      <div className="buttons">
        {[1, 7, 30].map((days) => (
          <Button key={days} loading={busy === days} disabled={busy !== 0} onClick={() => void advance(days)}>
            {t('往前{n}天', { n: days })}
          </Button>
        ))}
      </div>
    </section>
  );
}
