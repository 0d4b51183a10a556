import type { Day, Month, Sex } from '../../../machines/rules/index.js';
import { idNumber, maskIdNumber } from '../../directory/index.js';
import { FORM_SENTENCES, type FormCode } from './form-sentences.js';

export interface ReadIdNumber {
  number: string;
  sex: Sex;
  birthMonth: Month;
}

/** The ID number of a form, by the same rule as the workbook's; null when there is none. */
export function readIdNumber(text: string, today: Day): ReadIdNumber | { code: FormCode; shown: string } | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const reading = idNumber(today)({ kind: 'text', text: trimmed });
  const shown = maskIdNumber(trimmed);
  if ('fault' in reading) return { code: formCode(reading.fault.code), shown };
  const { value } = reading;
  return value.kind === 'mask' ? { code: 'ID_MASKED', shown } : value;
}

/** The workbook's codes for ID numbers are ours as well; another one would be a fault of the program. */
function formCode(code: string): FormCode {
  if (code in FORM_SENTENCES) return code as FormCode;
  throw new Error(`approval forms have no sentence for ${code}`);
}
