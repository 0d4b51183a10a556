import { StreamableFile } from '@nestjs/common';
import type { LetterContent } from '../../machines/rules/index.js';
import { DOCX_TYPE, renderLetter } from './render-letter.js';

/**
 * A letter as a file to keep. The name says nothing about the unit: it stays behind in folders and on screens.
 *
 * @param letter content and hash
 */
export async function letterFile({ content, hash }: { content: LetterContent; hash: string }): Promise<StreamableFile> {
  const disposition = `attachment; filename="letter-${hash.slice(0, 12)}.docx"`;
  return new StreamableFile(await renderLetter(content), { type: DOCX_TYPE, disposition });
}
