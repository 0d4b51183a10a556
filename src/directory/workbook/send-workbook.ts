import type { Response } from 'express';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends a finished workbook as a download; a reader who goes away is no fault of ours. */
export async function sendWorkbook(response: Response, path: string, name: string): Promise<void> {
  response.attachment(name);
  response.type(MEDIA_TYPE);
  response.setHeader('Content-Length', (await stat(path)).size);
  await pipeline(createReadStream(path), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
