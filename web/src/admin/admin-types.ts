import type { Policy, WarningLevel } from '../../../machines/rules/index.js';

export interface PolicyVersion {
  version: number;
  note: string;
  createdBy: string | null;
  createdAt: string;
}

export interface PolicyDocument extends PolicyVersion {
  policy: Policy;
}

export interface PolicySetting {
  path: string;
  meaning: string;
  basis: 'fact' | 'assumption';
  source: string;
  confirmedBy?: string;
}

interface LedgerSums {
  rows: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
}

interface PreviewedStanding {
  level: WarningLevel;
  severity: number;
  due: number;
  actual: number;
  shortfall: number;
}

export interface PolicyPreview {
  asOf: string;
  basedOn: number;
  before: LedgerSums;
  after: LedgerSums;
  areasReached: { before: number; after: number; areas: number };
  levels: { severity: number; before: number; after: number }[];
  moves: { from: WarningLevel; to: WarningLevel; rows: number }[];
  changed: number;
  items: {
    team: string;
    teamName: string;
    unitName: string;
    taskName: string;
    before: PreviewedStanding;
    after: PreviewedStanding;
  }[];
}

export interface CalendarDay {
  day: string;
  kind: 'off' | 'work';
  name: string;
}

export interface CalendarYear {
  year: number;
  days: CalendarDay[];
  adjacent: CalendarDay[];
  changedByNextYear: CalendarDay[];
  papers: {
    version: number;
    source: string;
    paperUrl: string | null;
    note: string;
    loadedBy: string | null;
    loadedAt: string;
  }[];
  coverageFrom: string;
  coverageUntil: string;
  coveredDays: number;
  endsSoon: boolean;
}

export interface LoadedYear {
  changed: boolean;
  deadlines: { checked: number; moved: number; provisional: number; unknown: number };
}

export interface Operations {
  queues: { name: string; waiting: number; active: number; delayed: number; failed: number }[];
  workers: { id: string; lastSweepAt: string | null; stuck: boolean }[];
  reminders: { oldestDueSeconds: number | null; waiting: number };
  outbox: { waiting: number; oldestSeconds: number | null };
  calendar: { coverageUntil: string; daysLeft: number };
}
