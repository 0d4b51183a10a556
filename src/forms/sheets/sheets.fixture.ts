import type { LedgerView } from '../../directory/index.js';
import { LINES } from '../case-forms/case-facts.fixture.js';
import type { TaskOnSheet, TeamOnSheet } from './ledger-sheet.js';

type Row = LedgerView['items'][number];

const ROW: Row = {
  team: 'T1',
  teamName: '某县财政局班子',
  unit: 'U1',
  unitName: '某县财政局',
  task: 'TASK',
  taskName: '至少2名',
  base: 3,
  baseKind: 'incumbents',
  due: 2,
  actual: 1,
  shortfall: 1,
  ratio: { num: 1, den: 3 },
  level: 'B',
  severity: 2,
  unmetQuarters: 2,
  vacancies: { principal: 0, deputy: 1 },
  overEstablishment: 0,
  nested: null,
  members: [{ cadre: 'C1', name: '王伟', birth: '1991-10', ageYears: 34, post: 'P2' }],
  ageingOut: [{ cadre: 'C1', name: '王伟', month: '2028-10', reason: 'age' }],
  fallsShortIn: null,
};

/** Two teams, one of them without anybody. */
export const LEDGER: Pick<LedgerView, 'items' | 'asOf'> = {
  asOf: '2026-09-30',
  items: [
    ROW,
    {
      ...ROW,
      team: 'T2',
      teamName: '某局班子',
      unitName: '=HYPERLINK("x")',
      task: 'STRICT',
      due: 0,
      actual: 0,
      ratio: { num: 0, den: 0 },
      vacancies: { principal: 0, deputy: 0 },
      members: [],
      ageingOut: [],
    },
  ],
};

export const LEDGER_TEAMS = new Map<string, TeamOnSheet>([
  [
    'T1',
    {
      area: '某县',
      kind: 'county-party-gov-department',
      level: 'township-section',
      approved: 4,
      incumbents: 3,
      outsideHeadcount: 1,
    },
  ],
  [
    'T2',
    { area: '市直', kind: 'city-other', level: 'county-division', approved: 0, incumbents: 0, outsideHeadcount: 0 },
  ],
]);

export const LEDGER_TASKS = new Map<string, TaskOnSheet>([
  ['TASK', { ageRule: 'around', ageYears: 35 }],
  ['STRICT', { ageRule: 'strict', ageYears: 40 }],
]);

export const ROSTER_PEOPLE = [LINES[1]!.person, LINES[0]!.person];
