import type { ReactElement } from 'react';
import type { CaseView, CircularContext } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { rich, t } from '../../ui/t.js';
import { quarterText } from '../case/case-title.js';
import { LetterView } from '../case/letter/letter-view.js';
import { Copies } from './copies.js';
import { ExcludedTable, ListedTable } from './listing-tables.js';

/** A circular: on which ledger it rests, who is named, who is not and why, and who has confirmed it. */
export default function CircularBody({ view }: { view: CaseView }): ReactElement {
  const context = view.context as unknown as CircularContext;
  const { listing, round, quarter, revision, referenceDay, documentNo, issuedOn } = context;
  return (
    <div className="stack">
      <dl className="facts">
        <div>
          <dt>{t('依据')}</dt>
          <dd>
            <Link href={`/stocktakes/${round}`}>{t('{quarter}摸底调度', { quarter: quarterText(quarter) })}</Link>
          </dd>
        </div>
        <Fact name={t('台账')} value={t('截至{day}，第{n}次固化', { day: referenceDay, n: revision })} />
        <Fact name={t('发文字号')} value={documentNo ?? t('签发时编号')} />
        <Fact name={t('印发日期')} value={issuedOn ?? '—'} />
      </dl>
      {listing && <Sums listing={listing} />}
      {listing && <ListedTable rows={listing.listed} />}
      {listing && listing.excluded.length > 0 && <ExcludedTable rows={listing.excluded} />}
      {listing && <Besides listing={listing} />}
      <LetterView plural="circulars" id={view.id} name={t('通报全文')} />
      {issuedOn !== null && <Copies circular={view.id} />}
    </div>
  );
}

type Listing = NonNullable<CircularContext['listing']>;

function Fact({ name, value }: { name: string; value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Sums({ listing: { totals, before } }: { listing: Listing }): ReactElement {
  const words = ({ teams, met, due, actual, shortfall }: Listing['totals']): string =>
    t('{teams}个班子中{met}个达标；应配{due}人次，实配{actual}人次，差额{shortfall}', {
      teams,
      met,
      due,
      actual,
      shortfall,
    });
  return (
    <p>
      {rich('本季度：{now}。', { now: words(totals) })}
      {before && <span className="muted"> {t('上季度：{before}。', { before: words(before) })}</span>}
    </p>
  );
}

function Besides({ listing: { advanced, overrides } }: { listing: Listing }): ReactElement {
  return (
    <>
      {advanced.length > 0 && (
        <details>
          <summary>{t('全部达标的单位（{n}）', { n: advanced.length })}</summary>
          <p>{advanced.join('、')}</p>
        </details>
      )}
      {overrides.length > 0 && (
        <section className="card" aria-label={t('特批情况')}>
          <h2>{t('特批情况')}</h2>
          <ul className="plain-list">
            {overrides.map(({ proposal, unitName, teamNames, reason, approvedOn }) => (
              <li key={proposal}>
                <Link href={`/proposals/${proposal}`}>
                  {unitName}（{teamNames.join('、')}）
                </Link>
                ：{reason} <span className="muted">{t('{day}批准', { day: approvedOn })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
