import type { ReactElement } from 'react';
import { t } from '../../../ui/t.js';

interface Props {
  checks: { fits: boolean; text: string }[];
  note: string;
}

/** Whether the numbers fit together, said while they are typed; the server has the last word. */
export function SumCheck({ checks, note }: Props): ReactElement {
  return (
    <p className="sum-check" aria-live="polite">
      {checks.map(({ fits, text }) => (
        <span key={text} className={fits ? 'fits' : 'fails'}>
          <span aria-hidden="true">{fits ? '✓' : '✕'}</span> {text}
          {fits ? '' : t('，不符')}
        </span>
      ))}
      <span className="muted">{note}</span>
    </p>
  );
}
