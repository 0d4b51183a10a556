import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { download } from '../api/download.js';
import { ErrorNote } from './error-note.js';
import { Field } from './field.js';
import { t } from './t.js';

interface Props {
  title: string;
  /** Below /api/v1/. */
  path: string;
  /** What the file holds. */
  note: string;
  /** What may be chosen before. */
  children?: ReactNode;
  onClose: () => void;
}

/** Characters; less says nothing to whoever reads the record. */
const LEAST = 5;

/** A file of people, or of what people did: whoever takes it out says what for, and that is on record before it leaves. */
export function PurposeDialog({ title, path, note, children, onClose }: Props): ReactElement {
  const [purpose, setPurpose] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => download(path, purpose.trim()),
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={title}
      okText={t('导出')}
      cancelText={t('取消')}
      confirmLoading={isPending}
      okButtonProps={{ disabled: purpose.trim().length < LEAST }}
      onOk={() => mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{note}</p>
        {children}
        <Field label={t('用途')} required hint={t('5 到 200 字，记入审计。')}>
          <Input value={purpose} maxLength={200} onChange={({ target }) => setPurpose(target.value)} />
        </Field>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Modal>
  );
}
