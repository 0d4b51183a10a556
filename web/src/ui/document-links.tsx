import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { printingQuery } from '../api/queries.js';
import { DownloadLink } from './download-link.js';

interface Props {
  /** Of the document, as the product makes it. */
  path: string;
  children: string;
}

/** A document to take along: as DOCX, and as PDF where the server can make one. */
export function DocumentLinks({ path, children }: Props): ReactElement {
  const { data: printing } = useQuery(printingQuery);
  return (
    <>
      <DownloadLink path={path}>{children}</DownloadLink>
      {printing?.pdf.available === true && (
        <>
          {' '}
          <DownloadLink path={`${path}${path.includes('?') ? '&' : '?'}format=pdf`}>PDF</DownloadLink>
        </>
      )}
    </>
  );
}
