import { type ReactElement, useEffect } from 'react';
import { get } from '../api/client.js';
import type { Session } from '../api/types.js';
import { t } from '../ui/t.js';
import { SIGN_IN_WAYS } from './page-notes.js';
import { signInByGateway } from './sign-in.js';

interface Props {
  /** The sign-in lies over a page that is kept: the walk to the provider then takes place beside it. */
  keepsPage: boolean;
  onSignIn: (session: Session) => void;
  onFault: (fault: unknown) => void;
}

/** A button for each way of signing in beside the password; nothing where none is set up. */
export function SignInWays({ keepsPage, onSignIn, onFault }: Props): ReactElement | null {
  useEffect(() => {
    if (!keepsPage || SIGN_IN_WAYS.length === 0) return undefined;
    const lookAgain = (): void => void get<Session>('session').then(onSignIn, () => undefined);
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, [keepsPage, onSignIn]);
  if (SIGN_IN_WAYS.length === 0) return null;

  const target = keepsPage ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <div className="sign-in-ways" role="group" aria-label={t('其他登录方式')}>
      {SIGN_IN_WAYS.map(({ way, label }) =>
        way === 'gateway' ? (
          <button
            key={way}
            type="button"
            className="plain-button"
            onClick={() => void signInByGateway().then(onSignIn, onFault)}
          >
            {label}
          </button>
        ) : (
          <a key={way} className="plain-button" href={`/api/v1/session/${way}`} {...target}>
            {label}
          </a>
        ),
      )}
      {keepsPage && <p className="muted">{t('在新窗口登录后回到本页即可继续。')}</p>}
    </div>
  );
}
