import { Button, Segmented } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { fetched } from '../ui/fetched.js';
import { t } from '../ui/t.js';
import type { ChartOption } from './chart.js';

const Chart = fetched(() => import('./chart.js'), <div className="chart-box" aria-busy="true" />);

interface Props {
  title: string;
  note?: ReactNode;
  option: ChartOption | null;
  /** Says the same in numbers that lead on. */
  table: ReactNode;
  /** Where the numbers are to be had as a workbook. */
  workbook: string;
  onPick?: (index: number, series: string) => void;
  wide?: boolean;
}

/** A chart with its twin: the same numbers as a table, as a picture and as a workbook. */
export function ChartCard({ title, note, option, table, workbook, onPick, wide }: Props): ReactElement {
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const save = async (): Promise<void> => {
    const { savePng } = await import('./chart.js');
    if (option !== null) savePng(option, title);
  };
  return (
    <section className={wide === true ? 'card chart-card wide' : 'card chart-card'} aria-label={title}>
      <header className="card-head">
        <h2>{title}</h2>
        <div className="chart-tools">
          <Segmented
            size="small"
            aria-label={t('显示方式')}
            value={shown}
            options={[
              { value: 'chart', label: t('图') },
              { value: 'table', label: t('表') },
            ]}
            onChange={setShown}
          />
          <Button size="small" disabled={option === null} onClick={() => void save()}>
            PNG
          </Button>
          <Button size="small" href={workbook} download>
            XLSX
          </Button>
        </div>
      </header>
      {note !== undefined && <p className="small muted chart-note">{note}</p>}
      <div className={shown === 'chart' ? 'chart-place' : 'chart-place as-table'}>
        {shown === 'table' && table}
        {shown === 'chart' && option !== null && (
          <Chart option={option} label={t('{title}。同样的数字见“表”。', { title })} onPick={onPick} />
        )}
      </div>
    </section>
  );
}
