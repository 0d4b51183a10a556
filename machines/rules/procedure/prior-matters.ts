import { addMonthsToDay } from '../days.js';
import type { Measure } from '../eligibility/index.js';
import type { ProcedurePolicy } from '../procedure-policy.js';
import type { Day, ItemKind, PostTier, UnitKind } from '../vocabulary.js';

/** 事前报告: matters that are reported and answered before the meeting. @source handbook §1.5 V-24, V-10, V-41 */
export const PRIOR_MATTERS = {
  structureChange: '机构变动或者主要领导即将离任时提拔、调整干部',
  bulkAdjustment: '除换届外，一次集中调整干部数量较大或者一定时期内频繁调整干部',
  overEstablishment: '因特殊情况超职数配备干部',
  exceptionalPromotion: '破格提拔干部',
  kinPromotion: '领导干部亲属在本单位（系统）内提拔任用',
  afterSanction: '受处分、组织处理或者问责后重新任用',
  shortTenure: '旗县区、苏木乡镇党政正职任职不满规定年限调整',
  nominatedWithoutRecommendation: '不经民主推荐，由组织提名人选',
  beyondAgeOrTerm: '超过任职年龄或者任期继续留任',
  nearStaff: '领导干部身边工作人员提拔任用',
  civilServiceTransfer: '调任进入公务员队伍担任领导职务',
  other: '其他应当事前报告的事项',
} as const;
export type PriorMatter = keyof typeof PRIOR_MATTERS;

/** One item as far as the matters ask. */
export interface AdjustedItem {
  cadre: string;
  kind: ItemKind;
  /** The item gives a post in the end. */
  appoints: boolean;
  /** The post to be left, and since when it is held. */
  leaves: { tier: PostTier; unitKind: UnitKind; since: Day } | null;
  exceptional: boolean;
  /** A relative of the cadre leads the unit of the new post or the one above it. */
  kinLeads: boolean;
  /** The cadre has reached the age limit that the city sets for the new post (E16). */
  beyondAge: boolean;
  measures: readonly Measure[];
}

export interface MattersQuestion {
  items: readonly AdjustedItem[];
  /** Persons whom the unit has adjusted within the policy's window before this proposal. */
  adjustedBefore: number;
  /** After the proposal a tier of some team holds more than is approved. */
  overEstablishment: boolean;
  on: Day;
  policy: ProcedurePolicy['priorReport'];
}

/** Measures after which somebody is 重新任用: they took a post, a rank or standing away. */
const TOOK_SOMETHING_AWAY: readonly Measure['kind'][] = [
  'post-adjustment',
  'ordered-resignation',
  'dismissal',
  'demotion',
  'admin-demerit',
  'admin-serious-demerit',
  'admin-downgrade',
  'admin-removal',
  'party-warning',
  'party-serious-warning',
];

/**
 * Matters that the ledger itself shows; people tick what it cannot know.
 *
 * @param question the batch, what the unit has done lately, and the policy's numbers (persons and months)
 * @returns matters in the order of PRIOR_MATTERS, each once; empty when none is found
 * @source handbook §1.5 V-24, V-26 (bulk numbers are local)
 */
export function mattersFound({ items, adjustedBefore, overEstablishment, on, policy }: MattersQuestion): PriorMatter[] {
  const renewal = items.length > 0 && items.every(({ kind }) => kind === 'term-renewal');
  const persons = new Set(items.map(({ cadre }) => cadre)).size;
  const found: Partial<Record<PriorMatter, boolean>> = {
    bulkAdjustment:
      !renewal &&
      (persons >= policy.bulkAdjustmentCount || persons + adjustedBefore >= policy.bulkAdjustmentWindowCount),
    overEstablishment,
    exceptionalPromotion: items.some(({ exceptional }) => exceptional),
    kinPromotion: items.some(({ appoints, kinLeads }) => appoints && kinLeads),
    afterSanction: items.some(
      ({ appoints, measures }) => appoints && measures.some(({ kind }) => TOOK_SOMETHING_AWAY.includes(kind)),
    ),
    beyondAgeOrTerm: items.some(({ appoints, beyondAge }) => appoints && beyondAge),
    shortTenure: !renewal && items.some(({ leaves }) => leaves !== null && isShort(leaves, on, policy)),
  };
  return (Object.keys(PRIOR_MATTERS) as PriorMatter[]).filter((matter) => found[matter]);
}

/** Party and government principals of counties and townships. */
function isShort(
  { tier, unitKind, since }: NonNullable<AdjustedItem['leaves']>,
  on: Day,
  { principalTenureMonths }: ProcedurePolicy['priorReport'],
): boolean {
  const bound = tier === 'principal' && (unitKind === 'county-level-area' || unitKind === 'township');
  return bound && on < addMonthsToDay(since, principalTenureMonths);
}
