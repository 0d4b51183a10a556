import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { sentenceOf } from '../api/problem.js';
import { sessionQuery } from '../api/queries.js';
import type { Session } from '../api/types.js';
import { signOut } from './sign-in.js';

/** What the server still asks for before anything else: a new password here, the second factor not yet. */
export function DuePage({ session }: { session: Session }): ReactElement {
  const client = useQueryClient();
  const leave = (): void => void signOut().then(() => client.setQueryData(sessionQuery.queryKey, null));
  const renewed = (): void => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const asksPassword = session.due[0] === 'password';
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{asksPassword ? '请先修改口令' : '还需完成身份验证'}</h1>
        {asksPassword ? (
          <NewPassword onDone={renewed} />
        ) : (
          <p>
            您的账户还需验证或登记第二因素。本页面尚不提供，请按管理员给出的办法在<a href="/api/docs">接口页面</a>
            完成后刷新。
          </p>
        )}
        <button type="button" className="plain-button" onClick={leave}>
          退出登录
        </button>
      </div>
    </main>
  );
}

function NewPassword({ onDone }: { onDone: () => void }): ReactElement {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await post('session/password', { current, next });
      onDone();
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        现口令
        <input
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </label>
      <label>
        新口令
        <input
          type="password"
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </label>
      <p className="fault" role="alert">
        {fault}
      </p>
      <button type="submit" className="plain-button primary">
        修改
      </button>
    </form>
  );
}
