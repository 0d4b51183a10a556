import { ADMIN_ROUTES } from './admin-routes.js';
import { DESK_ROUTES } from './desk-routes.js';
import { DIRECTORY_ROUTES } from './directory-routes.js';
import { SETTINGS_ROUTES } from './settings-routes.js';
import { SITUATION_ROUTES } from './situation-routes.js';
import { HELP_ROUTES } from './help-routes.js';
import type { Route } from './route.js';

/** Every page, one list per area; the first that matches is shown. */
export const ROUTES: readonly Route[] = [
  ...DESK_ROUTES,
  ...DIRECTORY_ROUTES,
  ...SITUATION_ROUTES,
  ...SETTINGS_ROUTES,
  ...HELP_ROUTES,
  ...ADMIN_ROUTES,
];

export { pageIn } from './route.js';
