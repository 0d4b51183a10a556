import type { OpinionConclusion, OpinionEnding } from '../../../../machines/rules/index.js';

/** What an opinion's page reads of its case. */
export interface OpinionContext {
  proposal: number;
  cadre: string;
  cadreName: string;
  unitName: string;
  currentPosts: string[];
  proposedPosts: string[];
  round: number;
  requestedOn: string;
  reply: {
    conclusion: OpinionConclusion;
    repliedOn: string;
    signedOn: string;
    partySecretary: string;
    disciplineSecretary: string;
    validUntil: string;
  } | null;
  weighed: { clear: boolean; day: string } | null;
  earlier: { round: number; conclusion: OpinionConclusion; repliedOn: string }[];
  ended: { because: OpinionEnding; day: string } | null;
}
