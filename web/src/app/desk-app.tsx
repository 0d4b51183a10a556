import './styles/frame.css';
import './styles/desk.css';
import './styles/cases.css';
import './styles/tables.css';
import './styles/verdict.css';
import './styles/pages.css';
import './styles/editor.css';
import './styles/situation.css';
import './styles/admin.css';
import './styles/screens.css';
import './styles/flow.css';
import './styles/sheet.css';
import './styles/account.css';
import type { ReactElement } from 'react';
import type { Session } from '../api/types.js';
import { CurrentSession } from './current-session.js';
import { Pages } from './pages.js';
import { Shell } from './shell.js';

interface Props {
  session: Session;
  /** Whether that session has ended: what stands on the page stays, and answers nobody until he has signed in again. */
  isOver: boolean;
  onSignIn: (session: Session) => void;
  onSignOut: () => void;
}

/** The frame and the page in it; made without the component library, and so part of the first file. */
export function DeskApp({ session, isOver, onSignIn, onSignOut }: Props): ReactElement {
  return (
    <CurrentSession.Provider value={session}>
      <div inert={isOver} aria-hidden={isOver}>
        <Shell onSignIn={onSignIn} onSignOut={onSignOut}>
          <Pages />
        </Shell>
      </div>
    </CurrentSession.Provider>
  );
}
