export type ProblemParams = Readonly<Record<string, string | number>>;

/** What a person reads for each code of a fault or a remark. A released code keeps its meaning. */
export const PROBLEM_SENTENCES = {
  // the workbook
  NO_KNOWN_SHEET: () => '工作簿中没有“单位”“班子”“职位”“干部”“任职”“配备任务”中的任何一张表。',
  SHEET_TWICE: () => '同名工作表出现了两次。',
  SHEET_UNKNOWN: () => '不认识的工作表，未导入。',
  COLUMN_UNKNOWN: () => '不认识的列，未导入。',
  COLUMN_TWICE: () => '同一列出现了两次。',
  COLUMN_MISSING: () => '缺少必填的列。',
  // one cell
  REQUIRED_MISSING: () => '必填项为空。',
  CELL_ERROR: () => '单元格是公式错误值。',
  CODE_INVALID: () => '编码应为不含空格的文本，最长64个字符。',
  TEXT_TOO_LONG: ({ max = '' }) => `内容过长，最长${max}个字符。`,
  LABEL_UNKNOWN: ({ allowed = '' }) => `应为以下之一：${allowed}。`,
  INTEGER_INVALID: ({ min = '', max = '' }) => `应为${min}到${max}之间的整数。`,
  MONTH_INVALID: () => '不是有效的年月，请写成文本，如 1986.09。',
  MONTH_AMBIGUOUS: ({ year = '' }) =>
    `年月是数字而不是文本，无法判断是1月还是10月等月份（Excel会丢掉末尾的0），请写成文本，如 ${year}.01 或 ${year}.10。`,
  MONTH_IN_FUTURE: () => '年月晚于今天。',
  DAY_INVALID: () => '不是有效的日期，请写成文本，如 2026.09.01；只写年月视为当月第一天。',
  SHARE_INVALID: () => '“占比向上取整”的数值应为百分比，如 15%，不超过100%。',
  QUANTITY_INVALID: () => '“至少”的数值应为0到999之间的整数，如 2。',
  ID_LENGTH: () => '身份证号应为18位。',
  ID_15_DIGITS: () => '这是15位的旧身份证号，请填写换发后的18位号码。',
  ID_CHARACTERS: () => '身份证号只能是数字，末位可为X。',
  ID_AS_NUMBER: () => '身份证号被存成了数字，末几位已丢失，请以文本重新填写。',
  ID_BIRTH_INVALID: () => '身份证号中的出生日期不存在或晚于今天。',
  ID_CHECKSUM: () => '身份证号的校验码不正确。',
  // cells of one row together
  TO_BEFORE_FROM: ({ from = '' }) => `免职时间早于任职时间（${from}）。`,
  NESTED_INCOMPLETE: () => '“嵌套职务名称含”与“嵌套占比”须同时填写。',
  // rows together, and with what is stored
  CODE_TWICE: ({ firstRow = '' }) => `编码与第${firstRow}行重复。`,
  APPOINTMENT_TWICE: ({ firstRow = '' }) => `与第${firstRow}行是同一干部、同一职位、同一任职时间。`,
  ROW_TWICE: ({ firstRow = '' }) => `与第${firstRow}行说的是同一项。`,
  END_BEFORE_START: () => '结束时间早于开始时间。',
  REFERENCE_UNKNOWN: ({ of = '' }) => `工作簿和系统中都没有这个${of}。`,
  TARGET_UNKNOWN: () => '既不是单位类别，也不是工作簿或系统中的班子编码。',
  UNIT_CYCLE: () => '上级单位形成了循环。',
  ID_TWICE: ({ firstRow = '' }) => `身份证号与第${firstRow}行相同。`,
  ID_TAKEN: ({ cadre = '' }) => `身份证号已属于干部 ${cadre}。`,
  ID_MASK_MISMATCH: () => '掩码与系统中此干部的身份证号不符；不改号码请保留原掩码，改号码请填写完整号码。',
  APPOINTMENT_OVERLAP: ({ from = '', to = '' }) => `与同一干部在同一职位上的另一段任职（${from}至${to}）时间重叠。`,
  OUT_OF_SCOPE: () => '不在您的单位范围内。',
  // remarks
  ID_SEX_DIFFERS: () => '身份证号与性别不一致，请核对。',
  ID_BIRTH_DIFFERS: ({ idBirth = '' }) => `身份证号上的出生年月（${idBirth}）与档案不一致，以档案为准。`,
} satisfies Record<string, (params: ProblemParams) => string>;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;
