import { kinOf } from './kin.js';
import { met, notMet, unknown, type Judgement, type Question } from './rule.js';
import type { Relative, TargetPost } from './career.js';

/** Nothing to be looked into: the family is to be written down first. @source handbook §7 scenario 39 */
export const FAMILY_UNKNOWN = '家庭成员情况未填，任职回避无法判断';

/**
 * E12: a relation that is not on record is unknown, never clear; so are words for a relative that name no degree of kinship,
 * and a unit named in words alone. What is open a person may answer, for as long as it is the same that is open; what is a
 * clash, or a family nobody has written down, no answer clears.
 *
 * @source handbook §1.8, V-21, V-33
 */
export function judgeAvoidance({ career, target, avoidance }: Question): Judgement {
  if (career.relatives === null) return unknown(FAMILY_UNKNOWN);
  const serving = career.relatives.filter(({ serves }) => serves !== false);
  const kin = serving.filter(({ relation }) => kinOf(relation) !== null);
  const clash = clashOf(kin, target);
  if (clash) return notMet(clash);
  const open = openQuestion(serving, kin, target);
  if (open === null) return met('未发现应当任职回避的情形');
  if (!avoidance?.about.includes(open)) return unknown(open);
  return avoidance.clear ? met('经人工核对，不构成任职回避') : notMet('经人工核对，应当任职回避');
}

/** Directly above or below one another, or side by side under the same leader: a unit's team is led by its principal. */
function clashOf(kin: readonly Relative[], target: TargetPost): string | null {
  const colleague = kin.find(({ unit, leads }) => unit === target.unit && (leads || target.tier === 'principal'));
  if (colleague) return `${colleague.relation}在同一单位任职，应当任职回避`;
  const superior = kin.find(({ unit, leads }) => leads && unit !== null && target.superiorUnits.includes(unit));
  if (superior) return `${superior.relation}任直接上级单位领导，应当任职回避`;
  const below = kin.find(({ above, leads }) => leads && above === target.unit);
  return below ? `${below.relation}任直接下级单位领导，应当任职回避` : null;
}

/** What a person has to look into before it can be said; null when nothing is open. */
function openQuestion(serving: readonly Relative[], kin: readonly Relative[], target: TargetPost): string | null {
  const colleague = kin.find(({ unit }) => unit === target.unit);
  if (colleague) return `${colleague.relation}在同一单位任职，是否有直接隶属或者上下级领导关系，请人工核对`;
  const named = serving.find((one) => namesUnit(one, target.unitName ?? null));
  if (named) return `${named.relation}的工作单位写有“${target.unitName!}”，请核对是否应当任职回避`;
  const near = [target.unit, ...target.superiorUnits];
  const stranger = serving.find(({ relation, unit }) => kinOf(relation) === null && unit && near.includes(unit));
  if (stranger) return `“${stranger.relation}”未能对应回避的亲属关系，请人工核对`;
  const open = serving.filter((one) => one.unit === null || (one.leads === null && isAdjacent(one, target)));
  return open.length === 0
    ? null
    : `${open.map(({ relation }) => relation).join('、')}的工作单位或职务未能对应，请人工核对`;
}

const isAdjacent = ({ unit, above }: Relative, target: TargetPost): boolean =>
  (unit !== null && target.superiorUnits.includes(unit)) || above === target.unit;

/** A family row in words alone that names the unit of the post. */
function namesUnit({ unit, workplace }: Relative, unitName: string | null): boolean {
  return unit === null && unitName !== null && (workplace ?? '').replaceAll(/\s/gu, '').includes(unitName);
}
