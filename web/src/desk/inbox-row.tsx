import type { ReactElement } from 'react';
import { WORKFLOW_NAMES } from '../api/workflow-names.js';
import { t } from '../ui/t.js';
import type { DeskRow } from './use-desk-rows.js';

/** Flags as people say them; one that is not here is shown by nothing. */
const FLAGS: Readonly<Record<string, string>> = {
  overdue: t('逾期'),
  returned: t('被退回'),
  'gate-block': t('暂缓'),
  'gate-flag': t('须说明'),
  override: t('特批'),
  justified: t('已说明'),
  'level-A': t('A级'),
  'level-B': t('B级'),
  'plan-broken': t('承诺逾期'),
};

const GRAVE_FLAGS = new Set(['overdue', 'gate-block', 'level-A', 'plan-broken']);

interface Props {
  row: DeskRow;
  address: string;
  chosen: boolean;
  marked: boolean;
  onChoose: () => void;
  onMark: (marked: boolean) => void;
}

/** One case in three lines: what, whose and where; how long it has waited and how much time is left. */
export function InboxRow({ row, address, chosen, marked, onChoose, onMark }: Props): ReactElement {
  const { deadline, steps, waitedWorkingDays } = row;
  const kind = `${WORKFLOW_NAMES[row.plural] ?? row.workflow} ${row.id}`;
  return (
    <li className={marked ? 'row-item marked' : 'row-item'} data-key={address}>
      {steps.length > 0 && (
        <input
          type="checkbox"
          className="row-mark"
          aria-label={t('选中{title}', { title: `${kind} ${row.title}` })}
          checked={marked}
          onChange={(event) => onMark(event.target.checked)}
        />
      )}
      <button type="button" className="row" aria-current={chosen} onClick={onChoose}>
        <span className="row-top">
          <span className={row.unread ? 'row-title unread' : 'row-title'}>
            {row.unread && <span className="visually-hidden">{t('未读')} </span>}
            {row.title}
          </span>
          <span className="row-kind">{kind}</span>
        </span>
        <span className="row-unit">{row.unit.name}</span>
        <span className="row-foot">
          <span className="state">{row.label}</span>
          {row.flags.flatMap((flag) =>
            FLAGS[flag] === undefined ? [] : [<Flag key={flag} flag={flag} label={FLAGS[flag]} />],
          )}
          {row.done ? (
            <span>{t('已办结')}</span>
          ) : (
            waitedWorkingDays !== null && <span>{t('已等{n}个工作日', { n: waitedWorkingDays })}</span>
          )}
          {deadline && <TimeLeft left={deadline.workingDaysLeft} provisional={deadline.provisional} />}
          {steps.length > 0 && <span className="row-step">{t('可办：{step}', { step: steps[0]?.label ?? '' })}</span>}
        </span>
      </button>
    </li>
  );
}

function Flag({ flag, label }: { flag: string; label: string }): ReactElement {
  return <span className={`tag ${GRAVE_FLAGS.has(flag) ? 'verdict-block' : 'verdict-flag'}`}>{label}</span>;
}

function TimeLeft({ left, provisional }: { left: number; provisional: boolean }): ReactElement {
  const text =
    left === 0 ? t('今天到期') : left > 0 ? t('剩{n}个工作日', { n: left }) : t('超{n}个工作日', { n: -left });
  return (
    <span className={left < 0 ? 'late' : undefined}>
      {left < 0 && <span aria-hidden="true">⚠ </span>}
      {text}
      {provisional && t('（暂定）')}
    </span>
  );
}
