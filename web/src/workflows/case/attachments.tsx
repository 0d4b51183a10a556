import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { attachmentsQuery } from '../../api/queries.js';
import type { Plural } from '../../api/types.js';
import { DownloadLink } from '../../ui/download-link.js';
import { ErrorNote } from '../../ui/error-note.js';
import { momentText } from '../../ui/time.js';
import { UploadButton } from './upload-button.js';
import { t } from '../../ui/t.js';

const KB = 1024;

export function Attachments({ plural, id }: { plural: Plural; id: number }): ReactElement {
  const { data = [], error, refetch } = useQuery(attachmentsQuery(plural, id));
  return (
    <div className="stack">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data.length === 0 && <p className="muted">{t('还没有附件。')}</p>}
      <ul className="comments">
        {data.map((file) => (
          <li key={file.id}>
            <DownloadLink path={`${plural}/${id}/attachments/${file.id}`}>{file.name}</DownloadLink>{' '}
            <span className="muted">
              {sizeText(file.size)} · {file.uploadedBy} · {momentText(file.createdAt)}
            </span>
          </li>
        ))}
      </ul>
      <UploadButton plural={plural} id={id} />
    </div>
  );
}

function sizeText(bytes: number): string {
  if (bytes < KB) return t('{n} 字节', { n: bytes });
  return bytes < KB * KB ? `${Math.round(bytes / KB)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
