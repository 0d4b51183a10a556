import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formsQuery, printingQuery } from '../../api/queries.js';
import type { Plural } from '../../api/types.js';
import { DownloadLink } from '../../ui/download-link.js';
import { t } from '../../ui/t.js';

/** Kinds of cases that have forms of their own to print. */
const WITH_FORMS: ReadonlySet<Plural> = new Set(['proposals', 'filings', 'meetings', 'headcount_reviews']);

/** The forms that go with a case on paper; one that cannot be printed yet says why. */
export function CaseForms({ plural, id }: { plural: Plural; id: number }): ReactElement | null {
  const { data } = useQuery({ ...formsQuery(plural, id), enabled: WITH_FORMS.has(plural) });
  const { data: printing } = useQuery({ ...printingQuery, enabled: WITH_FORMS.has(plural) });
  if (!data || data.length === 0) return null;
  return (
    <section aria-label={t('可打印的表单')}>
      <h2>{t('可打印的表单')}</h2>
      <ul className="comments">
        {data.map(({ name, title, format, available, reason }) => (
          <li key={name}>
            {available ? <DownloadLink path={`${plural}/${id}/forms/${name}`}>{title}</DownloadLink> : title}{' '}
            <span className="muted">{available ? format : reason}</span>
            {available && printing?.pdf.available === true && (
              <DownloadLink path={`${plural}/${id}/forms/${name}?format=pdf`}>PDF</DownloadLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
