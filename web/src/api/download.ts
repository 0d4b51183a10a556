import { post } from './client.js';

interface DownloadGrant {
  url: string;
  endsAt: string;
}

/**
 * An address that gives one file once.
 *
 * @param path below /api/v1/, query included
 * @param purpose what for, where people leave the product with it
 */
export async function grantedUrl(path: string, purpose?: string): Promise<string> {
  const { url } = await post<DownloadGrant>('download-grants', {
    path: `/api/v1/${path}`,
    ...(purpose !== undefined && { purpose }),
  });
  return url;
}

/** Fetches a file the way the server hands files out: asks for a grant for this one, then lets the browser save it. */
export async function download(path: string, purpose?: string): Promise<void> {
  const link = document.createElement('a');
  link.href = await grantedUrl(path, purpose);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
