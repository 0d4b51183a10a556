import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { roundSidesQuery } from '../../api/queries.js';
import type { RoundSide } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { DocumentLinks } from '../../ui/document-links.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { ChaseToggle } from '../case/chase-toggle.js';

const ANSWERS: Readonly<Record<string, string>> = {
  silent: t('未答复'),
  confirmed: t('已确认'),
  correctionRequested: t('申请更正'),
  corrected: t('已更正'),
  correctionDeclined: t('未予更正'),
};

/** What is still owed by a unit: its answer before the ledger is frozen, its receipt after the letter. */
function isOwing({ answer, issuedOn, receivedOn }: RoundSide): boolean {
  return issuedOn === null ? answer === 'silent' || answer === 'correctionRequested' : receivedOn === null;
}

/** Each unit's answer, its letter and the receipt; and the chase list. */
export function Sides({ round }: { round: number }): ReactElement {
  const { data, error, refetch } = useQuery(roundSidesQuery(round));
  const [owingOnly, setOwingOnly] = useState(false);
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (data?.length === 0) return <p className="muted">{t('还没有通知到单位。')}</p>;
  const owing = (data ?? []).filter(isOwing);
  const count = (has: (side: RoundSide) => boolean): number => (data ?? []).filter(has).length;
  return (
    <section className="card" aria-label={t('各单位')}>
      <header className="card-head">
        <h2>{t('各单位核对与反馈')}</h2>
        {data && (
          <span className="muted">
            {t('{n}个单位；已答复{answered}，已发函{sent}，已签收{received}', {
              n: data.length,
              answered: count(({ answer }) => answer !== 'silent'),
              sent: count(({ issuedOn }) => issuedOn !== null),
              received: count(({ receivedOn }) => receivedOn !== null),
            })}
          </span>
        )}
        <ChaseToggle on={owingOnly} count={owing.length} onChange={setOwingOnly}>
          {t('只看待催的')}
        </ChaseToggle>
      </header>
      <div className="table-scroll">
        <table className="plain" aria-busy={!data}>
          <thead>
            <tr>
              <th scope="col">{t('单位')}</th>
              <th scope="col">{t('核对情况')}</th>
              <th scope="col">{t('催报')}</th>
              <th scope="col">{t('反馈函')}</th>
              <th scope="col">{t('签收')}</th>
            </tr>
          </thead>
          <tbody>
            {(owingOnly ? owing : (data ?? [])).map((side) => (
              <SideRow key={side.id} side={side} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SideRow({ side }: { side: RoundSide }): ReactElement {
  const { id, unit, answer, chased, documentNo, issuedOn, receivedOn } = side;
  return (
    <tr>
      <td>
        <Link href={`/stocktake_units/${id}`}>{unit.name}</Link>
      </td>
      <td>{ANSWERS[answer] ?? answer}</td>
      <td className="day-cell">{chased > 0 ? t('{n}次', { n: chased }) : ''}</td>
      <td>
        {documentNo !== null && (
          <>
            {documentNo} <span className="muted">{issuedOn}</span>{' '}
            <DocumentLinks path={`stocktake_units/${id}/letter.docx`}>docx</DocumentLinks>
          </>
        )}
      </td>
      <td className="day-cell">{receivedOn ?? (issuedOn !== null && <b className="fails">{t('未签收')}</b>)}</td>
    </tr>
  );
}
