import type { Imprint } from '../imprint.js';

/** One cell of a form. Control characters are left out when it is laid out. */
export interface FormCell {
  /** Lines; a blank one is a blank line. */
  text: string | readonly string[];
  columns?: number;
  rows?: number;
  align?: 'left' | 'center' | 'right';
  /** Labels are printed in 黑体. */
  label?: boolean;
  /** One character below the other, as the left edge of a form has it. */
  upright?: boolean;
  /** A JPEG instead of text, with its sides in pixels: it is fitted in and never pulled out of shape. */
  picture?: { content: Buffer; width: number; height: number };
  /** At the foot of the cell, such as a place for a date. */
  foot?: readonly string[];
  /** Points; 12 unless said. */
  points?: number;
  /** So many characters before where further lines of a paragraph begin. */
  hanging?: number;
}

export interface FormRow {
  cells: readonly FormCell[];
  /** Millimetres at least. */
  height?: number;
  /** Again at the top of each page. */
  header?: boolean;
}

export interface FormTable {
  /** Widths in proportion; they fill the page. */
  columns: readonly number[];
  rows: readonly FormRow[];
  points?: number;
}

export type FormBlock =
  | {
      text: string;
      /** At the right edge of the same line. */
      right?: string;
      align?: 'left' | 'center' | 'right';
      face?: 'title' | 'body' | 'heading' | 'subheading';
      points?: number;
      indent?: boolean;
      gapAbove?: boolean;
      /** The mark of an official document 发文机关标志. */
      red?: boolean;
      /** A red line below, as under the head of an official document. */
      ruleBelow?: boolean;
      /** So many characters left free at the right, as below a signature and a date. */
      inset?: number;
      /** So many characters to the left of where further lines begin, as in 出席：. */
      hanging?: number;
    }
  | { table: FormTable }
  /** 版记, at the end of an official document. */
  | { imprint: Imprint }
  | { pageBreak: true };

/** A form as people know it, ready to be laid out. */
export interface FormContent {
  /** Of the file; what is printed stands in the blocks. */
  title: string;
  landscape?: boolean;
  /** As official documents have it, 一字线 on both sides. */
  pageNumbers?: boolean;
  /** GB/T 9704 margins; forms have narrower ones. */
  official?: boolean;
  blocks: readonly FormBlock[];
}
