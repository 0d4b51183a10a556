import { registerRefusals } from '../platform/index.js';

/** What imports and exports of forms can be refused with before any form is looked at. */
registerRefusals({
  FORMS_MISSING: {
    status: 400,
    sentence: () => '请以 multipart/form-data 的 file 字段上传 .lrmx、.lrm 或含有它们的 .zip 文件。',
  },
  CHOICES_INVALID: {
    status: 400,
    sentence: () => 'choices 应为 JSON 数组，每项含 file，及可选的 cadre（干部编号或 null）和 update（字段名）。',
  },
  FORMS_HAVE_PROBLEMS: {
    status: 422,
    sentence: ({ problems }) => `任免审批表有 ${String(problems)} 处问题，未导入任何内容。`,
  },
  CADRE_NOT_IN_PROPOSAL: { status: 409, sentence: ({ proposal }) => `第${String(proposal)}号动议中没有这名干部。` },
  FORM_UNKNOWN: { status: 404, sentence: () => '没有这种表单。' },
  FORM_NOT_AVAILABLE: {
    status: 409,
    sentence: ({ title, reason }) => `暂不能打印《${String(title)}》：${String(reason)}`,
  },
  ROSTER_TOO_LARGE: {
    status: 422,
    sentence: ({ max }) => `名册超过${String(max)}人，请按下级单位分别导出，或导出市工作簿。`,
  },
  PHOTO_NOT_ON_FILE: { status: 409, sentence: () => '该干部没有照片，请先导入任免审批表。' },
  ROSTER_HAS_PROBLEMS: {
    status: 422,
    sentence: ({ problems }) => `名册有 ${String(problems)} 处问题，未更新任何内容。`,
  },
  ROSTER_OPTIONS_INVALID: {
    status: 400,
    sentence: () => 'options 应为 JSON：update 是字段名数组，choices 是含 row 和 cadre 的数组。',
  },
});
