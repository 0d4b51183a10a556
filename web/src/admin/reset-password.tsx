import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';
import type { User } from './admin-api.js';

/** A new password for somebody who lost theirs: serves for one sign-in, lifts a lock, ends every session. */
export function ResetPassword({ user }: { user: User }): ReactElement {
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => post(`users/${user.id}/password`, { password }),
    onSuccess: () => {
      close();
      void message.success(t('已重置 {name} 的口令，其全部会话已结束。', { name: user.displayName }));
    },
  });
  const close = (): void => {
    setOpen(false);
    setPassword('');
    reset();
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('重置口令')}
      </Button>
      <Modal
        open={isOpen}
        title={t('重置 {name} 的口令', { name: user.displayName })}
        okText={t('重置')}
        cancelText={t('取消')}
        okButtonProps={{ disabled: password === '' }}
        confirmLoading={isPending}
        onOk={() => mutate()}
        onCancel={close}
      >
        <Field label={t('初始口令')} required hint={t('只用于一次登录，本人登录后须立即更改。请当面或另行告知。')}>
          <Input.Password
            value={password}
            maxLength={200}
            autoComplete="new-password"
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {error !== null && <ErrorNote error={error} />}
      </Modal>
    </>
  );
}
