import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import type { ChannelView } from './channel-types.js';

/** Sends one message at once; the other side's reason is shown when it does not go out. */
export function TestMessage({ channel: { name } }: { channel: ChannelView }): ReactElement {
  const [to, setTo] = useState('');
  const { mutate, isPending, error, isSuccess, reset } = useMutation({
    mutationFn: (address: string) => post(`channels/${name}/test`, { to: address }),
  });
  return (
    <form
      className="stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(to.trim());
      }}
    >
      <div className="inline">
        <Input
          size="small"
          aria-label={name === 'email' ? t('测试收件地址') : t('测试接收人的平台用户标识')}
          placeholder={name === 'email' ? t('收件地址') : t('平台用户标识')}
          type={name === 'email' ? 'email' : 'text'}
          value={to}
          onChange={(event) => {
            setTo(event.target.value);
            reset();
          }}
        />
        <Button size="small" htmlType="submit" disabled={to.trim() === ''} loading={isPending}>
          {t('发测试消息')}
        </Button>
      </div>
      {isSuccess && <p role="status">✓ {t('已发出，请在对方查看是否收到。')}</p>}
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
