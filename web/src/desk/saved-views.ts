/** A view with a name: tab and filters as the address has them. */
export interface SavedView {
  name: string;
  search: string;
}

const PREFIX = 'qingpei.views';
const MOST = 20;

/** Kept in this browser, by user: a colleague at the same desk does not see them. */
export function readViews(user: number): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${PREFIX}.${user}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView).slice(0, MOST) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

export function keepViews(user: number, views: readonly SavedView[]): void {
  try {
    localStorage.setItem(`${PREFIX}.${user}`, JSON.stringify(views));
  } catch {
    // storage is switched off or full: the view stays in the address
  }
}

/** A view under its name, in the place of an older one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST);
}

function isView(value: unknown): value is SavedView {
  const { name, search } = (value ?? {}) as Partial<SavedView>;
  return typeof name === 'string' && name !== '' && typeof search === 'string';
}
