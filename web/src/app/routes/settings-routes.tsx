import { lazy } from 'react';
import { t } from '../../ui/t.js';
import { BUSINESS, EVERYBODY, SETTERS, WATCHERS } from '../current-session.js';
import type { Route } from './route.js';

const PoliciesPage = lazy(() => import('../../admin/policies/policies-page.js'));
const CalendarPage = lazy(() => import('../../admin/calendar/calendar-page.js'));
const OperationsPage = lazy(() => import('../../admin/operations/operations-page.js'));
const ChannelsPage = lazy(() => import('../../admin/channels/channels-page.js'));
const NotificationsPage = lazy(() => import('../../account/notifications-page.js'));
const MachinesPage = lazy(() => import('../../admin/machines-page.js'));

/** How the product is set and how it runs. */
export const SETTINGS_ROUTES: readonly Route[] = [
  { pattern: /^\/admin\/policies$/, title: t('政策设置'), audience: SETTERS, page: () => <PoliciesPage /> },
  { pattern: /^\/admin\/calendar$/, title: t('工作日历'), audience: EVERYBODY, page: () => <CalendarPage /> },
  { pattern: /^\/admin\/operations$/, title: t('运行情况'), audience: WATCHERS, page: () => <OperationsPage /> },
  { pattern: /^\/admin\/channels$/, title: t('外发渠道'), audience: WATCHERS, page: () => <ChannelsPage /> },
  { pattern: /^\/notifications$/, title: t('外发通知'), audience: BUSINESS, page: () => <NotificationsPage /> },
  { pattern: /^\/admin\/machines$/, title: t('流程目录'), audience: EVERYBODY, page: () => <MachinesPage /> },
];
