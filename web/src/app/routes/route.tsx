import type { ComponentType, ReactElement } from 'react';
import { fetched } from '../../ui/fetched.js';
import type { Audience } from '../current-session.js';

/** A page: where it stands, what the window is called meanwhile, and for whom it makes sense. */
export interface Route {
  pattern: RegExp;
  title: string;
  audience: Audience;
  page: (found: string[]) => ReactElement;
  /** Made without the component library: it stands before that has come, and says itself when. */
  isLight?: true;
}

/** A page in a file of its own. */
export const pageIn = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> =>
  fetched(load, <div className="page" aria-busy="true" />);
