import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import type { Session } from '../api/types.js';
import { t } from '../ui/t.js';
import { BrandMark } from './brand-mark.js';
import { IS_SAMPLE } from './page-notes.js';
import { SAMPLE_SIGN_INS } from './sample.js';
import { signIn } from './sign-in.js';
import { SignInWays } from './sign-in-ways.js';

interface Props {
  /** Whose session has just ended; null on a first visit. */
  ended: Session | null;
  onSignIn: (session: Session) => void;
}

export function SignInPage({ ended, onSignIn }: Props): ReactElement {
  const [username, setUsername] = useState(ended?.user.username ?? '');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => (ended === null ? first : second).current?.focus(), [ended]);
  useEffect(() => void (document.title = t('登录 · 青配')), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      onSignIn(await signIn(username.trim(), password));
    } catch (error) {
      setFault(sentenceOf(error));
      setPassword('');
      second.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className={ended === null ? 'sign-in' : 'sign-in over'}>
      <form className="sign-in-card" onSubmit={(event) => void submit(event)} aria-label={t('登录')}>
        <p className="brand">
          <BrandMark size={28} /> {t('青配')}
        </p>
        <h1>{ended === null ? t('登录') : t('会话已结束，请重新登录')}</h1>
        <p className="hint">
          {ended === null ? t('年轻干部配备 · 动议与备案') : t('登录后回到原来的页面，已填写的内容保留。')}
        </p>
        <label>
          {t('用户名')}
          <input
            ref={first}
            name="username"
            autoComplete="username"
            required
            maxLength={64}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
        <label>
          {t('口令')}
          <input
            ref={second}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="fault" role="alert">
          {fault}
        </p>
        <button type="submit" className="plain-button primary" disabled={busy}>
          {busy ? t('正在登录……') : t('登录')}
        </button>
        <SignInWays keepsPage={ended !== null} onSignIn={onSignIn} onFault={(error) => setFault(sentenceOf(error))} />
        {IS_SAMPLE && <SampleAccounts chosen={username} choose={setUsername} />}
      </form>
    </main>
  );
}

function SampleAccounts({ chosen, choose }: { chosen: string; choose: (name: string) => void }): ReactElement {
  return (
    <fieldset className="sample-accounts">
      <legend>{t('示例账户（口令见启动时的控制台）')}</legend>
      {SAMPLE_SIGN_INS.map(({ username, label }) => (
        <button key={username} type="button" aria-pressed={chosen === username} onClick={() => choose(username)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
