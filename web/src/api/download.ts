import { post } from './client.js';

interface DownloadGrant {
  url: string;
  endsAt: string;
}

/**
 * Fetches a file the way the server hands files out: asks for a grant for this one, then lets the browser save it.
 *
 * @param path below /api/v1/, query included
 * @param purpose what for, where people leave the product with it
 */
export async function download(path: string, purpose?: string): Promise<void> {
  const { url } = await post<DownloadGrant>('download-grants', {
    path: `/api/v1/${path}`,
    ...(purpose !== undefined && { purpose }),
  });
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
