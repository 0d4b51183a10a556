import { daysInMonth } from '../../../machines/rules/index.js';
import type { Random } from './random.js';

/** No region has this code: a generated number can be told from a real one at a glance. */
export const SYNTHETIC_REGION = '159999';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Deals out resident ID numbers that pass the check of GB 11643 and never repeat. */
export class IdNumbers {
  private readonly used = new Map<string, number>();

  constructor(private readonly random: Random) {}

  issue(birthMonth: string, sex: '男' | '女'): string {
    const day = String(this.random.int(1, daysInMonth(birthMonth))).padStart(2, '0');
    const birth = birthMonth.replace('-', '') + day;
    const key = birth + sex;
    const turn = this.used.get(key) ?? 0;
    this.used.set(key, turn + 1);
    const sequence = String(turn * 2 + (sex === '男' ? 1 : 2)).padStart(3, '0');
    return withCheck(SYNTHETIC_REGION + birth + sequence);
  }
}

function withCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + CHECKS[sum % 11];
}
