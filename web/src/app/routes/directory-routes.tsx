import { IMPORTERS, PARTIES, PEOPLE_READERS } from '../current-session.js';
import { t } from '../../ui/t.js';
import { pageIn, type Route } from './route.js';

const LedgerPage = pageIn(() => import('../../directory/ledger-page.js'));
const TeamPage = pageIn(() => import('../../directory/team-page.js'));
const CadrePage = pageIn(() => import('../../directory/cadre-page.js'));
const DirectoryPage = pageIn(() => import('../../directory/directory-page.js'));
const HeadlinePage = pageIn(() => import('../../directory/headline-page.js'));
const ImportPage = pageIn(() => import('../../directory/import-page.js'));
const FormsImportPage = pageIn(() => import('../../forms/forms-import-page.js'));

export const DIRECTORY_ROUTES: readonly Route[] = [
  { pattern: /^\/ledger$/, title: t('配备台账'), audience: PARTIES, page: () => <LedgerPage /> },
  {
    pattern: /^\/teams\/([^/]+)$/,
    title: t('班子'),
    audience: PEOPLE_READERS,
    page: ([code]) => <TeamPage code={decodeURIComponent(code ?? '')} />,
  },
  {
    pattern: /^\/cadres\/([^/]+)$/,
    title: t('干部'),
    audience: PEOPLE_READERS,
    page: ([code]) => <CadrePage key={code} code={decodeURIComponent(code ?? '')} />,
  },
  { pattern: /^\/directory$/, title: t('名录'), audience: PEOPLE_READERS, page: () => <DirectoryPage /> },
  { pattern: /^\/headline$/, title: t('旗县区达标'), audience: PARTIES, page: () => <HeadlinePage /> },
  { pattern: /^\/imports$/, title: t('导入工作簿'), audience: IMPORTERS, page: () => <ImportPage /> },
  {
    pattern: /^\/forms\/imports$/,
    title: t('导入审批表与名册'),
    audience: IMPORTERS,
    page: () => <FormsImportPage />,
  },
];
