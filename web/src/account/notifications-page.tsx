import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { get, put } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';

interface Robot {
  enabled: boolean;
  account: string | null;
}

interface Preference {
  email: { enabled: boolean; address: string | null };
  wecom: Robot;
  dingtalk: Robot;
  mutedKinds: string[];
  digestMinutes: number;
}

const preferenceQuery = queryOptions({
  queryKey: ['account', 'notification-preferences'],
  queryFn: ({ signal }) => get<Preference>('notification-preferences', {}, signal),
});

const KINDS = [
  { value: 'step', label: t('轮到我办理') },
  { value: 'reminder', label: t('期限提醒') },
  { value: 'escalation', label: t('逾期上报') },
  { value: 'ended', label: t('我的事项办结') },
  { value: 'copy', label: t('抄送给我') },
];

const FEWEST_MINUTES = 5;
const MOST_MINUTES = 480;

/** What somebody wants to be told outside the product, and where. Within the product everything is shown all the same. */
export default function NotificationsPage(): ReactElement {
  const { data, error, refetch } = useQuery(preferenceQuery);
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <h1>{t('外发通知')}</h1>
      </header>
      <p className="muted">
        {t('系统内的通知始终有。这里决定是否另外发到邮箱或群机器人；外发的消息只说有几件待看，不含姓名、单位和职务。')}
      </p>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <PreferenceForm preference={data} />}
    </div>
  );
}

interface Values extends Omit<Preference, 'mutedKinds'> {
  /** Kinds that do go out: what the form asks is the other way round from what is stored. */
  kinds: string[];
}

function PreferenceForm({ preference }: { preference: Preference }): ReactElement {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ kinds, ...rest }: Values) => put<Preference>('notification-preferences', stored(rest, kinds)),
    onSuccess: (now) => {
      client.setQueryData(preferenceQuery.queryKey, now);
      void message.success(t('已保存。'));
    },
  });
  const { mutedKinds, ...rest } = preference;
  const kinds = KINDS.map(({ value }) => value).filter((kind) => !mutedKinds.includes(kind));
  return (
    <Form
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...rest, kinds }}
      onFinish={mutate}
      aria-label={t('外发通知')}
    >
      <Way name="email" field="address" label={t('电子邮件')} hint={t('接收地址')} />
      <Way name="wecom" field="account" label={t('企业微信群机器人')} hint={t('本人在该平台的用户标识')} />
      <Way name="dingtalk" field="account" label={t('钉钉群机器人')} hint={t('本人在该平台的用户标识')} />
      <Form.Item name="kinds" label={t('哪些通知外发')}>
        <Checkbox.Group options={KINDS} />
      </Form.Item>
      <Form.Item name="digestMinutes" label={t('每隔多久最多外发一条（分钟）')}>
        <InputNumber min={FEWEST_MINUTES} max={MOST_MINUTES} precision={0} />
      </Form.Item>
      {error !== null && <ErrorNote error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('保存')}
      </Button>
    </Form>
  );
}

function Way(props: { name: string; field: string; label: string; hint: string }): ReactElement {
  const { name, field, label, hint } = props;
  return (
    <div className="way">
      <Form.Item name={[name, 'enabled']} valuePropName="checked" noStyle>
        <Checkbox>{label}</Checkbox>
      </Form.Item>
      <Form.Item name={[name, field]} noStyle>
        <Input className="way-address" aria-label={`${label} ${hint}`} placeholder={hint} maxLength={200} />
      </Form.Item>
    </div>
  );
}

/** As the server keeps it: an empty address is none. */
function stored({ email, wecom, dingtalk, digestMinutes }: Omit<Values, 'kinds'>, kinds: string[]): Preference {
  const none = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());
  return {
    email: { enabled: email.enabled, address: none(email.address) },
    wecom: { enabled: wecom.enabled, account: none(wecom.account) },
    dingtalk: { enabled: dingtalk.enabled, account: none(dingtalk.account) },
    mutedKinds: KINDS.map(({ value }) => value).filter((kind) => !kinds.includes(kind)),
    digestMinutes,
  };
}
