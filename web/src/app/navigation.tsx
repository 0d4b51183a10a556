import { type ReactElement, useState } from 'react';
import { t } from '../ui/t.js';
import { BUSINESS, belongsTo, rolesOf, useSession } from './current-session.js';
import { MENU, type MenuArea, type MenuEntry } from './menu.js';
import { type Address, Link, useAddress } from './router.js';

const REMEMBERED = 'qingpei:folded-areas';

/** The pages of this person by area; an area folds away under its title and stays so on this machine. */
export function Navigation(): ReactElement {
  const roles = rolesOf(useSession());
  const [folded, setFolded] = useState(() => readFolded(roles));
  const areas = MENU.map((area) => ({
    ...area,
    entries: area.entries.filter(({ audience }) => belongsTo(audience, roles)),
  })).filter(({ entries }) => entries.length > 0);
  const turn = (key: string): void => {
    const next = folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key];
    keepFolded(next);
    setFolded(next);
  };
  return (
    <nav aria-label={t('主导航')}>
      {areas.map((area) => (
        <Area key={area.key} area={area} folded={folded.includes(area.key)} onTurn={() => turn(area.key)} />
      ))}
    </nav>
  );
}

interface AreaProps {
  area: MenuArea;
  folded: boolean;
  onTurn: () => void;
}

function Area({ area: { key, title, entries }, folded, onTurn }: AreaProps): ReactElement {
  const address = useAddress();
  const here = entries.find(({ href }) => standsAt(href, address));
  // Where one is stays in sight, whatever is folded.
  const shown = folded ? entries.filter((entry) => entry === here) : entries;
  return (
    <div role="group" aria-label={title}>
      <button type="button" className="nav-area" aria-expanded={!folded} onClick={onTurn}>
        {title}
      </button>
      <div className={key === 'own' ? 'nav-entries nav-row' : 'nav-entries'}>
        {shown.map((entry) => (
          <Entry key={entry.href} entry={entry} current={entry === here} />
        ))}
      </div>
    </div>
  );
}

function Entry({ entry: { href, label }, current }: { entry: MenuEntry; current: boolean }): ReactElement {
  return (
    <Link href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  );
}

/** An entry with filters is where we are only with those filters; one without, unless another entry has them. */
function standsAt(href: string, { path, search }: Address): boolean {
  const [page = '', filters = ''] = href.split('?');
  if (filters !== '') return path === page && holds(search, filters);
  return path.startsWith(page) && !LISTS.some((list) => holds(search, list));
}

const LISTS = MENU.flatMap(({ entries }) => entries).flatMap(({ href }) => href.split('?')[1] ?? []);

const holds = (search: URLSearchParams, filters: string): boolean =>
  [...new URLSearchParams(filters)].every(([name, value]) => search.get(name) === value);

/** Until somebody chooses: whoever handles cases seldom needs the settings. */
function readFolded(roles: ReadonlySet<string>): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null');
    if (Array.isArray(kept)) return kept as string[];
  } catch {
    // storage is switched off, or holds something else
  }
  return belongsTo(BUSINESS, roles) ? ['admin'] : [];
}

function keepFolded(areas: readonly string[]): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(areas));
  } catch {
    // storage is switched off: it holds until the page is left
  }
}
