import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';

interface Given {
  username: string;
  displayName: string;
  password: string;
}

/** Making an account: without a role, and with a password that serves for one sign-in. */
export function NewUser({ onDone }: { onDone: () => void }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Given>();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (given: Given) => post('users', given),
    onSuccess: () => {
      close();
      onDone();
    },
  });
  const close = (): void => {
    setOpen(false);
    reset();
    form.resetFields();
  };
  const required = [{ required: true, message: t('请填写') }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('新建账户')}
      </Button>
      <Modal
        open={isOpen}
        title={t('新建账户')}
        okText={t('建立')}
        cancelText={t('取消')}
        confirmLoading={isPending}
        onOk={() => form.submit()}
        onCancel={close}
      >
        <Form form={form} layout="vertical" requiredMark={false} onFinish={mutate}>
          <Form.Item name="displayName" label={t('姓名')} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="username"
            label={t('用户名')}
            rules={required}
            extra={t('字母开头，2 到 32 个小写字母、数字、点、横线或下划线；建立后不能更改。')}
          >
            <Input maxLength={32} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('初始口令')}
            rules={required}
            extra={t('只用于首次登录，本人登录后须立即更改。请当面或另行告知。')}
          >
            <Input.Password maxLength={200} autoComplete="new-password" />
          </Form.Item>
        </Form>
        {error !== null && <ErrorNote error={error} />}
      </Modal>
    </>
  );
}
