import { headline, type HeadlineRow, type Policy } from '../../../machines/rules/index.js';
import { type Area, isOfAreas, type LedgerEntry } from '../../directory/index.js';
import type { PreviewView } from './preview.dto.js';

const SHOWN = 200;

type Item = PreviewView['items'][number];
type Sums = PreviewView['before'];

const noSums = (): Sums => ({ rows: 0, met: 0, due: 0, actual: 0, shortfall: 0 });

/** Two ledgers of one day side by side: as the policy in force judges, and as another would. */
export class PreviewCounter {
  private readonly before = noSums();
  private readonly after = noSums();
  private readonly severities = new Map([3, 2, 1].map((severity) => [severity, { before: 0, after: 0 }]));
  private readonly moves = new Map<string, PreviewView['moves'][number]>();
  private readonly headlines: { before: HeadlineRow[]; after: HeadlineRow[] } = { before: [], after: [] };
  private readonly items: Item[] = [];
  private changed = 0;

  constructor(private readonly policies: { before: Policy; after: Policy }) {}

  /** @param named whether the caller may see which team this is */
  add(before: LedgerEntry, after: LedgerEntry, area: Area | undefined, named: boolean): void {
    addTo(this.before, before);
    addTo(this.after, after);
    this.severities.get(before.severity)!.before += 1;
    this.severities.get(after.severity)!.after += 1;
    if (area && isOfAreas(before.task)) {
      this.headlines.before.push(headlineRow(before, area));
      this.headlines.after.push(headlineRow(after, area));
    }
    if (isSame(before, after)) return;
    this.changed += 1;
    if (before.level !== after.level) this.noteMove(before.level, after.level);
    if (named && this.items.length < SHOWN) this.items.push(toItem(before, after));
  }

  result(): Omit<PreviewView, 'asOf' | 'basedOn'> {
    const reached = (rows: HeadlineRow[], policy: Policy): number =>
      headline(rows, policy).filter((area) => area.reached).length;
    const { before, after } = this.headlines;
    return {
      before: this.before,
      after: this.after,
      areasReached: {
        before: reached(before, this.policies.before),
        after: reached(after, this.policies.after),
        areas: headline(before, this.policies.before).length,
      },
      levels: [...this.severities].map(([severity, counts]) => ({ severity, ...counts })),
      moves: [...this.moves.values()],
      changed: this.changed,
      items: this.items,
    };
  }

  private noteMove(from: Item['before']['level'], to: Item['after']['level']): void {
    const key = `${from}${to}`;
    const move = this.moves.get(key) ?? { from, to, rows: 0 };
    move.rows += 1;
    this.moves.set(key, move);
  }
}

function addTo(sums: Sums, { assessment: { due, actual, shortfall } }: LedgerEntry): void {
  sums.rows += 1;
  sums.due += due;
  sums.actual += actual;
  sums.shortfall += shortfall;
  if (shortfall === 0) sums.met += 1;
}

const headlineRow = ({ team, assessment }: LedgerEntry, { code, name }: Area): HeadlineRow => ({
  area: code,
  areaName: name,
  team: team.code,
  shortfall: assessment.shortfall,
});

const standingOf = ({ level, severity, assessment: { due, actual, shortfall } }: LedgerEntry): Item['before'] => ({
  level,
  severity,
  due,
  actual,
  shortfall,
});

function isSame(before: LedgerEntry, after: LedgerEntry): boolean {
  return JSON.stringify(standingOf(before)) === JSON.stringify(standingOf(after));
}

function toItem(before: LedgerEntry, after: LedgerEntry): Item {
  const { code: team, name: teamName, unitName } = before.team;
  return { team, teamName, unitName, taskName: before.task.name, before: standingOf(before), after: standingOf(after) };
}
