import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ageAt, APPOINTMENT_MODES } from '../../../machines/rules/index.js';
import { cadreQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { CadreDetail, Term } from '../api/types.js';
import { Link, useFilters } from '../app/router.js';
import { withQuery } from '../api/client.js';
import { ShowPhoto } from '../forms/show-photo.js';
import { TakeApprovalForm } from '../forms/take-approval-form.js';
import { EmptyState } from '../ui/empty-state.js';
import { PageHead } from '../ui/page-head.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { dayInChina, monthText } from '../ui/time.js';
import { AsOf } from './as-of.js';
import { DossierCard } from './dossier-card.js';
import { EligibilityCard } from './eligibility-card.js';
import { RevealNumber } from './reveal-number.js';

/** One person: who, where, since when, and for which post fit. Never in comparison with anybody. */
export default function CadrePage({ code }: { code: string }): ReactElement {
  const [search] = useFilters();
  const asOf = search.get('asOf');
  const day = asOf ?? dayInChina(serverNow());
  const { data: cadre, error, refetch } = useQuery(cadreQuery(code));
  return (
    <div className="page">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {cadre && (
        <>
          <PageHead
            title={cadre.name}
            above={
              <>
                {cadre.homeUnit === null ? (
                  t('未登记所在单位')
                ) : (
                  <Link href={withQuery('/directory', { unit: cadre.homeUnit.code, asOf })}>{cadre.homeUnit.name}</Link>
                )}{' '}
                · {cadre.code}
              </>
            }
          >
            <ShowPhoto code={code} name={cadre.name} />
            <TakeApprovalForm code={code} />
            <AsOf />
          </PageHead>
          <Facts cadre={cadre} day={day} />
          <Posts terms={cadre.terms} day={day} asOf={asOf} />
          <EligibilityCard cadre={cadre} asOf={asOf} />
          <DossierCard code={code} />
          <section className="card" aria-label={t('雷达分析图')}>
            <header className="card-head">
              <h2>{t('雷达分析图')}</h2>
            </header>
            <EmptyState
              title={t('还没有测评数据')}
              hint={t('七种能力的测评由组织部门录入后在此显示，并注明来源和日期；没有的一项留空，不按零分。')}
            />
          </section>
        </>
      )}
    </div>
  );
}

function Facts({ cadre, day }: { cadre: CadreDetail; day: string }): ReactElement {
  const facts: [string, string | null][] = [
    [t('性别'), cadre.sex === 'male' ? t('男') : t('女')],
    [
      t('出生年月'),
      t('{month}（{n}岁，按年月计算）', { month: monthText(cadre.birth), n: ageAt(cadre.birth, day).years }),
    ],
    [t('民族'), cadre.ethnicity],
    [t('政治面貌'), cadre.politicalStatus],
    [t('参加工作'), cadre.workStart && monthText(cadre.workStart)],
    [t('入党时间'), cadre.partyJoin && monthText(cadre.partyJoin)],
    [t('全日制教育'), cadre.fullTimeEducation],
    [t('在职教育'), cadre.inServiceEducation],
    [t('职级'), cadre.civilRank],
    [t('任职级时间'), cadre.rankSince && monthText(cadre.rankSince)],
  ];
  return (
    <section className="card" aria-label={t('基本情况')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="small muted">{name}</dt>
            <dd>{value ?? '—'}</dd>
          </div>
        ))}
        <div>
          <dt className="small muted">{t('身份证号')}</dt>
          <dd>
            <RevealNumber code={cadre.code} masked={cadre.idNumber} />
          </dd>
        </div>
      </dl>
      {cadre.idBirthDiffers && <p className="ageing">{t('身份证上的出生年月与档案不一致，一律以档案认定的为准。')}</p>}
    </section>
  );
}

function Posts({ terms, day, asOf }: { terms: readonly Term[]; day: string; asOf: string | null }): ReactElement {
  const holds = ({ from, to }: Term): boolean => from <= day && (to === null || day < to);
  return (
    <section className="card" aria-label={t('任职经历')}>
      <header className="card-head">
        <h2>{t('任职经历')}</h2>
        <span className="muted">{t('{day}在任的标出', { day })}</span>
      </header>
      {terms.length === 0 ? (
        <p className="muted">{t('没有领导职务的任职记录。')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('职务')}</th>
              <th scope="col">{t('班子')}</th>
              <th scope="col">{t('任职方式')}</th>
              <th scope="col">{t('任职时间')}</th>
              <th scope="col">{t('免职时间')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={`${term.post}/${term.from}`}>
                <td>
                  {term.postName}
                  {holds(term) && <span className="tag verdict-clear in-office">{t('在任')}</span>}
                </td>
                <td>
                  <Link href={withQuery(`/teams/${encodeURIComponent(term.team)}`, { asOf })}>{term.teamName}</Link>
                </td>
                <td>
                  {APPOINTMENT_MODES[term.mode]}
                  {!term.occupiesHeadcount && t('，不占职数')}
                </td>
                <td className="day-cell">{term.from}</td>
                <td className="day-cell">{term.to ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
