/** Hides the middle of a text: `150402********0016`. What is too short to keep anything back is hidden whole. */
export function maskMiddle(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  if (hidden < head + tail - 2) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail);
}
