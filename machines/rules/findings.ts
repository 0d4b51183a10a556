import type { PostTier } from './vocabulary.js';

/** What each finding is about: codes and numbers only, from which any sentence can be made. */
export interface FindingParams {
  EMPTY_PROPOSAL: { items: 0 };
  ITEM_INCOMPLETE: { cadre: string; name: string; kind: string };
  TEAM_UNKNOWN: { team: string };
  TEAM_WITHOUT_TASK: { team: string; teamName: string };
  CADRE_TWICE: { cadre: string; name: string; count: number };
  POST_TWICE: { post: string; postName: string; names: string[] };
  POST_OCCUPIED: { post: string; postName: string; team: string; holder: string; holderName: string };
  REMOVE_NOT_HOLDING: { cadre: string; name: string; post: string; team: string };
  APPOINT_ALREADY_HOLDING: { cadre: string; name: string; post: string; postName: string };
  TRANSFER_KEEPS_POST: { cadre: string; name: string };
  OVER_ESTABLISHMENT: HeadcountParams;
  OVER_ESTABLISHMENT_NOT_ABSORBED: HeadcountParams;
  ELIGIBILITY_UNKNOWN: { rules: string[] };
}

interface HeadcountParams {
  team: string;
  teamName: string;
  tier: PostTier;
  approved: number;
  current: number;
  removed: number;
  added: number;
  after: number;
}

export type FindingCode = keyof FindingParams;
export type FindingSeverity = 'info' | 'flag' | 'block';

/** Something about the proposal that is not the shortfall of a team. Only `flag` and `block` move the verdict. */
export type Finding = {
  [C in FindingCode]: { code: C; severity: FindingSeverity; params: FindingParams[C]; sentence: string };
}[FindingCode];
