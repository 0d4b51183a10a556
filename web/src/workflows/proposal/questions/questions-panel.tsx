import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { completeItem, isAppointed } from '../../../../../machines/rules/index.js';
import { sentenceOf } from '../../../api/problem.js';
import type { CaseView, HistoryEntry } from '../../../api/types.js';
import { DEPARTMENT, DRAFTERS, belongsTo, rolesOf, useSession } from '../../../app/current-session.js';
import { Link } from '../../../app/router.js';
import { t } from '../../../ui/t.js';
import { isUnderWay, type Kept } from './kept.js';
import { isConcluded, PersonBefore } from './person-before.js';
import { PriorReports } from './prior-reports.js';
import { mattersFoundIn, toldOf } from './told.js';
import { type Question, useAsk, useQuestions } from './use-questions.js';

/** So many people are shown open; of more, those of whom something is still asked. */
const SHOWN_OPEN = 2;

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
  nameOf: (cadre: string) => string;
}

/**
 * What the meeting waits for, person by person: 凡提四必 and the seven cases with what shows them, kin that were looked into,
 * the opinions asked for; and the prior report of the batch.
 */
export function QuestionsPanel({ view, history, nameOf }: Props): ReactElement | null {
  const roles = rolesOf(useSession());
  const department = belongsTo(DEPARTMENT, roles);
  const opinions = useQuestions('integrity_opinions', view, department);
  const kept = view.context as Kept;
  const items = (view.context.items ?? []).map((item) => completeItem(item));
  const cadres = [...new Set(items.filter((item) => isAppointed(item)).map(({ cadre }) => cadre))];
  if (view.statePath === 'draft' || cadres.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('讨论决定之前')}>
      <header className="card-head">
        <h2>{t('讨论决定之前')}</h2>
        <span className="muted">{t('凡提四必、七种情形、事前报告')}</span>
      </header>
      {cadres.map((cadre) => {
        const asked = opinions.find(({ fields }) => fields.cadre_code === cadre);
        return (
          <PersonBefore
            key={cadre}
            view={view}
            kept={kept}
            cadre={cadre}
            name={nameOf(cadre)}
            told={toldOf(history, cadre)}
            open={cadres.length <= SHOWN_OPEN || !isConcluded(kept, cadre)}
            opinion={department ? <Opinion view={view} cadre={cadre} asked={asked} /> : null}
          />
        );
      })}
      <PriorReports
        view={view}
        kept={kept}
        found={isUnderWay(view) ? mattersFoundIn(history) : []}
        drafts={belongsTo(DRAFTERS, roles)}
      />
    </section>
  );
}

function Opinion({ view, cadre, asked }: { view: CaseView; cadre: string; asked: Question | undefined }): ReactElement {
  return (
    <>
      {asked && <Link href={`/integrity_opinions/${asked.id}`}>{t('廉洁意见：{state}', { state: asked.label })}</Link>}{' '}
      {isUnderWay(view) && (!asked || asked.done) && <Ask view={view} cadre={cadre} />}
    </>
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
