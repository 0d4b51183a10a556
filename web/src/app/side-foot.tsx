import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { InstallationNotices } from '../admin/installation-notices.js';
import { isBusiness, sessionQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Session } from '../api/types.js';
import { NoticesButton } from '../desk/notices/notices-button.js';
import { LANGUAGE, speak, t } from '../ui/t.js';
import { themed } from '../ui/themed.js';
import { dayInChina } from '../ui/time.js';
import { forgetDrafts } from '../workflows/proposal/editor/local-draft.js';
import { abilitiesOf, useSession } from './current-session.js';
import { ROLE_LABELS } from './role-labels.js';
import { RoleSwitcher } from './role-switcher.js';
import { mayLeave, navigate } from './router.js';
import { signOut } from './sign-in.js';

interface Props {
  onSignIn: (session: Session) => void;
  onSignOut: () => void;
}

/** Below the menu: what was sent to this person, and who it is. */
function SideFoot({ onSignIn, onSignOut }: Props): ReactElement {
  const session = useSession();
  const { business } = abilitiesOf(session);
  return (
    <>
      {business ? <NoticesButton /> : <InstallationNotices />}
      {session.profile === 'sample' && <RoleSwitcher onSignIn={onSignIn} />}
      <Who onSignOut={onSignOut} />
    </>
  );
}

export default themed(SideFoot);

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
