import type { ReactElement } from 'react';
import { adviceFor, Problem, sentenceOf } from '../api/problem.js';
import { t } from './t.js';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** What went wrong in one sentence, and what to do next; made of nothing that would have to be fetched first. */
export function ErrorNote({ error, retry }: Props): ReactElement {
  const faults = error instanceof Problem ? error.fieldFaults : [];
  return (
    <div className="error-note" role="alert">
      <div>
        <p className="error-note-title">{sentenceOf(error)}</p>
        {adviceFor(error)}
        {faults.length > 0 && (
          <ul className="faults">
            {faults.map(({ path, message }) => (
              <li key={path + message}>
                {path}：{message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {retry && (
        <button type="button" className="plain-button small-button" onClick={retry}>
          {t('重试')}
        </button>
      )}
    </div>
  );
}
