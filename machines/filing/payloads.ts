import type { AddSignerPayload, CancelSignerPayload, GateSummary, SignPayload } from '../kernel/index.js';
import type { Day, ItemCodes } from '../rules/index.js';
import type { FiledItem, Section, SectionResult } from './context.js';

export type Opinion = { opinion?: string };
export type MandatoryOpinion = { opinion: string };

export const RETURN_STEPS = ['pending', 'submitted'] as const;
export type ReturnStep = (typeof RETURN_STEPS)[number];

/** What was decided, as the unit reports it. */
export type FilingReport = {
  decidedDay: Day;
  documentNo?: string | null;
  items: ItemCodes[];
  attachments?: number[];
};

/** What each event asks for. */
export type FilingPayloads = {
  /** As the proposal's effect `openFiling` carries it, with the proposal's id. */
  CREATE: {
    proposal: number;
    unit: string;
    items: FiledItem[];
    decidedOn: Day;
    noticeEndDay: Day;
    gate: GateSummary | null;
  };
  SUBMIT_FILING: FilingReport;
  RECALL: Opinion;
  ACCEPT_MATERIALS: Opinion;
  REQUEST_SUPPLEMENT: MandatoryOpinion & { missing: string[] };
  SUPPLEMENT: Opinion & { attachments?: number[] };
  RECORD_REVIEW: Opinion & { section: Section; result: SectionResult };
  ACCEPT: Opinion;
  ACCEPT_WITH_REMARKS: MandatoryOpinion;
  ORDER_CORRECTION: MandatoryOpinion;
  CORRECT: FilingReport;
  REJECT: MandatoryOpinion;
  RETURN: MandatoryOpinion & { to: ReturnStep };
  ARCHIVE: Opinion;
  CANCEL: Opinion;
  DEADLINE_PASSED: { name: string };
  ADD_SIGNER: AddSignerPayload;
  SIGN: SignPayload;
  CANCEL_SIGNER: CancelSignerPayload;
};

export type FilingEventType = keyof FilingPayloads;
