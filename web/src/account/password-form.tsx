import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { post } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';

interface Passwords {
  current: string;
  next: string;
  again: string;
}

/** Changing one's own password; every other session of the account ends with it. */
export function PasswordForm({ onDone }: { onDone: () => void }): ReactElement {
  const [form] = Form.useForm<Passwords>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ current, next }: Passwords) => post('session/password', { current, next }),
    onSuccess: () => {
      form.resetFields();
      onDone();
    },
  });
  const required = [{ required: true, message: t('请填写') }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={mutate} aria-label={t('修改口令')}>
      <Form.Item name="current" label={t('现口令')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('新口令')}
        rules={required}
        extra={t('至少 10 个字符，大写字母、小写字母（或汉字）、数字、符号四类中至少三类，不含用户名。')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('再输一次新口令')}
        dependencies={['next']}
        rules={[
          ...required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('两次输入不同'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {error !== null && <ErrorNote error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('修改口令')}
      </Button>
    </Form>
  );
}
