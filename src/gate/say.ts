/** Puts the numbers of a refusal into its sentence; what is missing reads as nothing. */
export function say(texts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return texts.map((text, index) => text + wordOf(values[index])).join('');
}

function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordOf).join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
