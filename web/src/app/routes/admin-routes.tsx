import { AUDIT, EVERYBODY, SECURITY, SYSTEM } from '../current-session.js';
import { t } from '../../ui/t.js';
import { pageIn, type Route } from './route.js';

const AccountPage = pageIn(() => import('../../account/account-page.js'));
const UsersPage = pageIn(() => import('../../admin/users-page.js'));
const DelegationsPage = pageIn(() => import('../../admin/delegations-page.js'));
const AuditPage = pageIn(() => import('../../admin/audit-page.js'));

export const ADMIN_ROUTES: readonly Route[] = [
  { pattern: /^\/account$/, title: t('我的账户'), audience: EVERYBODY, page: () => <AccountPage /> },
  { pattern: /^\/admin\/users$/, title: t('账户'), audience: SYSTEM, page: () => <UsersPage /> },
  { pattern: /^\/admin\/grants$/, title: t('授权'), audience: SECURITY, page: () => <UsersPage /> },
  { pattern: /^\/admin\/delegations$/, title: t('外出委托'), audience: SECURITY, page: () => <DelegationsPage /> },
  { pattern: /^\/admin\/audit$/, title: t('审计'), audience: AUDIT, page: () => <AuditPage /> },
];
