import { Alert, Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { t } from '../ui/t.js';

export interface Remark {
  place: string;
  what: string;
  value: string;
  message: string;
}

interface Props {
  /** Faults that must be put right in the file. */
  faults: readonly Remark[];
  notices: readonly Remark[];
  /** People of whom nobody has said yet who they are. */
  open: number;
  /** Said once everything is stored; null before. */
  stored: string | null;
  busy: boolean;
  store: () => void;
}

/** What there is to do next: put right, decide, or store. */
export function Outcome({ faults, notices, open, stored, busy, store }: Props): ReactElement {
  const kind = faults.length > 0 ? 'error' : open > 0 ? 'warning' : 'success';
  const title =
    faults.length > 0
      ? t('有{n}处错误，什么都没有入库', { n: faults.length })
      : open > 0
        ? t('有{n}人须先指定对应的干部', { n: open })
        : (stored ?? t('核对通过，可以入库'));
  return (
    <section className="stack" aria-live="polite">
      <Alert
        showIcon
        type={kind}
        title={title}
        description={faults.length > 0 ? t('请在文件里更正后重新选择。') : undefined}
        action={
          faults.length > 0 || stored !== null ? undefined : (
            <Button type="primary" loading={busy} disabled={open > 0} onClick={store}>
              {t('确认入库')}
            </Button>
          )
        }
      />
      <Remarks title={t('错误')} remarks={faults} />
      <Remarks title={t('提示（不影响入库）')} remarks={notices} />
    </section>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }): ReactElement | null {
  if (remarks.length === 0) return null;
  return (
    <section>
      <h2>
        {title} {remarks.length}
      </h2>
      <Table
        size="small"
        rowKey={({ place, what, message, value }) => `${place}/${what}/${value}/${message}`}
        dataSource={[...remarks]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        columns={[
          { title: t('文件或行'), dataIndex: 'place', width: 220 },
          { title: t('内容项'), dataIndex: 'what', width: 130 },
          { title: t('现有内容'), dataIndex: 'value', width: 150 },
          { title: t('怎么改'), dataIndex: 'message' },
        ]}
      />
    </section>
  );
}
