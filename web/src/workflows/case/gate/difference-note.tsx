import type { ReactElement } from 'react';
import { momentText } from '../../../ui/time.js';
import { lastDifferences, type GateRun } from './gate-runs.js';
import { t } from '../../../ui/t.js';

/** Where the gate was run again: what it says now and did not say before. */
export function DifferenceNote({ runs, always }: { runs: readonly GateRun[]; always?: boolean }): ReactElement | null {
  const compared = lastDifferences(runs);
  if (compared === null) return null;
  const { earlier, later, sentences } = compared;
  if (sentences.length === 0 && always !== true) return null;
  return (
    <section className="difference" aria-label={t('前后差异')}>
      <h2>{t('两次把关的差异')}</h2>
      <p className="muted">
        {t('{first}（{firstAt}）与 {second}（{secondAt}）', {
          first: earlier.label,
          firstAt: momentText(earlier.at),
          second: later.label,
          secondAt: momentText(later.at),
        })}
      </p>
      {sentences.length === 0 ? (
        <p>{t('结论和数字都没有变化。')}</p>
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
