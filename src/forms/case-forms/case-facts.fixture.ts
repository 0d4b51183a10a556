import { DEFAULT_RECEIVING, type GateResult, isYoung } from '../../../machines/rules/index.js';
import type { NamedPerson, NamedPost, NamedTerm } from '../../directory/index.js';
import { type CaseFacts, type CaseLine, NO_OPINIONS } from './case-facts.js';

const BUREAU: Pick<NamedPost, 'unit' | 'unitCode' | 'team' | 'teamName' | 'level'> = {
  unit: '某县财政局',
  unitCode: 'U1',
  team: 'T1',
  teamName: '某县财政局领导班子',
  level: 'township-section',
};

export const post = (code: string, name: string, tier: NamedPost['tier'] = 'deputy'): NamedPost => ({
  ...BUREAU,
  code,
  name,
  tier,
  rank: tier === 'principal' ? 'ke-principal' : 'ke-deputy',
});

const term = (held: NamedPost, from: string, to: string | null = null): NamedTerm => ({
  ...held,
  from,
  to,
  mode: 'regular',
  occupiesHeadcount: true,
});

let ids = 0;

export function person(name: string, birth: string, terms: NamedTerm[] = []): NamedPerson {
  ids += 1;
  return {
    id: ids,
    code: `C${ids}`,
    name,
    sex: 'male',
    birth,
    ethnicity: '汉族',
    politicalStatus: '中共党员',
    workStart: '2010-07',
    partyJoin: '2008-06',
    fullTimeEducation: '大学',
    inServiceEducation: null,
    civilRank: '四级主任科员',
    rankSince: '2022-05',
    homeUnit: '某县财政局',
    terms,
  };
}

const DEPUTY = post('P2', '副局长');
const HEAD = post('P1', '局长', 'principal');

export const LINES: CaseLine[] = [
  {
    person: person('王伟', '1991-10'),
    appointTo: DEPUTY,
    removeFrom: null,
    kind: 'promote',
    mode: 'probation',
    note: '',
    nativePlace: '某省甲市',
    fullTimeEducation: '大学',
    fullTimeDegree: '经济学学士',
    inServiceDegree: '',
  },
  {
    person: person('李明', '1979-03', [term(DEPUTY, '2018-03-12')]),
    appointTo: null,
    removeFrom: DEPUTY,
    kind: 'remove',
    mode: 'regular',
    note: '另有任用',
    nativePlace: '某省乙市',
    fullTimeEducation: '大专',
    fullTimeDegree: '',
    inServiceDegree: '',
  },
];

const numbers = { base: 4, due: 2, shortfall: 1 };

export const GATE: GateResult = {
  verdict: 'flag',
  policyVersion: 1,
  decisionDate: '2026-11-23',
  teams: [
    {
      team: 'T1',
      teamName: BUREAU.teamName,
      task: 'TASK',
      taskName: '至少2名40岁以下',
      before: { ...numbers, actual: 0, shortfall: 2 },
      after: { ...numbers, actual: 1 },
      delta: -1,
      level: 'A',
      severity: 3,
      fillsVacancy: true,
      verdict: 'flag',
      exempt: false,
      sentence: '应配2名、现配0名、差2名；本次调入1名，调整后为1名，仍差1名。',
    },
  ],
  headcount: [
    {
      team: 'T1',
      teamName: BUREAU.teamName,
      tier: 'principal',
      approved: 1,
      current: 1,
      removed: 0,
      added: 0,
      after: 1,
      passes: true,
    },
    {
      team: 'T1',
      teamName: BUREAU.teamName,
      tier: 'deputy',
      approved: 3,
      current: 3,
      removed: 1,
      added: 1,
      after: 3,
      passes: true,
    },
  ],
  findings: [],
};

/** One comes, one goes: everybody made up. */
export function caseFacts(given: Partial<CaseFacts> = {}): CaseFacts {
  return {
    title: '关于调整班子成员的动议',
    reason: '工作需要。',
    unit: { code: 'U1', name: '某县财政局' },
    reportedOn: '2026-11-23',
    asOf: '2026-11-23',
    department: '某市委组织部',
    receiving: DEFAULT_RECEIVING,
    lines: LINES,
    members: [
      { cadre: 'M1', team: 'T1', birth: '1972-01', rank: HEAD.rank, counts: true },
      { cadre: 'M2', team: 'T1', birth: '1981-05', rank: 'ke-deputy', counts: true },
      { cadre: 'M3', team: 'T1', birth: '1985-12', rank: 'ke-deputy', counts: true },
      { cadre: 'C2', team: 'T1', birth: '1979-03', rank: 'ke-deputy', counts: true },
      { cadre: 'M5', team: 'T1', birth: '1994-01', rank: 'ke-deputy', counts: false },
    ],
    teams: [
      {
        code: 'T1',
        name: BUREAU.teamName,
        unit: BUREAU.unit,
        unitKind: 'county-party-gov-department',
        level: BUREAU.level,
      },
    ],
    gate: GATE,
    opinions: NO_OPINIONS,
    isUnderForty: (birth) => isYoung(birth, '2026-11-23', { rule: 'below', years: 40 }),
    ...given,
  };
}
