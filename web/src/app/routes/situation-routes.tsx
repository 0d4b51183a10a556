import { t } from '../../ui/t.js';
import { PARTIES } from '../current-session.js';
import { pageIn, type Route } from './route.js';

const SituationPage = pageIn(() => import('../../situation/situation-page.js'));
const LeaversPage = pageIn(() => import('../../situation/leavers-page.js'));

export const SITUATION_ROUTES: readonly Route[] = [
  { pattern: /^\/situation$/, title: t('态势'), audience: PARTIES, page: () => <SituationPage /> },
  {
    pattern: /^\/situation\/leavers$/,
    title: t('将不再计入的人员'),
    audience: PARTIES,
    page: () => <LeaversPage />,
  },
];
