import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Problem } from '../../../api/problem.js';
import { letterQuery } from '../../../api/queries.js';
import type { Letter, LetterBlock, Plural } from '../../../api/types.js';
import { DocumentLinks } from '../../../ui/document-links.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { t } from '../../../ui/t.js';

interface Props {
  plural: Plural;
  id: number;
  /** What the letter is called in this workflow. */
  name: string;
  /** Where it is found below the case. */
  at?: 'letter' | 'suggestion-letter';
}

/** The letter that goes with a case, to read in place and to take along as a document. */
export function LetterView({ plural, id, name, at = 'letter' }: Props): ReactElement | null {
  const { data: letter, error, refetch } = useQuery({ ...letterQuery(plural, id, at), retry: false });
  if (error instanceof Problem && error.status === 404) return null;
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  return (
    <section className="card" aria-label={name} aria-busy={!letter}>
      <header className="card-head">
        <h2>{name}</h2>
        <span className="muted">{letter && (letter.documentNo ?? t('拟稿，签发时编号'))}</span>
        {letter && <DocumentLinks path={`${plural}/${id}/${at}.docx`}>{t('下载公文（docx）')}</DocumentLinks>}
      </header>
      {letter && (
        <details>
          <summary>{t('阅读全文')}</summary>
          <Text letter={letter} />
        </details>
      )}
    </section>
  );
}

function Text({ letter: { content, hash, documentNo } }: { letter: Letter }): ReactElement {
  return (
    <div className="letter">
      <p className="letter-title">{content.title}</p>
      <p className="letter-number">{documentNo ?? ''}</p>
      <p>{content.addressee}：</p>
      {content.blocks.map((block, at) => (
        // A letter does not change while it is read: its blocks stand where they stand.
        <Block key={at} block={block} />
      ))}
      <p className="letter-end">
        {content.signer}
        <br />
        {content.day}
      </p>
      {content.copies !== undefined && <p>{t('抄送：{names}。', { names: content.copies })}</p>}
      <p className="muted small">
        {t('内容校验值（SM3）')} <span className="hash">{hash}</span>
      </p>
    </div>
  );
}

function Block({ block }: { block: LetterBlock }): ReactElement {
  if ('text' in block) return block.heading === undefined ? <p>{block.text}</p> : <h3>{block.text}</h3>;
  return (
    <table className="plain">
      <thead>
        <tr>
          {block.table.head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.table.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
