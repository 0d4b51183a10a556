import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { download } from '../api/download.js';
import { sentenceOf } from '../api/problem.js';

interface Props {
  /** Below /api/v1/. */
  path: string;
  children: ReactNode;
}

/** Saves one file; says beside it why not, when it cannot. */
export function DownloadLink({ path, children }: Props): ReactElement {
  const { mutate, isPending, error } = useMutation({ mutationFn: () => download(path) });
  return (
    <>
      <Button type="link" size="small" loading={isPending} onClick={() => mutate()}>
        {children}
      </Button>
      {error !== null && (
        <span role="alert" className="muted">
          {sentenceOf(error)}
        </span>
      )}
    </>
  );
}
