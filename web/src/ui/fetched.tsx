import { type ComponentType, type FunctionComponent, type ReactElement, useEffect, useState } from 'react';
import { PART_MISSING, Problem } from '../api/problem.js';
import { t } from './t.js';

type Load<P> = () => Promise<{ default: ComponentType<P> }>;

/**
 * A component in a file of its own, fetched when it is first shown and shown as soon as it is there. React's own `lazy` shows
 * nothing of it until three tenths of a second after its fallback has been, longer than our files take.
 *
 * @param load once it fails the nearest error boundary shows why; shown again it tries anew
 * @param awaited stands in its place meanwhile
 * @param show how urgently it is drawn once it has come
 */
export function fetched<P extends object>(
  load: Load<P>,
  awaited: ReactElement | null = <div aria-busy="true" />,
  show: (change: () => void) => void = (change) => change(),
): FunctionComponent<P> {
  let kept: ComponentType<P> | null = null;
  return function Fetched(props: P) {
    const [Part, setPart] = useState(() => kept);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (kept !== null) {
        // It came for another place between this one's drawing and now.
        setPart(() => kept);
        return;
      }
      load().then(
        ({ default: found }) => {
          kept = found;
          show(() => setPart(() => found));
        },
        () => setFailed(true),
      );
    }, []);
    if (failed) throw new Problem(0, PART_MISSING, t('这一部分没有取到。'));
    return Part === null ? awaited : <Part {...props} />;
  };
}
