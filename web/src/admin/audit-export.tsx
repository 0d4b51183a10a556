import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Query, withQuery } from '../api/client.js';
import { download } from '../api/download.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';

const SHORTEST_PURPOSE = 5;

/** Taking the records that are shown out of the product, for a purpose that is put on record with them. */
export function AuditExport({ filter }: { filter: Query }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [format, setFormat] = useState('csv');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => download(withQuery('audit/export', { ...filter, format }), purpose.trim()),
    onSuccess: () => {
      setOpen(false);
      setPurpose('');
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('导出')}</Button>
      <Modal
        open={isOpen}
        title={t('导出审计记录')}
        okText={t('导出')}
        cancelText={t('取消')}
        okButtonProps={{ disabled: purpose.trim().length < SHORTEST_PURPOSE }}
        confirmLoading={isPending}
        onOk={() => mutate()}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <Field label={t('用途')} required hint={t('5 到 200 字，记入审计。')}>
            <Input.TextArea
              value={purpose}
              maxLength={200}
              rows={2}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </Field>
          <Radio.Group
            aria-label={t('格式')}
            value={format}
            options={[
              { value: 'csv', label: t('表格（CSV）') },
              { value: 'ndjson', label: t('逐行 JSON，可独立复核') },
            ]}
            onChange={(event) => setFormat(String(event.target.value))}
          />
          {error !== null && <ErrorNote error={error} />}
        </div>
      </Modal>
    </>
  );
}
