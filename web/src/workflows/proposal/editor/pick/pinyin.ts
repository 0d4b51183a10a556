/** Letters alone: somebody types a name as it sounds, in full or by its initials. */
export function isPinyin(text: string): boolean {
  return /^[a-zA-Z' ]+$/.test(text.trim());
}

/** @returns a test for names; the library with the readings is fetched at the first search of this kind */
export async function pinyinMatcher(text: string): Promise<(name: string) => boolean> {
  const { match } = await import('pinyin-pro');
  const wanted = text.replace(/[' ]/g, '').toLowerCase();
  return (name) => match(name, wanted, { precision: 'first', continuous: true }) !== null;
}
