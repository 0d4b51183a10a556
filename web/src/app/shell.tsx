import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { useLiveUpdates } from '../api/live.js';
import { isBusiness, sessionQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Session } from '../api/types.js';
import { InstallationNotices } from '../admin/installation-notices.js';
import { NoticesButton } from '../desk/notices/notices-button.js';
import { LANGUAGE, speak, t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import { forgetDrafts } from '../workflows/proposal/editor/local-draft.js';
import { abilitiesOf, useSession } from './current-session.js';
import { Navigation } from './navigation.js';
import { ROLE_LABELS } from './role-labels.js';
import { RoleSwitcher } from './role-switcher.js';
import { mayLeave, navigate, useAddress } from './router.js';
import { signOut } from './sign-in.js';

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
          {business ? <NoticesButton /> : <InstallationNotices />}
          {session.profile === 'sample' && <RoleSwitcher onSignIn={onSignIn} />}
          <Who onSignOut={onSignOut} />
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
          <img src={new URL('./icon.svg', import.meta.url).href} alt="" width="24" height="24" />
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

/** Each language is offered in its own words. */
const LANGUAGE_ITEM =
  LANGUAGE === 'zh'
    ? { key: 'language', label: <span lang="en">English</span>, onClick: () => speak('en') }
    : { key: 'language', label: <span lang="zh-CN">中文</span>, onClick: () => speak('zh') };

function Who({ onSignOut }: { onSignOut: () => void }): ReactElement {
  const session = useSession();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    if (!mayLeave()) return;
    setBusy(true);
    await signOut().catch(() => undefined);
    onSignOut();
    client.setQueryData(sessionQuery.queryKey, null);
    // Once the pages are gone: they would only ask again for what is being forgotten, or keep a draft once more.
    setTimeout(() => {
      client.removeQueries({ predicate: isBusiness });
      forgetDrafts(session.user.id);
      navigate('/desk');
    });
  };
  const roles = session.roles.map(({ role, unit }) => `${ROLE_LABELS[role] ?? role}${unit ? ` · ${unit.name}` : ''}`);
  const standsIn = session.standsInFor.map(({ user }) => t('代 {name}', { name: user.displayName }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'account', label: t('我的账户'), onClick: () => navigate('/account') },
          LANGUAGE_ITEM,
          { key: 'out', label: t('退出登录'), disabled: busy, onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" block className="who">
        <span className="who-name">{session.user.displayName}</span>
        <span className="who-role">{[...roles, ...standsIn].join('；')}</span>
        <span className="who-role">{t('今天 {day}', { day: dayInChina(serverNow()) })}</span>
        <span className="visually-hidden">{t('账户菜单')}</span>
      </Button>
    </Dropdown>
  );
}
