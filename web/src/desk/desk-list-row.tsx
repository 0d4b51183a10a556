import type { ReactElement } from 'react';
import { serverNow } from '../api/server-time.js';
import { dayInChina, timeLeftText, waitingText } from '../ui/time.js';
import { WORKFLOW_NAMES } from '../api/plurals.js';
import type { DeskRow } from './use-desk-cases.js';

interface Props {
  row: DeskRow;
  chosen: boolean;
  onChoose: () => void;
}

/** One case in three lines: what, whose and where; how long it has waited and how much time is left. */
export function DeskListRow({ row, chosen, onChoose }: Props): ReactElement {
  const now = serverNow();
  const { deadline, steps } = row;
  return (
    <li>
      <button type="button" className="row" aria-current={chosen} onClick={onChoose}>
        <span className="row-top">
          <span className="row-title">{row.title}</span>
          <span className="row-kind">
            {WORKFLOW_NAMES[row.plural]} {row.id}
          </span>
        </span>
        <span className="row-unit">{row.unit.name}</span>
        <span className="row-foot">
          <span className="state">{row.label}</span>
          <span>{row.done ? '已办结' : `已等 ${waitingText(row.updatedAt, now)}`}</span>
          {deadline && (
            <span className={deadline.overdue ? 'late' : undefined}>
              {deadline.overdue && <span aria-hidden="true">⚠ </span>}
              {timeLeftText(dayInChina(now), deadline.dueDay)}
            </span>
          )}
          {steps !== undefined && steps.length > 0 && <span className="row-step">可办：{steps[0]}</span>}
        </span>
      </button>
    </li>
  );
}
