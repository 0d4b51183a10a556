import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { adviceFor, Problem, sentenceOf } from '../api/problem.js';
import { t } from './t.js';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** What went wrong in one sentence, and what to do next. */
export function ErrorNote({ error, retry }: Props): ReactElement {
  const faults = error instanceof Problem ? error.fieldFaults : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={sentenceOf(error)}
      description={
        <>
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
        </>
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {t('重试')}
          </Button>
        )
      }
    />
  );
}
