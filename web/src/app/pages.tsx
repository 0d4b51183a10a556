import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { DeskPage } from '../desk/desk-page.js';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { EmptyState } from '../ui/empty-state.js';
import { CasePage } from '../workflows/case/case-page.js';
import { abilitiesOf, useSession } from './current-session.js';
import { Link, navigate, useAddress } from './router.js';

const EditorPage = lazy(() => import('../workflows/proposal/editor/editor-page.js'));
const LedgerPage = lazy(() => import('../directory/ledger-page.js'));
const TeamPage = lazy(() => import('../directory/team-page.js'));
const HeadlinePage = lazy(() => import('../directory/headline-page.js'));
const ImportPage = lazy(() => import('../directory/import-page.js'));

interface Route {
  pattern: RegExp;
  title: string;
  page: (found: string[]) => ReactElement;
}

const ROUTES: readonly Route[] = [
  { pattern: /^\/desk$/, title: '工作台', page: () => <DeskPage /> },
  { pattern: /^\/proposals\/new$/, title: '起草动议', page: () => <EditorPage id={null} /> },
  {
    pattern: /^\/proposals\/(\d+)\/edit$/,
    title: '修改动议',
    page: ([id]) => <EditorPage key={id} id={Number(id)} />,
  },
  {
    pattern: /^\/(proposals|filings)\/(\d+)$/,
    title: '事项',
    page: ([plural, id]) => (
      <div className="page">
        <CasePage key={`${plural}/${id}`} plural={plural as 'proposals' | 'filings'} id={Number(id)} />
      </div>
    ),
  },
  { pattern: /^\/ledger$/, title: '配备台账', page: () => <LedgerPage /> },
  {
    pattern: /^\/teams\/([^/]+)$/,
    title: '班子',
    page: ([code]) => <TeamPage code={decodeURIComponent(code ?? '')} />,
  },
  { pattern: /^\/headline$/, title: '旗县区达标', page: () => <HeadlinePage /> },
  { pattern: /^\/imports$/, title: '导入工作簿', page: () => <ImportPage /> },
];

export function Pages(): ReactElement {
  const { path } = useAddress();
  const { business } = abilitiesOf(useSession());
  const found = ROUTES.map((route) => ({ route, match: route.pattern.exec(path) })).find(({ match }) => match !== null);
  const title = found?.route.title ?? '青配';
  useEffect(() => {
    if (path === '/') navigate('/desk', { replace: true });
    document.title = title === '青配' ? title : `${title} · 青配`;
  }, [path, title]);

  if (!business) return <NoBusiness />;
  if (path === '/') return <></>;
  if (!found?.match) return <NotFound />;
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<div className="page" aria-busy="true" />}>{found.route.page(found.match.slice(1))}</Suspense>
    </ErrorBoundary>
  );
}

function NotFound(): ReactElement {
  return (
    <EmptyState title="没有这个页面" hint="地址可能写错了，或者页面已经换了位置。">
      <Link href="/desk">回到工作台</Link>
    </EmptyState>
  );
}

function NoBusiness(): ReactElement {
  return (
    <EmptyState
      title="管理员看不到业务数据"
      hint="按三员分立的要求，系统、安全、审计管理员不接触动议、备案和台账。管理页面尚未提供，请先使用接口页面。"
    >
      <a href="/api/docs">打开接口页面</a>
    </EmptyState>
  );
}
