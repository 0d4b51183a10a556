const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
/** What looks like an escape but is meant literally, and characters that XML cannot hold. */
const TO_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text as the content of an XML element of a workbook. */
export function escapeText(text: string): string {
  return escapeXml(
    text
      .replace(TO_ESCAPE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
      .replace(LONE_SURROGATE, '\uFFFD'),
  );
}

/** Text as an attribute or element of XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
