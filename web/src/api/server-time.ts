let offsetMs = 0;

/** The server's clock may differ from this machine's, and the sample's can be set: waiting time follows the server's. */
export function noteServerNow(header: string | null): void {
  if (header === null) return;
  const at = Date.parse(header);
  if (!Number.isNaN(at)) offsetMs = at - Date.now();
}

export function serverNow(): Date {
  return new Date(Date.now() + offsetMs);
}
