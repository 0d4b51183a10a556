import { AlignmentType, type IIndentAttributesProperties, type IStylesOptions, TextRun } from 'docx';
import { inWholeNumbers } from '../whole-numbers.js';

/** By name, as the standard asks. They are licensed and not shipped. @source handbook §3.5 */
const FACES = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', subheading: '楷体_GB2312' };
export type FormFace = keyof typeof FACES;

export const TITLE_POINTS = 22;
export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** 发文机关标志 is red. @source GB/T 9704-2012 by handbook §3.5 */
export const RED = 'C00000';

export function runs(text: string, face: FormFace, points: number, color?: string): TextRun[] {
  return inWholeNumbers(withoutControls(text)).map(
    (part) =>
      new TextRun({
        ...(color !== undefined && { color }),
        ...part,
        size: Math.round(points * 2),
        font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FACES[face] },
      }),
  );
}

/** Chinese of the mainland: without it an office suite may take the shapes of Japanese characters. */
export const CHINESE: IStylesOptions = {
  default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } },
};

/** Further lines begin so many characters in, where the text of the first one began; twentieths of a point. */
export function hangingIndent(characters: number, points: number, before = 0): IIndentAttributesProperties {
  return { left: (before + characters) * points * 20, hanging: characters * points * 20 };
}

/** The format knows no control characters. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, (char) => (char === '\t' ? ' ' : ''));
