/** An exact fraction of whole numbers. Shares never pass through floating point: 0.07 × 100 is not 7 there. */
export interface Rational {
  num: number;
  den: number;
}

const DECIMALS_AT_MOST = 6;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond exact whole numbers: ${value}`);
  return value;
}

/**
 * A fraction in lowest terms.
 *
 * @param num whole number, 0 or more
 * @param den whole number, 1 or more
 * @returns the same value, shortened
 * @source handbook §2.4 (store ratios as integer numerator and denominator)
 */
export function rational(num: number, den: number): Rational {
  if (safe(num) < 0 || safe(den) < 1) throw new RangeError(`not a share: ${num}/${den}`);
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

/**
 * The due count of a share: the share of `n`, rounded up to whole persons.
 *
 * @param num numerator of the share
 * @param den denominator of the share, 1 or more
 * @param n base in persons, 0 or more
 * @returns persons; 7 % of 100 is 7, 15 % of 13 is 2
 * @source handbook §2.4, §7 scenario 12
 */
export function ceilShare(num: number, den: number, n: number): number {
  const product = safe(num * n);
  const rest = product % den;
  return (product - rest) / den + (rest > 0 ? 1 : 0);
}

/**
 * Orders two fractions exactly.
 *
 * @param a a fraction with a positive denominator
 * @param b a fraction with a positive denominator
 * @returns negative, 0 or positive, ready for sorting
 * @source handbook §2.4
 */
export function compareRationals(a: Rational, b: Rational): number {
  return safe(a.num * b.den) - safe(b.num * a.den);
}

/**
 * Reads a quantity as people write it in the workbook: `15%`, `33.3%`, `2`, `1/3`; full-width signs too.
 *
 * @param text the cell's text
 * @returns the exact fraction in lowest terms, or null when the text is not such a quantity
 * @source contract §1 (数值)
 */
export function parseRational(text: string): Rational | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const fraction = /^(\d{1,9})\/(\d{1,9})$/.exec(plain);
  if (fraction) return Number(fraction[2]) === 0 ? null : rational(Number(fraction[1]), Number(fraction[2]));
  const decimal = /^(\d{1,9})(?:\.(\d+))?(%?)$/.exec(plain);
  if (!decimal) return null;
  const [, whole = '', decimals = '', percent] = decimal;
  if (decimals.length > DECIMALS_AT_MOST) return null;
  return rational(Number(whole + decimals), 10 ** decimals.length * (percent ? 100 : 1));
}

/**
 * Writes a share for reading, as a percentage with at most one decimal; only for the eye, never for arithmetic.
 *
 * @param share a fraction; a denominator of 0 means that there is no base
 * @returns such as `33.3%`, or `—` without a base
 * @source handbook §2.2 (占比)
 */
export function percentText(share: Rational): string {
  if (share.den === 0) return '—';
  const tenths = Math.round((share.num * 1000) / share.den);
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`;
}
