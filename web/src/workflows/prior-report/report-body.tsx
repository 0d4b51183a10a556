import type { ReactElement } from 'react';
import { PRIOR_MATTERS, type PriorMatter, REPORT_PARTS, type ReportPart } from '../../../../machines/rules/index.js';
import type { CaseView } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import type { ReportContext } from './report-context.js';

/** What is reported, about whom, and what was answered matter by matter. */
export default function ReportBody({ view }: { view: CaseView }): ReactElement {
  const context = view.context as unknown as ReportContext;
  const { matters, found, letter, people, reply, draftReply, earlier } = context;
  const answer = reply ?? draftReply;
  return (
    <div className="stack">
      <table className="plain">
        <thead>
          <tr>
            <th>{t('事前报告事项')}</th>
            <th>{t('来源')}</th>
            <th>{reply || !draftReply ? t('批复') : t('拟办意见')}</th>
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter}>
              <td>{PRIOR_MATTERS[matter]}</td>
              <td>{found.includes(matter) ? t('按规则查出') : t('人工勾选')}</td>
              <td>{answerText(answer, matter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reply && <p>{t('批复文号{no}，{day}', { no: reply.documentNo, day: reply.day })}</p>}
      <dl className="facts">
        {(Object.keys(REPORT_PARTS) as ReportPart[]).map((part) => (
          <div key={part}>
            <dt>{REPORT_PARTS[part]}</dt>
            <dd>{letter[part] || t('尚未填写')}</dd>
          </div>
        ))}
      </dl>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('人选')}</th>
            <th>{t('现任职务')}</th>
            <th>{t('拟任职务')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ cadre, name, from, to }) => (
            <tr key={cadre}>
              <td>
                {name} <span className="code">{cadre}</span>
              </td>
              <td>{from.join('、') || t('无领导职务')}</td>
              <td>{to.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {earlier.map(({ documentNo, day, refused }) => (
        <p key={documentNo} className="muted">
          {t('此前批复{no}（{day}）不同意：{matters}', {
            no: documentNo,
            day,
            matters: refused.map((matter) => PRIOR_MATTERS[matter]).join('；') || '—',
          })}
        </p>
      ))}
      <Link href={`/proposals/${context.proposal}`}>{t('查看动议')}</Link>
    </div>
  );
}

function answerText(answer: { approved: PriorMatter[]; refused: PriorMatter[] } | null, matter: PriorMatter): string {
  if (answer === null) return t('待批复');
  return answer.refused.includes(matter) ? t('不同意') : t('同意');
}
