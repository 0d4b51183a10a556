import {
  BorderStyle,
  type IBorderOptions,
  type IBordersOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { runs } from './forms/form-text.js';

/** 版记: who gets a copy, who printed it and when. */
export interface Imprint {
  copies: string;
  printedBy: string;
  /** In Arabic digits, as the standard writes a day: 2026年12月1日. */
  printedOn: string;
}

/** 4号; twentieths of a point. @source GB/T 9704-2012 by handbook §3.5 (抄送/印发 4号仿宋) */
const POINTS = 14;
const ONE_CHARACTER = POINTS * 20;
const LINE = { line: 580, lineRule: LineRuleType.EXACT };

/** The imprint below the date, each line ruled off. @source handbook §3.5 (抄送/印发) */
export function imprintLines({ copies, printedBy, printedOn }: Imprint, width: number): Paragraph[] {
  const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, space: 4 });
  const small = (text: string): TextRun[] => runs(text, 'body', POINTS);
  const line = (children: TextRun[], border: IBordersOptions, before: number): Paragraph =>
    new Paragraph({
      border,
      indent: { left: ONE_CHARACTER, right: ONE_CHARACTER },
      tabStops: [{ type: TabStopType.RIGHT, position: width - ONE_CHARACTER }],
      spacing: { ...LINE, before },
      keepLines: true,
      keepNext: before > 0,
      children,
    });
  const printed = [...small(printedBy), new TextRun({ children: [new Tab()] }), ...small(`${printedOn}印发`)];
  return [
    line(small(`抄送：${copies}。`), { top: rule(12), bottom: rule(6) }, 1160),
    line(printed, { bottom: rule(12) }, 0),
  ];
}
