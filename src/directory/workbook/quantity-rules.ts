import { type CountRule, parseRational, type Rational } from '../../../machines/rules/index.js';
import type { Cell } from '../../platform/xlsx/index.js';
import { type CellRule, cellText, fault, plainNumber, type Reading } from './cell-rule.js';
import { integer } from './text-rules.js';
import { compactText } from './tidy-text.js';

/** What 数值 means depends on 计数规则, so it is read once both are known. */
export type Quantity = { quantity: number } | { share: Rational };

const wholePersons = integer(0, 999);

export function quantityFor(rule: CountRule, cell: Cell): Reading<Quantity> {
  if (rule === 'at-least') {
    const persons = wholePersons(cell);
    return 'fault' in persons ? fault('QUANTITY_INVALID') : { value: { quantity: persons.value } };
  }
  const found = share(cell);
  return 'fault' in found ? found : { value: { share: found.value } };
}

/** A percentage, exactly: `15%`, `33.3%`, `1/3`, or a cell that spreadsheets show as a percentage. */
export const share: CellRule<Rational> = (cell) => {
  const text = cell.kind === 'number' ? numberAsShare(cell) : compactText(cellText(cell));
  // A bare 15 could mean 15 % or 15 persons: only what says that it is a share is one.
  const found = /[%/]/.test(text) || cell.kind === 'number' ? parseRational(text) : null;
  return found !== null && found.num > 0 && found.num <= found.den ? { value: found } : fault('SHARE_INVALID');
};

function numberAsShare(cell: { text: string; percent: boolean }): string {
  const plain = plainNumber(cell.text);
  return cell.percent || Number(plain) < 1 ? plain : '';
}
