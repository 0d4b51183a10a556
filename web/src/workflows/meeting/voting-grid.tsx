import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { type Vote, VOTE_LABELS } from '../../../../machines/rules/index.js';
import type { MeetingContext, MeetingQuorum } from '../../api/meeting-types.js';
import { t } from '../../ui/t.js';
import { isPresent, isRecused, markKey, type Marks, rowsOf, standingOf, voteAt, type VoteRow } from './reading.js';
import { StandingCell } from './standing-cell.js';

interface Props {
  meeting: MeetingContext;
  quorum: MeetingQuorum;
  marks: Marks;
  /** Absent where the grid is only read. */
  mark?: (row: VoteRow, member: number, vote: Vote | null) => void;
}

const KEYS: Readonly<Record<string, Vote | null>> = {
  '1': 'for',
  '2': 'against',
  '3': 'deferred',
  '0': null,
  Delete: null,
  Backspace: null,
};
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};
const SHORT: Readonly<Record<Vote, string>> = { for: t('同'), against: t('否'), deferred: t('缓') };

/**
 * Members by items, one cell a vote. 1, 2 and 3 mark 同意, 不同意 and 缓议 and go on to the next, 0 takes back, arrows move;
 * a press of the mouse goes round the three.
 */
export function VotingGrid({ meeting, quorum, marks, mark }: Props): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsOf(meeting);
  const members = meeting.members.filter(({ no }) => isPresent(meeting, no));
  const focusAt = (row: number, column: number): void =>
    table.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"]`)?.focus();
  const press = (event: KeyboardEvent, at: readonly [number, number], row: VoteRow, member: number): void => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      focusAt(at[0] + step[0], at[1] + step[1]);
    } else if (event.key in KEYS && mark && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      // A key of the page's own must not be pressed besides.
      event.stopPropagation();
      mark(row, member, KEYS[event.key] ?? null);
      focusAt(at[0] + 1 < rows.length ? at[0] + 1 : 0, at[0] + 1 < rows.length ? at[1] : at[1] + 1);
    }
  };
  return (
    <div className="vote-scroll">
      <table className="plain vote-grid" ref={table}>
        <caption className="visually-hidden">{t('表决登记')}</caption>
        <thead>
          <tr>
            <th>{t('事项')}</th>
            {members.map(({ no, name }) => (
              <th key={no} scope="col">
                {name}
                {no === meeting.chair && <span className="muted vote-chair">{t('主持')}</span>}
              </th>
            ))}
            <th scope="col">{t('计票')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={markKey(row, 0)}>
              <th scope="row">
                {row.no}．{row.name}
                <span className="vote-change">{row.change}</span>
              </th>
              {members.map(({ no, name }, column) => (
                <td key={no}>
                  {isRecused(meeting, row, no) ? (
                    <span className="muted">{t('回避')}</span>
                  ) : (
                    <Cell
                      at={`${index}-${column}`}
                      name={`${row.name}：${name}`}
                      vote={voteAt(meeting, marks, row, no)}
                      isNew={markKey(row, no) in marks}
                      onKey={(event) => press(event, [index, column], row, no)}
                      onPress={mark ? (vote) => mark(row, no, vote) : undefined}
                    />
                  )}
                </td>
              ))}
              <StandingCell standing={standingOf(meeting, marks, row, quorum.passShareOfEntitled)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  at: string;
  name: string;
  vote: Vote | null;
  isNew: boolean;
  onKey: (event: KeyboardEvent) => void;
  onPress: ((vote: Vote | null) => void) | undefined;
}

const ROUND: readonly (Vote | null)[] = ['for', 'against', 'deferred', null];

function Cell({ at, name, vote, isNew, onKey, onPress }: CellProps): ReactElement {
  const said = vote === null ? t('未表决') : VOTE_LABELS[vote];
  if (!onPress) return <span className={`vote vote-${vote ?? 'none'}`}>{vote === null ? '—' : said}</span>;
  const next = ROUND[(ROUND.indexOf(vote) + 1) % ROUND.length] ?? null;
  return (
    <button
      type="button"
      data-at={at}
      aria-label={`${name}，${said}`}
      className={`vote vote-${vote ?? 'none'}${isNew ? ' vote-new' : ''}`}
      onKeyDown={onKey}
      onClick={() => onPress(next)}
    >
      {vote === null ? '·' : SHORT[vote]}
    </button>
  );
}
