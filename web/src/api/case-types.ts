import type { Coded } from './directory-types.js';

/** What a round froze, in sums. */
export interface RoundSnapshot {
  quarter: string;
  referenceDay: string;
  revision: number;
  policyVersion: number;
  total: number;
  totals: { task: string; taskName: string; sentence: string }[];
}

export interface RoundSide {
  id: number;
  unit: Coded;
  answer: string;
  chased: number;
  documentNo: string | null;
  issuedOn: string | null;
  receivedOn: string | null;
}

/** A form that goes with a case on paper. */
export interface FormOffer {
  name: string;
  title: string;
  format: 'docx' | 'xlsx';
  available: boolean;
  /** Why it cannot be printed yet. */
  reason?: string;
}
