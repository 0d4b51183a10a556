import { Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '../api/client.js';
import { download } from '../api/download.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';

/** A workbook is personal data in bulk: whoever takes it out says what for. */
export function ExportWorkbook({ asOf, onClose }: { asOf: string | null; onClose: () => void }): ReactElement {
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      await download(withQuery('exports/workbook', { asOf }), purpose);
      onClose();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('导出工作簿')}
      okText={t('导出')}
      cancelText={t('取消')}
      confirmLoading={busy}
      okButtonProps={{ disabled: purpose.trim() === '' }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t('导出您范围内的单位、班子、职位、干部和任职，身份证号以掩码显示；用途记入审计。')}</p>
        <Field label={t('用途')} required>
          <Input value={purpose} maxLength={200} onChange={(event) => setPurpose(event.target.value)} />
        </Field>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Modal>
  );
}
