import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { circularCopiesQuery } from '../../api/queries.js';
import { Link } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { ChaseToggle } from '../case/chase-toggle.js';

/** Who has confirmed a circular, and whom to ask again. */
export function Copies({ circular }: { circular: number }): ReactElement {
  const { data, error, refetch } = useQuery(circularCopiesQuery(circular));
  const [openOnly, setOpenOnly] = useState(false);
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  const all = data ?? [];
  const open = all.filter(({ receivedOn }) => receivedOn === null);
  return (
    <section className="card" aria-label={t('送达与签收')} aria-busy={!data}>
      <header className="card-head">
        <h2>{t('送达与签收')}</h2>
        <span className="muted">{t('已签收{n}/{total}', { n: all.length - open.length, total: all.length })}</span>
        <ChaseToggle on={openOnly} count={open.length} onChange={setOpenOnly}>
          {t('只看未签收')}
        </ChaseToggle>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('单位')}</th>
            <th scope="col">{t('送达')}</th>
            <th scope="col">{t('签收')}</th>
          </tr>
        </thead>
        <tbody>
          {(openOnly ? open : all).map(({ id, unit, sentOn, receivedOn }) => (
            <tr key={id}>
              <td>
                <Link href={`/circular_units/${id}`}>{unit.name}</Link>
              </td>
              <td className="day-cell">{sentOn ?? '—'}</td>
              <td className="day-cell">{receivedOn ?? <b className="fails">{t('未签收')}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
