/** How characters may be read, in letters: what the library gives, asked once a character. */
type Readings = (character: string) => readonly string[];

/** Letters alone: somebody types a name as it sounds, in full or by its initials. */
export function isSound(text: string): boolean {
  return /^[a-zA-Z' ]+$/.test(text.trim());
}

/** @returns a test for names; the library with the readings is loaded at the first search of this kind */
export async function soundMatcher(typed: string): Promise<(name: string) => boolean> {
  const readings = await readingsOf();
  const wanted = typed.replace(/[' ]/g, '').toLowerCase();
  return (name) => {
    const characters = Array.from(name);
    return characters.some((_, at) => matchesFrom(characters, at, wanted, readings));
  };
}

/** Whether what is left of the letters can be spent on the characters from here on, each by a beginning of one reading. */
function matchesFrom(characters: readonly string[], at: number, left: string, readings: Readings): boolean {
  if (left === '') return true;
  const character = characters[at];
  if (character === undefined) return false;
  return readings(character).some((reading) => {
    for (let length = Math.min(reading.length, left.length); length > 0; length -= 1) {
      const isBeginning = left.startsWith(reading.slice(0, length));
      if (isBeginning && matchesFrom(characters, at + 1, left.slice(length), readings)) return true;
    }
    return false;
  });
}

const known = new Map<string, readonly string[]>();

async function readingsOf(): Promise<Readings> {
  const { polyphonic } = await import('pinyin-pro');
  return (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    // Keyboards have no ü: people type v, or u.
    const spoken = polyphonic(character, { toneType: 'none', type: 'array' }).flat();
    const read = spoken.flatMap((one) => (one.includes('ü') ? [one.replace('ü', 'v'), one.replace('ü', 'u')] : [one]));
    const letters = [...new Set(read.filter((one) => /^[a-z]+$/.test(one)))];
    known.set(character, letters);
    return letters;
  };
}
