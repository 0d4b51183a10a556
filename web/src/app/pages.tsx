import { type ReactElement, useEffect } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { EmptyState } from '../ui/empty-state.js';
import { firstRowsStand } from '../ui/first-rows.js';
import { t } from '../ui/t.js';
import { BUSINESS, belongsTo, rolesOf, useSession } from './current-session.js';
import { MENU } from './menu.js';
import { Link, navigate, useAddress } from './router.js';
import { pageIn, ROUTES } from './routes/index.js';

const Themed = pageIn(async () => ({ default: (await import('../ui/themed.js')).Themed }));

export function Pages(): ReactElement {
  const { path } = useAddress();
  const roles = rolesOf(useSession());
  const found = ROUTES.map((route) => ({ route, match: route.pattern.exec(path) })).find(({ match }) => match !== null);
  const title = found?.route.title ?? t('青配');
  const home = homeOf(roles);
  const mayOpen = found !== undefined && belongsTo(found.route.audience, roles);
  const isLight = mayOpen && found.route.isLight === true;
  useEffect(() => {
    if (!isLight) firstRowsStand();
  }, [isLight]);
  useEffect(() => {
    if (path === '/' && home !== null) navigate(home, { replace: true });
    document.title = title === t('青配') ? title : `${title} · ${t('青配')}`;
  }, [home, path, title]);

  if (path === '/') return home === null ? <NoPageForYou business={false} /> : <></>;
  if (!found?.match) return <NotFound home={home ?? '/'} />;
  if (!mayOpen) return <NoPageForYou business={belongsTo(BUSINESS, roles)} />;
  const page = found.route.page(found.match.slice(1));
  return <ErrorBoundary key={path}>{isLight ? page : <Themed>{page}</Themed>}</ErrorBoundary>;
}

/** Where somebody begins: the first page of the menu that is meant for him. */
function homeOf(roles: ReadonlySet<string>): string | null {
  const entries = MENU.flatMap((area) => area.entries);
  return entries.find(({ audience }) => belongsTo(audience, roles))?.href ?? null;
}

function NotFound({ home }: { home: string }): ReactElement {
  return (
    <EmptyState title={t('没有这个页面')} hint={t('地址可能写错了，或者页面已经换了位置。')}>
      <Link href={home}>{t('回到首页')}</Link>
    </EmptyState>
  );
}

function NoPageForYou({ business }: { business: boolean }): ReactElement {
  if (business) {
    return (
      <EmptyState title={t('您没有使用这个页面的权限')} hint={t('需要时请联系管理员按职责授权。')}>
        <Link href="/desk">{t('回到工作台')}</Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('管理员看不到业务数据')}
      hint={t(
        '按三员分立的要求，系统、安全、审计管理员不接触动议、备案和台账。左侧列出的是您可以使用的页面；其余操作见接口页面。',
      )}
    >
      <a href="/api/docs">{t('打开接口页面')}</a>
    </EmptyState>
  );
}
