import { type ComponentType, type ReactElement, startTransition } from 'react';
import { ErrorBoundary } from './error-boundary.js';
import { fetched } from './fetched.js';

/*
 * The list that somebody opened the page for comes first: it stands, and answers keys, before the browser has read the
 * component library, which is most of the script there is.
 */

let stand: () => void = () => undefined;
const rowsStand = new Promise<void>((resolve) => (stand = resolve));

/** The rows stand, or this page has none that anybody waits for: what comes after them may be fetched. */
export function firstRowsStand(): void {
  // Once they are painted, not only known.
  requestAnimationFrame(() => setTimeout(stand));
}

/**
 * A component that is fetched once the first rows stand, and drawn piece by piece: keys are answered in between. Should it not
 * come, it says so in its own place and the rows stay.
 */
export function afterFirstRows<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  awaited?: ReactElement | null,
): ComponentType<P> {
  const Later = fetched<P>(
    async () => {
      await rowsStand;
      return load();
    },
    awaited,
    startTransition,
  );
  return function AfterFirstRows(props: P) {
    return (
      <ErrorBoundary>
        <Later {...props} />
      </ErrorBoundary>
    );
  };
}
