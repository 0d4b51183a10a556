import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DueStep } from '../account/due-steps.js';
import { sessionQuery } from '../api/queries.js';
import type { Session } from '../api/types.js';
import { t } from '../ui/t.js';
import { Themed } from '../ui/themed.js';
import { signOut } from './sign-in.js';
import './styles/account.css';

/** What the server still asks for before anything else, step after step; nothing else is shown meanwhile. */
export default function DuePage({ session }: { session: Session }): ReactElement {
  const client = useQueryClient();
  const leave = (): void => void signOut().then(() => client.setQueryData(sessionQuery.queryKey, null));
  return (
    <Themed>
      <main className="sign-in">
        <div className="sign-in-card due-card">
          <DueStep
            session={session}
            onSession={(next) => client.setQueryData(sessionQuery.queryKey, next)}
            onStep={() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })}
          />
          <button type="button" className="plain-button" onClick={leave}>
            {t('退出登录')}
          </button>
        </div>
      </main>
    </Themed>
  );
}
