import { themed } from '../ui/themed.js';
import { CasePage } from '../workflows/case/case-page.js';
import { BatchDialog as Batch } from './batch/batch-dialog.js';
import { InboxFilters as Filters } from './inbox-filters.js';
import { NothingHere as Nothing } from './nothing-here.js';
import { ShortcutHelp as Help } from './shortcuts/shortcut-help.js';

/** What the desk is made of beside its list. */
export const BatchDialog = themed(Batch);
export const Case = themed(CasePage);
export const InboxFilters = themed(Filters);
export const NothingHere = themed(Nothing);
export const ShortcutHelp = themed(Help);
