import { StreamableFile } from '@nestjs/common';

export interface Download {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** A file as an answer: saved under its name, never shown in the page. */
export function downloadOf({ name, mediaType, content }: Download): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
  return new StreamableFile(content, { type: mediaType, disposition, length: content.length });
}
