import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import type { InboxCounts } from '../api/inbox-types.js';
import { Link } from '../app/router.js';
import { t } from '../ui/t.js';
import { type Tab, TABS } from './desk-filters.js';

interface Props {
  now: Tab;
  counts: InboxCounts | undefined;
  search: URLSearchParams;
}

/** The boxes of the inbox, each with how much lies in it; filters and the open case stay when one goes over to another. */
export function Boxes({ now, counts, search }: Props): ReactElement {
  return (
    <nav className="desk-boxes" aria-label={t('事项列表')}>
      {(Object.keys(TABS) as Tab[]).map((tab) => {
        const count = tab === 'todo' || tab === 'copied' || tab === 'mine' ? (counts?.[tab] ?? 0) : 0;
        return (
          <Link
            key={tab}
            href={withQuery('/desk', { ...Object.fromEntries(search), tab })}
            aria-current={tab === now ? 'page' : undefined}
          >
            {count === 0 ? TABS[tab] : `${TABS[tab]} ${count}`}
          </Link>
        );
      })}
    </nav>
  );
}
