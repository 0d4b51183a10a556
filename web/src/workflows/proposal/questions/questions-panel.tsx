import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import {
  FOUR_CHECKS,
  type FourCheck,
  isAppointed,
  PRIOR_MATTERS,
  type PriorMatter,
  completeItem,
} from '../../../../../machines/rules/index.js';
import { sentenceOf } from '../../../api/problem.js';
import type { CaseView } from '../../../api/types.js';
import { DEPARTMENT, DRAFTERS, belongsTo, rolesOf, useSession } from '../../../app/current-session.js';
import { Link, navigate } from '../../../app/router.js';
import { t } from '../../../ui/t.js';
import { useAsk, useQuestions } from './use-questions.js';

/** What the case keeps of the procedure's law; see `machines/proposal/context`. */
interface Kept {
  checks?: Record<string, Partial<Record<FourCheck, boolean>>>;
  opinions?: Record<string, { opinion: number; validUntil: string | null }>;
  matters?: PriorMatter[];
  approvedMatters?: PriorMatter[];
}

const isUnderWay = ({ statePath, done }: CaseView): boolean =>
  !done &&
  /^(submitted|preReview|gateDecision|inSelection\.(recommendation|inspection|deliberation|deferred))/.test(statePath);

/** 凡提四必 of everybody appointed, with the opinions asked for, and the prior report: what the meeting waits for. */
export function QuestionsPanel({
  view,
  nameOf,
}: {
  view: CaseView;
  nameOf: (cadre: string) => string;
}): ReactElement | null {
  const roles = rolesOf(useSession());
  const kept = view.context as Kept;
  const items = (view.context.items ?? []).map((item) => completeItem(item));
  const cadres = [...new Set(items.filter((item) => isAppointed(item)).map(({ cadre }) => cadre))];
  if (view.statePath === 'draft' || cadres.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('讨论决定之前')}>
      <header className="card-head">
        <h2>{t('讨论决定之前')}</h2>
        <span className="muted">{t('凡提四必、事前报告')}</span>
      </header>
      <FourChecksTable
        view={view}
        kept={kept}
        cadres={cadres}
        nameOf={nameOf}
        department={belongsTo(DEPARTMENT, roles)}
      />
      <PriorReports view={view} kept={kept} drafts={belongsTo(DRAFTERS, roles)} />
    </section>
  );
}

interface TableProps {
  view: CaseView;
  kept: Kept;
  cadres: readonly string[];
  nameOf: (cadre: string) => string;
  department: boolean;
}

function FourChecksTable({ view, kept, cadres, nameOf, department }: TableProps): ReactElement {
  const opinions = useQuestions('integrity_opinions', view, department);
  const checks = Object.keys(FOUR_CHECKS) as FourCheck[];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('人选')}</th>
          {checks.map((check) => (
            <th key={check}>{FOUR_CHECKS[check]}</th>
          ))}
          {department && <th>{t('廉洁意见')}</th>}
        </tr>
      </thead>
      <tbody>
        {cadres.map((cadre) => {
          const asked = opinions.find(({ fields }) => fields.cadre_code === cadre);
          return (
            <tr key={cadre}>
              <td>{nameOf(cadre)}</td>
              {checks.map((check) => (
                <td key={check}>
                  <Concluded clear={kept.checks?.[cadre]?.[check]} />
                  {check === 'disciplineOpinion' && kept.opinions?.[cadre]?.validUntil && (
                    <span className="muted"> {t('至{day}', { day: kept.opinions[cadre].validUntil })}</span>
                  )}
                </td>
              ))}
              {department && (
                <td>
                  {asked && <Link href={`/integrity_opinions/${asked.id}`}>{asked.label}</Link>}
                  {isUnderWay(view) && (!asked || asked.done) && <Ask view={view} cadre={cadre} />}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Concluded({ clear }: { clear: boolean | undefined }): ReactElement {
  if (clear === undefined) return <span className="muted">{t('尚无结论')}</span>;
  return (
    <span className={clear ? 'fits' : 'fails'}>
      <span aria-hidden="true">{clear ? '✓' : '✕'}</span> {clear ? t('不影响任用') : t('影响任用')}
    </span>
  );
}

function Ask({ view, cadre }: { view: CaseView; cadre: string }): ReactElement {
  const { message } = App.useApp();
  const ask = useAsk('integrity_opinions', view);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await ask({ cadre });
      void message.success(t('已向纪委监委征求廉洁意见。'));
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void send()}>
      {t('征求廉洁意见')}
    </Button>
  );
}

function PriorReports({ view, kept, drafts }: { view: CaseView; kept: Kept; drafts: boolean }): ReactElement {
  const { message } = App.useApp();
  const reports = useQuestions('prior_reports', view, true);
  const begin = useAsk('prior_reports', view);
  const approved = kept.approvedMatters ?? [];
  const open = (kept.matters ?? []).filter((matter) => !approved.includes(matter));
  const draw = async (): Promise<void> => {
    try {
      const { id } = await begin({ matters: kept.matters ?? [] });
      navigate(`/prior_reports/${id}`);
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (
    <div>
      <p>
        <b>{t('事前报告')}</b>{' '}
        {open.length > 0 && <span className="fails">{t('未获批复：{matters}', { matters: textOf(open) })}</span>}
        {approved.length > 0 && (
          <span className="fits"> {t('已获批复：{matters}', { matters: textOf(approved) })}</span>
        )}
        {open.length + approved.length === 0 && (
          <span className="muted">{t('预审尚未列出须报告的事项；按规则查出的，在讨论决定时一并核对。')}</span>
        )}
      </p>
      {reports.map(({ id, label }) => (
        <p key={id}>
          <Link href={`/prior_reports/${id}`}>{t('事前报告第{n}号：{state}', { n: id, state: label })}</Link>
        </p>
      ))}
      {drafts && isUnderWay(view) && !reports.some(({ done }) => !done) && (
        <Button size="small" onClick={() => void draw()}>
          {t('起草事前报告')}
        </Button>
      )}
    </div>
  );
}

const textOf = (matters: readonly PriorMatter[]): string => matters.map((matter) => PRIOR_MATTERS[matter]).join('；');
