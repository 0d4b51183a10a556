import { AlignmentType, TextRun } from 'docx';

/** By name, as the standard asks. They are licensed and not shipped. @source handbook §3.5 */
const FACES = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', subheading: '楷体_GB2312' };
export type FormFace = keyof typeof FACES;

export const TITLE_POINTS = 22;
export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export function run(text: string, face: FormFace, points: number): TextRun {
  return new TextRun({
    text: withoutControls(text),
    size: Math.round(points * 2),
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FACES[face] },
  });
}

/** The format knows no control characters. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, (char) => (char === '\t' ? ' ' : ''));
