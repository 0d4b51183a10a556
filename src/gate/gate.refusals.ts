import { POST_TIERS, type PostTier, type Verdict, VERDICT_LABELS } from '../../machines/rules/index.js';
import type { RefusalEntry } from '../platform/index.js';
import { say } from './say.js';

const tierLabel = (tier: unknown): string => POST_TIERS[tier as PostTier] ?? '';
const verdictLabel = (verdict: unknown): string => VERDICT_LABELS[verdict as Verdict] ?? '无';

/** What the gate and the workflows behind it may refuse about items, as people read it. */
export const GATE_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  CADRE_UNKNOWN: { status: 422, sentence: ({ item, cadre }) => say`第${item}项：没有找到编号为${cadre}的干部。` },
  POST_UNKNOWN: { status: 422, sentence: ({ item, post }) => say`第${item}项：没有找到编码为${post}的职位。` },
  POST_OUTSIDE_UNIT: {
    status: 422,
    sentence: ({ item, post }) => say`第${item}项：职位${post}不在您所代表的单位范围内。`,
  },
  UNIT_UNKNOWN: { status: 404, sentence: ({ unit }) => say`没有找到编码为${unit}的单位。` },
  POST_RESERVED: {
    status: 409,
    // The database's own promise, kept at the last moment, knows numbers and no codes.
    sentence: ({ post, proposal }) =>
      post === undefined ? '拟任或拟免的职位已被其他动议占用。' : say`职位${post}已被第${proposal}号动议占用。`,
  },
  NO_VACANCY: {
    status: 409,
    sentence: ({ team, tier, approved, filled, reserved, adding }) =>
      say`班子${team}${tierLabel(tier)}核定${approved}名、已配${filled}名、其他动议占用${reserved}名，本次新增${adding}名，已无空缺。`,
  },
  GATE_WORSENED: {
    status: 409,
    sentence: ({ was, now }) =>
      say`把关情况较上次变差（上次“${verdictLabel(was)}”，本次“${verdictLabel(now)}”），请重新研判后再办理。`,
  },
  DIRECTORY_CHANGED: {
    status: 409,
    sentence: ({ cadre, post }) =>
      cadre === undefined
        ? '名册已变化，与动议不符，请核对后再办理。'
        : say`名册已变化：干部${cadre}与职位${post}的任免关系与动议不符，请核对后再办理。`,
  },
};
