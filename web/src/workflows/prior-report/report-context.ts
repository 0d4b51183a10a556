import type { PriorMatter, ReportPart } from '../../../../machines/rules/index.js';

interface Answer {
  approved: PriorMatter[];
  refused: PriorMatter[];
}

type Reply = Answer & { documentNo: string; day: string };

/** What a report's page reads of its case. */
export interface ReportContext {
  proposal: number;
  matters: PriorMatter[];
  found: PriorMatter[];
  letter: Record<ReportPart, string>;
  people: { cadre: string; name: string; from: string[]; to: string[] }[];
  draftReply: Answer | null;
  reply: Reply | null;
  earlier: Reply[];
}
