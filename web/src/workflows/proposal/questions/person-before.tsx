import type { ReactElement, ReactNode } from 'react';
import {
  DISQUALIFICATIONS,
  type Disqualification,
  EXCEPTIONAL_GROUNDS,
  FOUR_CHECKS,
  type FourCheck,
} from '../../../../../machines/rules/index.js';
import type { CaseView } from '../../../api/types.js';
import { DownloadLink } from '../../../ui/download-link.js';
import { t } from '../../../ui/t.js';
import type { Kept } from './kept.js';
import type { Told, ToldOf } from './told.js';

const CHECKS = Object.keys(FOUR_CHECKS) as FourCheck[];

interface Props {
  view: CaseView;
  kept: Kept;
  cadre: string;
  name: string;
  told: ToldOf;
  /** Folded away where everything is concluded and there are many. */
  open: boolean;
  /** The commission's answer, for those who may read it; asking for it. */
  opinion: ReactNode;
}

/** Everything that is asked of one person before the meeting: what was concluded, what shows it, what is still open. */
export function PersonBefore({ view, kept, cadre, name, told, open, opinion }: Props): ReactElement {
  const concluded = kept.checks?.[cadre] ?? {};
  const claim = kept.exceptional?.[cadre];
  const answered = kept.avoidance?.[cadre];
  const seven = kept.disqualified?.[cadre];
  return (
    <details open={open}>
      <summary>
        <b>{name}</b> <span className="muted">{standingText(kept, cadre)}</span>
      </summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('核查事项')}</th>
            <th scope="col">{t('结论')}</th>
            <th scope="col">{t('依据')}</th>
          </tr>
        </thead>
        <tbody>
          {CHECKS.map((check) => (
            <tr key={check}>
              <td>{FOUR_CHECKS[check]}</td>
              <td>
                <Concluded clear={concluded[check]} />
              </td>
              <td>
                {check === 'disciplineOpinion' && <OpinionNote kept={kept} cadre={cadre} opinion={opinion} />}
                <Evidence view={view} told={concluded[check] === undefined ? undefined : told.checks[check]} />
              </td>
            </tr>
          ))}
          <tr>
            <td>{t('不得列为考察对象的七种情形')}</td>
            <td>
              <Seven applies={seven} />
            </td>
            <td>{seven !== undefined && <Answers told={told} />}</td>
          </tr>
          {answered && (
            <tr>
              <td>{t('任职回避（人工核对）')}</td>
              <td>
                <Concluded clear={answered.clear} words={[t('不构成回避'), t('应当回避')]} />
              </td>
              <td>
                <div className="muted">{answered.about.join('；')}</div>
                <Evidence view={view} told={told.avoidance ?? undefined} />
              </td>
            </tr>
          )}
          {claim && (
            <tr>
              <td>{t('破格提拔')}</td>
              <td>{EXCEPTIONAL_GROUNDS[claim.ground]}</td>
              <td>{claim.reason}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  );
}

function standingText(kept: Kept, cadre: string): string {
  const concluded = kept.checks?.[cadre] ?? {};
  const done = CHECKS.filter((check) => concluded[check] !== undefined).length;
  const seven = kept.disqualified?.[cadre] === undefined ? t('七种情形未答复') : t('七种情形已答复');
  return `${t('凡提四必{done}/{all}', { done, all: CHECKS.length })}，${seven}`;
}

/** Whether everything asked of somebody has been concluded. */
export const isConcluded = (kept: Kept, cadre: string): boolean =>
  CHECKS.every((check) => kept.checks?.[cadre]?.[check] !== undefined) && kept.disqualified?.[cadre] !== undefined;

function Concluded({ clear, words }: { clear: boolean | undefined; words?: readonly [string, string] }): ReactElement {
  if (clear === undefined) return <span className="muted">{t('尚无结论')}</span>;
  const [yes, no] = words ?? [t('不影响任用'), t('影响任用')];
  return (
    <span className={clear ? 'fits' : 'fails'}>
      <span aria-hidden="true">{clear ? '✓' : '✕'}</span> {clear ? yes : no}
    </span>
  );
}

function Seven({ applies }: { applies: readonly Disqualification[] | undefined }): ReactElement {
  if (applies === undefined) return <span className="muted">{t('未答复')}</span>;
  if (applies.length === 0) return <Concluded clear words={[t('均不属于'), '']} />;
  return <Concluded clear={false} words={['', applies.map((one) => DISQUALIFICATIONS[one]).join('；')]} />;
}

function Answers({ told: { answers } }: { told: ToldOf }): ReactElement | null {
  if (answers === null) return null;
  return (
    <details>
      <summary>{t('逐项答复（{by}）', { by: answers.by })}</summary>
      <ol>
        {answers.given.map((answer) => (
          <li key={answer.case}>
            {DISQUALIFICATIONS[answer.case]}：{answer.applies ? <b>{t('属于')}</b> : t('不属于')}
            <span className="muted">（{answer.evidence}）</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Evidence({ view, told }: { view: CaseView; told: Told | undefined }): ReactElement | null {
  if (told === undefined) return null;
  return (
    <>
      {told.evidence}{' '}
      <span className="muted">
        {told.signed && t('双签字：{party}、{discipline}，', { party: told.signed[0], discipline: told.signed[1] })}
        {told.day}，{told.by}
      </span>
      {told.attachments.map((file) => (
        <span key={file}>
          {' '}
          <DownloadLink path={`proposals/${view.id}/attachments/${file}`}>{t('附件{n}', { n: file })}</DownloadLink>
        </span>
      ))}
    </>
  );
}

function OpinionNote({ kept, cadre, opinion }: { kept: Kept; cadre: string; opinion: ReactNode }): ReactElement {
  const answered = kept.opinions?.[cadre];
  const validUntil = answered?.validUntil;
  return (
    <>
      {opinion ?? (answered && t('纪委监委已在系统内答复'))}{' '}
      {validUntil && <span className="muted">{t('有效期至{day}', { day: validUntil })} </span>}
    </>
  );
}
