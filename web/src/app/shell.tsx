import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useLiveUpdates } from '../api/live.js';
import { isBusiness, sessionQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Session } from '../api/types.js';
import { InstallationNotices } from '../admin/installation-notices.js';
import { NoticesButton } from '../desk/notices/notices-button.js';
import { LANGUAGE, speak, t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import { forgetDrafts } from '../workflows/proposal/editor/local-draft.js';
import { abilitiesOf, belongsTo, rolesOf, useSession } from './current-session.js';
import { MENU } from './menu.js';
import { ROLE_LABELS } from './role-labels.js';
import { RoleSwitcher } from './role-switcher.js';
import { type Address, Link, mayLeave, navigate, useAddress } from './router.js';
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
      <aside className="side">
        <p className="brand">
          <img src={new URL('./icon.svg', import.meta.url).href} alt="" width="24" height="24" />
          {t('青配')}
        </p>
        <Navigation />
        <div className="side-foot">
          {business ? <NoticesButton /> : <InstallationNotices />}
          {session.profile === 'sample' && <RoleSwitcher onSignIn={onSignIn} />}
          <Who onSignOut={onSignOut} />
        </div>
      </aside>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Navigation(): ReactElement {
  const address = useAddress();
  const roles = rolesOf(useSession());
  const areas = MENU.map(({ title, entries }) => ({
    title,
    entries: entries.filter(({ audience }) => belongsTo(audience, roles)),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <nav aria-label={t('主导航')}>
      {areas.map(({ title, entries }) => (
        <div key={title} role="group" aria-label={title}>
          <p className="nav-area">{title}</p>
          {entries.map(({ href, label }) => (
            <Link key={href} href={href} aria-current={standsAt(href, address) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

/** An entry with filters is where we are only with those filters; one without, unless another entry has them. */
function standsAt(href: string, { path, search }: Address): boolean {
  const [page = '', filters = ''] = href.split('?');
  if (filters !== '') return path === page && holds(search, filters);
  return path.startsWith(page) && !LISTS.some((list) => holds(search, list));
}

const LISTS = MENU.flatMap(({ entries }) => entries).flatMap(({ href }) => href.split('?')[1] ?? []);

const holds = (search: URLSearchParams, filters: string): boolean =>
  [...new URLSearchParams(filters)].every(([name, value]) => search.get(name) === value);

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
