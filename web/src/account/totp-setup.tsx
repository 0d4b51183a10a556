import { useMutation } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { post } from '../api/client.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';

interface NewTotp {
  secret: string;
  uri: string;
}

const inFours = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ');

/** Setting up an authenticator: its secret as a picture drawn here, its first code, then the recovery codes, shown once. */
export function TotpSetup({ onDone }: { onDone: () => void }): ReactElement {
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => post<NewTotp>('session/second-factors/totp', {}) });
  const confirm = useMutation({
    mutationFn: () => post<{ recoveryCodes: string[] }>('session/second-factors/totp/confirm', { code: code.trim() }),
  });
  const { mutate: start } = begin;
  useEffect(() => start(), [start]);

  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  return (
    <div className="stack">
      {begin.error !== null && <ErrorNote error={begin.error} retry={() => start()} />}
      {begin.data && (
        <>
          <p>{t('一、用手机上的验证器程序（支持 TOTP 的都可以）扫描下图；不能扫描时手工录入密钥。')}</p>
          <QRCode
            value={begin.data.uri}
            size={176}
            bordered
            type="svg"
            aria-label={t('验证器密钥的二维码，与下面的密钥相同')}
          />
          <p>
            {t('密钥')} <code>{inFours(begin.data.secret)}</code>
          </p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              confirm.mutate();
            }}
          >
            <Field label={t('二、输入验证器显示的六位数字')} required>
              <Input
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                onChange={(event) => setCode(event.target.value)}
              />
            </Field>
            {confirm.error !== null && <ErrorNote error={confirm.error} />}
            <Button type="primary" htmlType="submit" disabled={code.trim().length !== 6} loading={confirm.isPending}>
              {t('登记验证器')}
            </Button>
          </form>
        </>
      )}
    </div>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }): ReactElement {
  return (
    <div className="stack">
      <p>
        <strong>{t('验证器已登记。下面的恢复码只显示这一次，每个可用一次。')}</strong>
      </p>
      <p className="muted">{t('手机丢失或更换时，用恢复码代替验证码登录。请抄写或打印后妥善保管，不要存放在本机。')}</p>
      <ol className="recovery-codes" aria-label={t('恢复码')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button type="primary" onClick={onDone}>
        {t('已妥善保管，完成')}
      </Button>
    </div>
  );
}
