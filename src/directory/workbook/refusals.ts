import { registerRefusals } from '../../platform/index.js';

/** What an import can be refused with before any row is looked at. */
registerRefusals({
  FILE_MISSING: { status: 400, sentence: () => '请以 multipart/form-data 的 file 字段上传一个 .xlsx 工作簿。' },
  FILE_BROKEN: { status: 422, sentence: () => '文件不是有效的 .xlsx 工作簿，或已损坏。' },
  FILE_ENCRYPTED_OR_OLD: {
    status: 422,
    sentence: () => '文件已加密，或是旧版 .xls 格式。请取消密码并另存为 .xlsx 后再导入。',
  },
  FILE_HAS_MACROS: { status: 422, sentence: () => '文件含有宏，不予导入。请另存为不含宏的 .xlsx。' },
  FILE_HAS_DOCTYPE: { status: 422, sentence: () => '文件中含有不允许的 DOCTYPE 声明，不予导入。' },
  FILE_INFLATES_TOO_MUCH: { status: 422, sentence: () => '文件解压后过大，不予导入。请拆分后再导入。' },
  IMPORT_RUNNING: { status: 409, sentence: () => '另一个导入正在进行，请稍后再试。' },
  IMPORT_HAS_NO_PROBLEMS: { status: 409, sentence: () => '工作簿没有错误，可以直接入库。' },
  IMPORT_HAS_PROBLEMS: {
    status: 422,
    sentence: ({ problemsTotal }) => `工作簿有 ${String(problemsTotal)} 处问题，未导入任何内容。`,
  },
});
