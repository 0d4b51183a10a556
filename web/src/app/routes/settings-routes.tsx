import { t } from '../../ui/t.js';
import { BUSINESS, EVERYBODY, SETTERS, WATCHERS } from '../current-session.js';
import { pageIn, type Route } from './route.js';

const PoliciesPage = pageIn(() => import('../../admin/policies/policies-page.js'));
const CalendarPage = pageIn(() => import('../../admin/calendar/calendar-page.js'));
const OperationsPage = pageIn(() => import('../../admin/operations/operations-page.js'));
const ChannelsPage = pageIn(() => import('../../admin/channels/channels-page.js'));
const NotificationsPage = pageIn(() => import('../../account/notifications-page.js'));
const MachinesPage = pageIn(() => import('../../admin/machines-page.js'));

/** How the product is set and how it runs. */
export const SETTINGS_ROUTES: readonly Route[] = [
  { pattern: /^\/admin\/policies$/, title: t('政策设置'), audience: SETTERS, page: () => <PoliciesPage /> },
  { pattern: /^\/admin\/calendar$/, title: t('工作日历'), audience: EVERYBODY, page: () => <CalendarPage /> },
  { pattern: /^\/admin\/operations$/, title: t('运行情况'), audience: WATCHERS, page: () => <OperationsPage /> },
  { pattern: /^\/admin\/channels$/, title: t('外发渠道'), audience: WATCHERS, page: () => <ChannelsPage /> },
  { pattern: /^\/notifications$/, title: t('外发通知'), audience: BUSINESS, page: () => <NotificationsPage /> },
  { pattern: /^\/admin\/machines$/, title: t('流程目录'), audience: EVERYBODY, page: () => <MachinesPage /> },
];
