import type { FormRemark } from '../approval-form/index.js';
import { type ElementName, ELEMENTS, FORM_SENTENCES, type FormCode } from '../approval-form/index.js';

/** One fault or remark, with the file it is in. */
export interface ImportRemark extends Omit<FormRemark, 'code'> {
  /** With its folders, as it was sent. */
  file: string;
  /** What a person calls the element; the element itself where we do not know it. */
  label: string;
  code: ImportCode;
}

type Params = Readonly<Record<string, string | number>>;

/** What can be wrong with a file as one among many, and with what it is matched to. A released code keeps its meaning. */
const IMPORT_SENTENCES = {
  FILE_NOT_A_FORM: () => '只接受 .lrmx、.lrm（可附同名 .pic 照片）和含有它们的 .zip。',
  FILE_IGNORED: () => '不是任免审批表，未导入。',
  FILE_TWICE: () => '同名文件出现了两次。',
  PICTURE_WITHOUT_FORM: () => '照片旁没有同名的 .lrm 文件，未导入。',
  ZIP_BROKEN: () => '压缩包已损坏，或不是 .zip 文件。',
  ZIP_ENCRYPTED: () => '压缩包已加密，请取消密码后再导入。',
  ZIP_UNSAFE_NAME: () => '压缩包中含有指向包外的文件名，不予导入。',
  ZIP_INFLATES_TOO_MUCH: () => '压缩包解压后过大，请拆分后再导入。',
  TOO_MANY_FORMS: ({ max = '' }: Params) => `一次最多导入${max}份任免审批表，请分批导入。`,
  NO_FORMS: () => '没有可以导入的任免审批表。',
  CADRE_UNKNOWN: () => '您的单位范围内没有这名干部，请先在名册中登记，或指定对应的干部编号。',
  CHOICE_NEEDED: ({ candidates = '' }: Params) => `有${candidates}名可能对应的干部，请指定是哪一名；不会自动认定。`,
  CHOICE_UNKNOWN: () => '指定的干部编号不在您的单位范围内。',
  CHOICE_WITHOUT_FILE: () => '所作的选择没有对应的文件。',
  ID_OF_ANOTHER: () => '表上的身份证号与这名干部登记的不一致。',
  CADRE_TWICE: ({ file = '' }: Params) => `与“${file}”是同一名干部，一次只能导入一份。`,
  FIELD_EMPTY: () => '表上此项为空，不能用来更新名册。',
  PART_NOT_SAID: () => '表上此项为空，或超出干部情况所能登记的，不能用来更新。',
} satisfies Record<string, (params: Params) => string>;

export type ImportCode = FormCode | keyof typeof IMPORT_SENTENCES;

export const IMPORT_CODES = Object.keys({ ...FORM_SENTENCES, ...IMPORT_SENTENCES }) as [ImportCode, ...ImportCode[]];

export function importRemark(
  file: string,
  code: keyof typeof IMPORT_SENTENCES,
  params: Params = {},
  place: { element?: string; value?: string } = {},
): ImportRemark {
  const sentence: (params: Params) => string = IMPORT_SENTENCES[code];
  const { element = '', value = '' } = place;
  return { file, element, label: labelOf(element), value, code, message: sentence(params) };
}

export const inFile = (file: string, remarks: readonly FormRemark[]): ImportRemark[] =>
  remarks.map((found) => ({ file, label: labelOf(found.element), ...found }));

const labelOf = (element: string): string => (element in ELEMENTS ? ELEMENTS[element as ElementName] : element);
