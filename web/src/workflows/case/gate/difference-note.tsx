import type { ReactElement } from 'react';
import { momentText } from '../../../ui/time.js';
import { lastDifferences, type GateRun } from './gate-runs.js';

/** Where the gate was run again: what it says now and did not say before. */
export function DifferenceNote({ runs, always }: { runs: readonly GateRun[]; always?: boolean }): ReactElement | null {
  const compared = lastDifferences(runs);
  if (compared === null) return null;
  const { earlier, later, sentences } = compared;
  if (sentences.length === 0 && always !== true) return null;
  return (
    <section className="difference" aria-label="前后差异">
      <h2>两次把关的差异</h2>
      <p className="muted">
        {earlier.label}（{momentText(earlier.at)}）与 {later.label}（{momentText(later.at)}）
      </p>
      {sentences.length === 0 ? (
        <p>结论和数字都没有变化。</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
