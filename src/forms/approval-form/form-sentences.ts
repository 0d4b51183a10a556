export type FormParams = Readonly<Record<string, string | number>>;

/** What a person reads for each code of a fault or a remark of a file. A released code keeps its meaning. */
export const FORM_SENTENCES = {
  // the file
  FORM_EMPTY: () => '文件是空的。',
  FORM_TOO_LARGE: ({ max = '' }) => `单个任免审批表文件不得超过${max} MB。`,
  FORM_ENCODING_UNKNOWN: ({ encoding = '' }) => `不支持的文字编码${encoding}，应为 UTF-8 或 GB18030。`,
  FORM_ENCODING_BROKEN: ({ encoding = '' }) => `文件内容不是有效的 ${encoding} 文字。`,
  FORM_HAS_DOCTYPE: () => '文件中含有不允许的 DOCTYPE 声明，不予导入。',
  FORM_XML_BROKEN: () => '文件不是完整的 XML，可能已损坏或被截断。',
  FORM_TOO_DEEP: () => '文件的层次过深，不是任免审批表。',
  FORM_TOO_MANY_ELEMENTS: () => '文件的内容项过多，不是任免审批表。',
  FORM_TEXT_TOO_LONG: ({ max = '' }) => `文字过长，最多${max}字。`,
  FORM_UNKNOWN: () => '不是干部任免审批表文件（.lrmx 或 .lrm）。',
  FORM_FIELDS_MISSING: ({ fields = '' }) => `.lrm 文件只有${fields}项内容，不完整。`,
  ELEMENT_TWICE: () => '同一项内容出现了两次。',
  ELEMENT_NOT_TEXT: () => '此项应为文字，却含有下级内容。',
  // one value
  REQUIRED_MISSING: () => '此项不能为空。',
  SEX_INVALID: () => '性别应为“男”或“女”。',
  MONTH_INVALID: () => '不是有效的年月，应为 198609 或 1986.09。',
  MONTH_IN_FUTURE: () => '年月晚于今天。',
  DAY_INVALID: () => '不是有效的日期，应为 20260930。',
  ID_LENGTH: () => '身份证号应为18位。',
  ID_15_DIGITS: () => '这是15位的旧身份证号，请填写换发后的18位号码。',
  ID_CHARACTERS: () => '身份证号只能是数字，末位可为X。',
  ID_BIRTH_INVALID: () => '身份证号中的出生日期不存在或晚于今天。',
  ID_CHECKSUM: () => '身份证号的校验码不正确。',
  ID_MASKED: () => '身份证号是掩码，不是完整号码。',
  PHOTO_NOT_BASE64: () => '照片内容不完整（不是有效的 base64），可能被截断。',
  PHOTO_TOO_LARGE: ({ max = '' }) => `照片不得超过${max} MB。`,
  PHOTO_NOT_JPEG: () => '照片不是有效的 JPEG 图片。',
  // remarks
  ID_SEX_DIFFERS: () => '身份证号与性别不一致，请核对。',
  ID_BIRTH_DIFFERS: ({ idBirth = '' }) => `身份证号上的出生年月（${idBirth}）与档案不一致，以档案为准。`,
  PARTY_UNKNOWN: () => '未能识别的入党（党派）信息，原样保留。',
  FAMILY_MONTH_UNKNOWN: ({ row = '' }) => `家庭成员第${row}行的出生年月无法识别，原样保留。`,
  RESUME_LINE_UNKNOWN: ({ row = '' }) => `简历第${row}行没有起止年月，原样保留。`,
  ELEMENT_UNKNOWN: () => '不认识的内容项，原样保留，导出时写回。',
  ESCAPES_REPAIRED: () => '文件中的错误转义符已改正。',
} satisfies Record<string, (params: FormParams) => string>;

export type FormCode = keyof typeof FORM_SENTENCES;
