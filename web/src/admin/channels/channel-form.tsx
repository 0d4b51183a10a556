import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { put } from '../../api/client.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { channelsQuery } from './channel-queries.js';
import type { ChannelName, ChannelView } from './channel-types.js';

type Values = Record<string, unknown>;

interface FieldSpec {
  name: string;
  label: string;
  kind: 'text' | 'port' | 'tls' | 'secret';
  required?: boolean;
  hint?: string;
}

const KEPT = t('不填则沿用已保存的');

/** What each channel asks for; the server says what is wrong with it. */
const FIELDS: Readonly<Record<ChannelName, readonly FieldSpec[]>> = {
  email: [
    { name: 'host', label: t('邮件服务器'), kind: 'text', required: true },
    { name: 'port', label: t('端口'), kind: 'port', required: true },
    { name: 'tls', label: t('加密方式'), kind: 'tls', required: true },
    { name: 'from', label: t('发件地址'), kind: 'text', required: true },
    { name: 'username', label: t('登录名'), kind: 'text' },
    { name: 'password', label: t('邮箱口令'), kind: 'secret', hint: KEPT },
  ],
  wecom: [
    { name: 'host', label: t('主机'), kind: 'text', hint: t('须在 ROBOT_HOSTS 之内；默认 qyapi.weixin.qq.com') },
    { name: 'key', label: t('机器人地址中的 key'), kind: 'secret', hint: KEPT },
  ],
  dingtalk: [
    { name: 'host', label: t('主机'), kind: 'text', hint: t('须在 ROBOT_HOSTS 之内；默认 oapi.dingtalk.com') },
    { name: 'accessToken', label: t('机器人地址中的 access_token'), kind: 'secret', hint: KEPT },
    { name: 'secret', label: t('加签密钥'), kind: 'secret', hint: KEPT },
  ],
};

const TLS = [
  { value: 'implicit', label: t('直接加密（常用465端口）') },
  { value: 'starttls', label: t('升级加密（常用587端口）') },
  { value: 'none', label: t('不加密（只用于内网）') },
];

/** How a channel is reached. Secrets go in and never come out: an empty field keeps the one that is stored. */
export function ChannelForm({ channel, onDone }: { channel: ChannelView; onDone: () => void }): ReactElement {
  const { name, settings, enabled } = channel;
  const client = useQueryClient();
  const { message } = App.useApp();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: Values) => put<ChannelView>(`channels/${name}`, filled(values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey });
      void message.success(t('已保存。'));
      onDone();
    },
  });
  const start = { port: 465, tls: 'implicit', ...settings, enabled };
  return (
    <Form layout="vertical" size="small" requiredMark={false} initialValues={start} onFinish={mutate}>
      {FIELDS[name].map(({ name: field, label, kind, required, hint }) => (
        <Form.Item
          key={field}
          name={field}
          label={label}
          extra={hint}
          rules={required === true ? [{ required: true, message: t('请填写') }] : []}
        >
          {controlOf(kind)}
        </Form.Item>
      ))}
      <Form.Item name="enabled" label={t('启用')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button type="primary" size="small" htmlType="submit" loading={isPending}>
          {t('保存')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('取消')}
        </Button>
      </div>
    </Form>
  );
}

function controlOf(kind: FieldSpec['kind']): ReactElement {
  if (kind === 'secret') return <Input.Password autoComplete="new-password" />;
  if (kind === 'port') return <InputNumber min={1} max={65_535} precision={0} />;
  if (kind === 'tls') return <Select options={TLS} />;
  return <Input autoComplete="off" />;
}

/** What was left empty is not sent: the server takes it as "as before". */
function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
