import { addMonths, CIVIL_RANKS, type Day, type Month, monthOf } from '../../../machines/rules/index.js';
import type { DossierBody } from '../dossier/dossier.dto.js';
import { papersOf } from './papers.js';
import { inventIdentity } from './people-names.js';
import { Random } from './random.js';
import type { CadreRow, SampleCity } from './rows.js';

export type SampleDossier = { cadre: string } & Required<DossierBody>;

/** Drawn from a seed of their own: the people of a city are the same with and without them. */
const OWN_SEED = 7;
/** What only forms print is drawn apart once more: what the rules judge stays as it is. */
const PAPERS_SEED = 8;
const OUTSIDE = ['某中学教师', '某医院职工', '某企业职员', '自由职业'];
const NOWHERE = ['已退休', '在家务农', '某企业退休职工', '去世'];
const TRAININGS = ['科级干部任职培训班', '中青年干部培训班', '依法行政专题培训班', '乡村振兴专题培训班'];

/**
 * What the archive holds of each person of the city. Most are complete and in order; of some nothing is known, of some a
 * part, a few have a measure in effect or kin in the same unit, so that every answer of the rules can be met.
 *
 * @param city as generated
 * @param today the day the city is seen from
 */
export function generateDossiers(city: SampleCity, { seed, today }: { seed: number; today: Day }): SampleDossier[] {
  const random = new Random(seed + OWN_SEED);
  const papers = new Random(seed + PAPERS_SEED);
  const areas = city.units.filter(({ 单位类别: kind }) => kind === '旗县区').map(({ 单位编码: code }) => code);
  const offices = city.units.map(({ 单位编码: code }) => code);
  const promoted = promotions(city);
  return city.cadres.flatMap((cadre) => {
    if (random.chance(4)) return [];
    const surroundings = { random, papers, today, areas, offices, promotion: promoted.get(cadre.干部编号) ?? null };
    return [dossierOf(cadre, surroundings)];
  });
}

interface Surroundings {
  random: Random;
  papers: Random;
  today: Day;
  areas: readonly string[];
  offices: readonly string[];
  promotion: Day | null;
}

function dossierOf(cadre: CadreRow, surroundings: Surroundings): SampleDossier {
  const { random, papers, today, areas, promotion } = surroundings;
  const year = Number(today.slice(0, 4));
  const knowsGrade = random.chance(97);
  return {
    cadre: cadre.干部编号,
    profile: {
      relativesComplete: random.chance(96),
      measuresComplete: random.chance(98),
      ranksComplete: true,
      grassrootsMonths: random.int(20, 96),
      trainingMet: random.chance(92),
      healthFit: random.chance(99) ? true : null,
      growthArea: random.chance(90) ? random.pick(areas) : null,
      lastPromotion: promotion === null ? null : { on: promotion, exceptional: false },
    },
    relatives: relativesOf(cadre, surroundings),
    assessments: [1, 2, 3]
      .filter((back) => back > 1 || knowsGrade)
      .map((back) => ({ year: year - back, grade: random.chance(15) ? 'excellent' : 'competent' }) as const),
    measures: measuresOf(random, today),
    ranks: ranksOf(cadre, random),
    trainings: [{ name: random.pick(TRAININGS), from: `${year - 1}-05-11`, to: `${year - 1}-05-22` }],
    archiveReview: {
      on: `${year - 1}-06-30`,
      birth: dotted(cadre.身份证号.slice(6, 12)) === cadre.出生年月 ? 'consistent' : 'corrected',
      workStart: 'consistent',
      partyJoin: 'consistent',
      education: 'consistent',
      career: 'consistent',
      identity: 'consistent',
      note: null,
    },
    ...papersOf(cadre, papers, today),
  };
}

function relativesOf(cadre: CadreRow, { random, offices }: Surroundings): SampleDossier['relatives'] {
  const words = [cadre.性别 === '男' ? '妻子' : '丈夫', '父亲', '母亲', ...(random.chance(70) ? ['长子'] : [])];
  return words.map((relation) => {
    const [unit, workplace] = placeOf(relation, cadre, random, offices);
    return {
      relation,
      name: inventIdentity(random).name,
      birth: bornBeside(relation, cadre),
      politicalStatus: random.pick(['群众', '中共党员']),
      workplace,
      unit,
      leads: unit === null ? null : false,
    };
  });
}

/** Months between a cadre and his kin; the rules do not ask for them. */
const APART: Readonly<Record<string, number>> = { 妻子: 14, 丈夫: -17, 父亲: -319, 母亲: -296, 长子: 327 };
/** The youngest child of the sample was born by then. */
const LAST_BIRTH = '2024-06';

function bornBeside(relation: string, { 出生年月: birth }: CadreRow): Month | null {
  const month = addMonths(birth.replace('.', '-'), APART[relation] ?? 0);
  return month > LAST_BIRTH ? null : month;
}

/** Spouses mostly serve in some office of the city, seldom in the cadre's own; others are retired, at school, or elsewhere. */
function placeOf(
  relation: string,
  cadre: CadreRow,
  random: Random,
  offices: readonly string[],
): [unit: string | null, workplace: string] {
  if (!['妻子', '丈夫'].includes(relation)) return [null, relation === '长子' ? '某大学学生' : random.pick(NOWHERE)];
  if (random.chance(2)) return [cadre.所在单位编码, '本单位干部'];
  if (random.chance(3)) return [null, random.pick(OUTSIDE)];
  const other = random.pick(offices.filter((code) => code !== cadre.所在单位编码));
  return [other, '某单位干部'];
}

function measuresOf(random: Random, today: Day): SampleDossier['measures'] {
  if (!random.chance(3)) return [];
  const months = random.int(1, 18);
  const kind = random.pick(['reminder-talk', 'letter-of-inquiry', 'admonition', 'party-warning'] as const);
  return [{ kind, from: `${addMonths(monthOf(today), -months)}-10`, documentNo: null, note: null }];
}

/** The present rank and up to three before it, two to four years each, none from before work began. */
function ranksOf(
  { 职级: rank, 任现职级时间: since, 参加工作时间: begun }: CadreRow,
  random: Random,
): SampleDossier['ranks'] {
  const place = CIVIL_RANKS.findIndex((known) => known === rank);
  if (place < 0 || since === '') return [];
  const ranks: SampleDossier['ranks'] = [];
  let until: Month | null = null;
  let from: Month = dashed(since);
  for (const held of CIVIL_RANKS.slice(Math.max(0, place - 3), place + 1).toReversed()) {
    ranks.unshift({ rank: held, since: from, until });
    until = from;
    from = addMonths(from, -random.int(24, 48));
    if (from < dashed(begun)) break;
  }
  return ranks;
}

/** The last regular appointment to a leading post, where that was the first one at its level or a step up. */
function promotions({ appointments }: SampleCity): Map<string, Day> {
  const last = new Map<string, Day>();
  for (const { 干部编号: cadre, 任职时间: from, 任职方式: mode } of appointments) {
    const day = dashed(from);
    if (mode !== '挂职' && mode !== '兼任' && (last.get(cadre) ?? '') < day) last.set(cadre, day);
  }
  return last;
}

const dashed = (text: string): string => text.replaceAll('.', '-');
const dotted = (digits: string): string => `${digits.slice(0, 4)}.${digits.slice(4)}`;
