import type { ReactElement } from 'react';
import { OPINION_CONCLUSIONS, OPINION_ENDINGS } from '../../../../machines/rules/index.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { FactList } from '../case/context-facts.js';
import type { OpinionContext } from './opinion-context.js';
import { t } from '../../ui/t.js';

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
}

/** Steps of the department, which reads the proposal too; the commission does not. */
const OF_DEPARTMENT: readonly string[] = ['NOTE', 'ASK_AGAIN', 'WITHDRAW', 'WEIGH'];

/** Who is asked about, for which post, and what the discipline commission has answered. */
export default function OpinionBody({ view, history }: Props): ReactElement {
  const context = view.context as unknown as OpinionContext;
  const { reply, weighed, earlier, ended } = context;
  const answered = history.filter(({ type }) => type === 'REPLY');
  const words = answered[answered.length - 1]?.payload['opinion'];
  return (
    <div className="stack">
      <FactList
        facts={[
          { name: t('人选'), value: `${context.cadreName}（${context.cadre}）` },
          { name: t('单位'), value: context.unitName },
          { name: t('现任职务'), value: context.currentPosts.join('、') || t('无领导职务') },
          { name: t('拟任职务'), value: context.proposedPosts.join('、') },
          { name: t('征求日期'), value: roundText(context) },
        ]}
      />
      {reply && (
        <section className="card stack" aria-label={t('廉洁意见')}>
          <header className="card-head">
            <h2>{OPINION_CONCLUSIONS[reply.conclusion]}</h2>
            <span className="muted">
              {t('答复于{day}，有效期至{until}', { day: reply.repliedOn, until: reply.validUntil })}
            </span>
          </header>
          {typeof words === 'string' && words !== '' && <p>{words}</p>}
          <p className="muted">
            {t('双签字：党委（党组）书记{party}，纪委书记（纪检组长）{discipline}，{day}', {
              party: reply.partySecretary,
              discipline: reply.disciplineSecretary,
              day: reply.signedOn,
            })}
          </p>
          {weighed && <p>{weighed.clear ? t('经研判，所述情况不影响任用。') : t('经研判，所述情况影响任用。')}</p>}
        </section>
      )}
      {earlier.length > 0 && (
        <ul className="plain-list">
          {earlier.map((one) => (
            <li key={one.round} className="muted">
              {t('第{n}次：{conclusion}，{day}', {
                n: one.round,
                conclusion: OPINION_CONCLUSIONS[one.conclusion],
                day: one.repliedOn,
              })}
            </li>
          ))}
        </ul>
      )}
      {ended && <p className="muted">{`${OPINION_ENDINGS[ended.because]}，${ended.day}`}</p>}
      {view.actions.some(({ event, possible }) => possible && OF_DEPARTMENT.includes(event)) && (
        <Link href={`/proposals/${context.proposal}`}>{t('查看动议')}</Link>
      )}
    </div>
  );
}

function roundText({ requestedOn, round }: OpinionContext): string {
  return round === 1 ? requestedOn : `${requestedOn}（${t('第{n}次', { n: round })}）`;
}
