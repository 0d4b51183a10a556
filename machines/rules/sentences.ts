import type { FindingCode, FindingParams } from './findings.js';
import { ITEM_KINDS, POST_TIERS, type ItemKind, type Verdict } from './vocabulary.js';

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = { clear: '通过', flag: '提示', block: '不予通过' };

function headcountSum(p: FindingParams['OVER_ESTABLISHMENT']): string {
  const sum = `现配${p.current}名、拟免${p.removed}名、拟配${p.added}名，拟后${p.after}名，核定${p.approved}名`;
  return `${p.teamName}${POST_TIERS[p.tier]}${sum}`;
}

function kindLabel(kind: string): string {
  return kind in ITEM_KINDS ? ITEM_KINDS[kind as ItemKind].label : kind;
}

/** One sentence per finding, as a section chief would read it aloud. */
export const SENTENCES: { readonly [C in FindingCode]: (params: FindingParams[C]) => string } = {
  EMPTY_PROPOSAL: () => '动议中没有任免事项。',
  ITEM_INCOMPLETE: (p) => `${p.name}的${kindLabel(p.kind)}事项未写明相应的拟任或拟免职务。`,
  TEAM_UNKNOWN: (p) => `班子${p.team}不在干部目录中，无法审核。`,
  TEAM_WITHOUT_TASK: (p) => `${p.teamName}没有年轻干部配备任务，只作职数预审。`,
  CADRE_TWICE: (p) => `${p.name}在本次动议中重复列入${p.count}次，请核对。`,
  POST_TWICE: (p) => `${p.postName}一个职位拟任${p.names.length}人（${p.names.join('、')}），请核对。`,
  POST_OCCUPIED: (p) => `${p.postName}现由${p.holderName}担任，本次动议未免去其职务。`,
  REMOVE_NOT_HOLDING: (p) => `${p.name}在决定之日不担任拟免职务（${p.post}）。`,
  APPOINT_ALREADY_HOLDING: (p) => `${p.name}已担任${p.postName}，无需再次任职。`,
  TRANSFER_KEEPS_POST: (p) => `${p.name}转任未写明免去原任职务，按继续担任原职计算，请说明或补充免职事项。`,
  OVER_ESTABLISHMENT: (p) => `${headcountSum(p)}，超核定职数${p.after - p.approved}名。`,
  OVER_ESTABLISHMENT_NOT_ABSORBED: (p) => `超职数未消化：${headcountSum(p)}，仍超${p.after - p.approved}名。`,
  ELIGIBILITY_UNKNOWN: (p) =>
    `任职资格（${p.rules[0] ?? ''}至${p.rules.at(-1) ?? ''}共${p.rules.length}项）不在本关结论之内，另行逐条审核，未知不作为符合。`,
};
