import type { Day } from './vocabulary.js';

/** What a letter's numbers may come from, as it is printed beside the hash. */
export const HASHED_SOURCES = { ledger: '台账固化', verdict: '把关结论', directory: '名册判定' } as const;
export type HashedSource = keyof typeof HASHED_SOURCES;

export type LetterBlock = { heading?: 1 | 2; text: string } | { table: { head: string[]; rows: string[][] } };

/**
 * An official letter as plain data, composed by the workflow that issues it; how it looks on paper is for others.
 *
 * @source handbook §3.5
 */
export type LetterContent = {
  kind: 'feedback' | 'reminder' | 'suggestion' | 'bulletin' | 'report';
  /** Given at sign-off and never before. */
  documentNo: string | null;
  title: string;
  addressee: string;
  blocks: LetterBlock[];
  /** Who gets a copy, for the imprint 版记 below the date. */
  copies?: string;
  signer: string;
  day: Day;
  /** Of what every number in the letter comes from: the frozen ledger unless `hashOf` says otherwise. */
  snapshotHash?: string;
  hashOf?: HashedSource;
};

/**
 * A document number as it is printed: six-cornered brackets, no 第, no leading zeros.
 *
 * @param series what stands before the year, e.g. 组函
 * @param year four digits
 * @param number from 1, without gaps within series and year
 * @source handbook §3.5 (发文字号)
 */
export function documentNumber(series: string, year: number, number: number): string {
  return `${series}〔${year}〕${number}号`;
}
