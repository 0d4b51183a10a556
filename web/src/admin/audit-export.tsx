import { Button, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Query, withQuery } from '../api/client.js';
import { PurposeDialog } from '../ui/purpose-dialog.js';
import { t } from '../ui/t.js';

/** Taking the records that are shown out of the product, for a purpose that is put on record with them. */
export function AuditExport({ filter }: { filter: Query }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [format, setFormat] = useState('csv');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('导出')}</Button>
      {isOpen && (
        <PurposeDialog
          title={t('导出审计记录')}
          path={withQuery('audit/export', { ...filter, format })}
          note={t('按当前筛选导出。')}
          onClose={() => setOpen(false)}
        >
          <Radio.Group
            aria-label={t('格式')}
            value={format}
            options={[
              { value: 'csv', label: t('表格（CSV）') },
              { value: 'ndjson', label: t('逐行 JSON，可独立复核') },
            ]}
            onChange={(event) => setFormat(String(event.target.value))}
          />
        </PurposeDialog>
      )}
    </>
  );
}
