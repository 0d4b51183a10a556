import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '../api/client.js';
import { download } from '../api/download.js';
import { printingQuery } from '../api/queries.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';

/** The approval form of a person, for those who may see an ID number; what for is on record before it leaves. */
export function TakeApprovalForm({ code }: { code: string }): ReactElement | null {
  const { imports } = abilitiesOf(useSession());
  const [open, setOpen] = useState(false);
  if (!imports) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('导出任免审批表')}</Button>
      {open && <TakeDialog code={code} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeDialog({ code, onClose }: { code: string; onClose: () => void }): ReactElement {
  const [purpose, setPurpose] = useState('');
  const [format, setFormat] = useState('lrmx');
  const { data: printing } = useQuery(printingQuery);
  const path = withQuery(`cadres/${encodeURIComponent(code)}/approval-form`, { format });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => download(path, purpose.trim()),
    onSuccess: onClose,
  });
  const formats = [
    { value: 'lrmx', label: 'lrmx' },
    { value: 'docx', label: 'DOCX' },
    ...(printing?.pdf.available === true ? [{ value: 'pdf', label: 'PDF' }] : []),
  ];
  return (
    <Modal
      open
      title={t('导出任免审批表')}
      okText={t('导出')}
      cancelText={t('取消')}
      confirmLoading={isPending}
      okButtonProps={{ disabled: purpose.trim() === '' }}
      onOk={() => mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">
          {t('lrmx 含完整身份证号；没有导入过的，以名册和干部情况生成；导入后有更新的，以更新后的为准。')}
        </p>
        <Radio.Group options={formats} value={format} onChange={({ target }) => setFormat(String(target.value))} />
        <Field label={t('用途')} required>
          <Input value={purpose} maxLength={200} onChange={({ target }) => setPurpose(target.value)} />
        </Field>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Modal>
  );
}
