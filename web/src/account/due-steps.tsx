import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import type { Session } from '../api/types.js';
import { ErrorNote } from '../ui/error-note.js';
import { Field } from '../ui/field.js';
import { t } from '../ui/t.js';
import { answerWithPasskey, hasPasskeys } from './passkey.js';
import { PasswordForm } from './password-form.js';
import { TotpSetup } from './totp-setup.js';

interface Props {
  session: Session;
  /** The session as it goes on, under a new cookie. */
  onSession: (session: Session) => void;
  /** Something was done: ask the server what is left. */
  onStep: () => void;
}

/** What the server asks for before anything else, the first of it: the second factor, a new password, or setting one up. */
export function DueStep({ session, onSession, onStep }: Props): ReactElement {
  const [first] = session.due;
  if (first === 'second-factor') {
    return (
      <>
        <h1>{t('请出示第二因素')}</h1>
        <SecondFactor onSession={onSession} />
      </>
    );
  }
  if (first === 'password') {
    return (
      <>
        <h1>{t('请先修改口令')}</h1>
        <p className="hint">{t('口令由他人设置，或已到更换期限。')}</p>
        <PasswordForm onDone={onStep} />
      </>
    );
  }
  return (
    <>
      <h1>{t('请登记第二因素')}</h1>
      <p className="hint">{t('您的职责要求两种方式证明身份，登记后才能使用系统。')}</p>
      <TotpSetup onDone={onStep} />
    </>
  );
}

function SecondFactor({ onSession }: Pick<Props, 'onSession'>): ReactElement {
  const [code, setCode] = useState('');
  const byCode = useMutation({
    mutationFn: () => post<Session>('session/second-factor', { code: code.trim() }),
    onSuccess: onSession,
    onError: () => setCode(''),
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await post<Record<string, unknown>>('session/second-factor/passkey/options', {});
      return post<Session>('session/second-factor/passkey', { credential: await answerWithPasskey(options) });
    },
    onSuccess: onSession,
  });
  const fault = byCode.error ?? byPasskey.error;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    byCode.mutate();
  };
  return (
    <form onSubmit={send}>
      <Field label={t('验证器的六位数字，或一个恢复码')} required>
        <Input
          autoFocus
          value={code}
          autoComplete="one-time-code"
          maxLength={24}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      {fault !== null && <ErrorNote error={fault} />}
      <Button type="primary" htmlType="submit" disabled={code.trim().length < 6} loading={byCode.isPending}>
        {t('继续')}
      </Button>
      {hasPasskeys() && (
        <Button loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
          {t('使用通行密钥')}
        </Button>
      )}
    </form>
  );
}
