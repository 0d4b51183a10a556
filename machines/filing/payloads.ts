import type { AddSignerPayload, CancelSignerPayload, GateSummary, SignPayload } from '../kernel/index.js';
import type { AppointmentMode, Day, ItemKind } from '../rules/index.js';
import type { FiledItem, Section, SectionResult } from './context.js';

/** An item as the unit files it; what is left out takes its ordinary value. */
export type FiledItemPayload = {
  cadre: string;
  appointTo?: string | null;
  removeFrom?: string | null;
  kind: ItemKind;
  /** Default `regular`. */
  mode?: AppointmentMode;
  /** Default true, except for secondees. */
  occupiesHeadcount?: boolean;
};

export type Opinion = { opinion?: string };
export type MandatoryOpinion = { opinion: string };

export const RETURN_STEPS = ['pending', 'submitted'] as const;
export type ReturnStep = (typeof RETURN_STEPS)[number];

/** What was decided, as the unit reports it. */
export type FilingReport = {
  decidedDay: Day;
  documentNo?: string | null;
  items: FiledItemPayload[];
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
