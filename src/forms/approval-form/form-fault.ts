import { FORM_SENTENCES, type FormCode, type FormParams } from './form-sentences.js';

/** One fault (or one remark) of an approval form, where a person finds it. */
export interface FormRemark {
  /** Name of the element; '' when it concerns the whole file. */
  element: string;
  /** As the file has it, resident ID numbers masked; never a photo. */
  value: string;
  code: FormCode;
  message: string;
}

const LONGEST_VALUE = 60;

export function remark(code: FormCode, element = '', value = '', params: FormParams = {}): FormRemark {
  const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return { element, value: shown, code, message: FORM_SENTENCES[code](params) };
}

/** The file cannot be taken as an approval form at all. */
export class UnreadableForm extends Error {
  constructor(
    readonly code: FormCode,
    readonly params: FormParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'UnreadableForm';
  }
}
