import { t } from '../../ui/t.js';
import { EVERYBODY } from '../current-session.js';
import { pageIn, type Route } from './route.js';

const HelpPage = pageIn(() => import('../../help/help-page.js'));

export const HELP_ROUTES: readonly Route[] = [
  { pattern: /^\/help$/, title: t('帮助'), audience: EVERYBODY, page: () => <HelpPage /> },
];
