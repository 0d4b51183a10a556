import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Tag } from 'antd';
import { type ReactElement, useState } from 'react';
import { post, remove } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { momentText } from '../ui/time.js';
import { type SecondFactors as Factors, secondFactorsQuery } from './account-api.js';
import { hasPasskeys, makePasskey } from './passkey.js';
import { TotpSetup } from './totp-setup.js';

/** What the account has besides the password: an authenticator with recovery codes, and passkeys. */
export function SecondFactors(): ReactElement {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(secondFactorsQuery());
  const refresh = (): void => void client.invalidateQueries({ queryKey: ['account'] });
  const removal = useMutation({ mutationFn: remove, onSuccess: refresh });
  const close = (): void => {
    setOpen(false);
    refresh();
  };
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <p className="muted">{t('正在读取……')}</p>;
  return (
    <div className="stack">
      {removal.error !== null && <ErrorNote error={removal.error} />}
      <p>
        {t('验证器')} {data.totp ? <Tag color="green">{t('已登记')}</Tag> : <Tag>{t('未设置')}</Tag>}
        {data.totp && <span className="muted">{t('恢复码还剩 {n} 个', { n: data.recoveryCodesLeft })}</span>}
      </p>
      {data.totp ? (
        <Popconfirm
          title={t('移除验证器？恢复码同时作废。')}
          onConfirm={() => removal.mutate('session/second-factors/totp')}
        >
          <Button>{t('移除验证器')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('设置验证器')}
        </Button>
      )}
      <Passkeys
        factors={data}
        onChange={refresh}
        remove={(id) => removal.mutate(`session/second-factors/passkeys/${id}`)}
      />
      <Modal open={isOpen} title={t('设置验证器')} footer={null} destroyOnHidden onCancel={close}>
        <TotpSetup onDone={close} />
      </Modal>
    </div>
  );
}

interface PasskeysProps {
  factors: Factors;
  onChange: () => void;
  remove: (id: number) => void;
}

function Passkeys({ factors, onChange, remove: take }: PasskeysProps): ReactElement {
  const [label, setLabel] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const options = await post<Record<string, unknown>>('session/second-factors/passkeys/options', {});
      const credential = await makePasskey(options);
      return post('session/second-factors/passkeys', { label: label.trim(), credential });
    },
    onSuccess: () => {
      setLabel('');
      onChange();
    },
  });
  return (
    <>
      <p>{t('通行密钥（本机或安全钥匙）')}</p>
      <ul className="comments">
        {factors.passkeys.map(({ id, label: name, createdAt, lastUsedAt }) => (
          <li key={id}>
            {name}{' '}
            <span className="muted">
              {t('{day} 登记', { day: momentText(createdAt) })}
              {lastUsedAt !== null && ` · ${t('{day} 用过', { day: momentText(lastUsedAt) })}`}
            </span>{' '}
            <Button size="small" onClick={() => take(id)}>
              {t('移除')}
            </Button>
          </li>
        ))}
      </ul>
      {add.error !== null && <ErrorNote error={add.error} />}
      {hasPasskeys() ? (
        <div className="filters">
          <Input
            aria-label={t('通行密钥名称')}
            placeholder={t('名称，如：办公室电脑')}
            className="filter-unit"
            maxLength={40}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
          <Button disabled={label.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
            {t('添加通行密钥')}
          </Button>
        </div>
      ) : (
        <p className="muted">{t('此浏览器不支持通行密钥，或未经加密连接打开。')}</p>
      )}
    </>
  );
}
