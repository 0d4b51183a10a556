import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { useLiveUpdates } from '../api/live.js';
import type { Session } from '../api/types.js';
import { afterFirstRows } from '../ui/first-rows.js';
import { t } from '../ui/t.js';
import { BrandMark } from './brand-mark.js';
import { abilitiesOf, useSession } from './current-session.js';
import { Navigation } from './navigation.js';
import { useAddress } from './router.js';

const SideFoot = afterFirstRows(() => import('./side-foot.js'), null);

interface Props {
  onSignIn: (session: Session) => void;
  onSignOut: () => void;
  children: ReactNode;
}

export function Shell({ onSignIn, onSignOut, children }: Props): ReactElement {
  const session = useSession();
  const { business } = abilitiesOf(session);
  useLiveUpdates(business);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('跳到内容')}
      </a>
      <Side>
        <Navigation />
        <div className="side-foot">
          <SideFoot onSignIn={onSignIn} onSignOut={onSignOut} />
        </div>
      </Side>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

const MENU_ID = 'side-menu';

/** The way around: beside the page, and on a phone a bar above it from which the menu folds out. */
function Side({ children }: { children: ReactNode }): ReactElement {
  const { path, search } = useAddress();
  const [isOpen, setOpen] = useState(false);
  const page = `${path}?${search.toString()}`;
  useEffect(() => setOpen(false), [page]);
  return (
    <aside
      className={isOpen ? 'side side-open' : 'side'}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setOpen(false);
      }}
    >
      <div className="side-head">
        <p className="brand">
          <BrandMark size={24} />
          {t('青配')}
        </p>
        <button
          type="button"
          className="plain-button side-button"
          aria-expanded={isOpen}
          aria-controls={MENU_ID}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('收起菜单') : t('菜单')}
        </button>
      </div>
      <div id={MENU_ID} className="side-menu">
        {children}
      </div>
    </aside>
  );
}
