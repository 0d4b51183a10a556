import type { Refusal } from './refusal.js';

export interface RefusalEntry {
  status: number;
  /** The sentence a person reads, made from the refusal's numbers. */
  sentence: (params: Refusal['params']) => string;
}

const UNREGISTERED_STATUS = 409;

// One table for the whole product. Rooms add their own rows when they are loaded, so that no room below knows them.
const table = new Map<string, RefusalEntry>([
  ['NOT_SIGNED_IN', { status: 401, sentence: () => '请先登录。' }],
  ['FORBIDDEN', { status: 403, sentence: () => '您没有执行此操作的权限。' }],
  ['CROSS_SITE_REQUEST', { status: 403, sentence: () => '请求来自其他网站，已拒绝。' }],
  ['NOT_FOUND', { status: 404, sentence: () => '没有找到所请求的内容。' }],
  ['METHOD_NOT_ALLOWED', { status: 405, sentence: () => '此地址不支持该请求方法。' }],
  ['CONFLICT', { status: 409, sentence: () => '与当前数据冲突，请刷新后重试。' }],
  ['PAYLOAD_TOO_LARGE', { status: 413, sentence: () => '提交的内容过大。' }],
  [
    'UNSUPPORTED_MEDIA_TYPE',
    {
      status: 415,
      sentence: ({ expected }) =>
        `不支持此内容类型，请使用 ${typeof expected === 'string' ? expected : 'application/json'}。`,
    },
  ],
  ['VALIDATION_FAILED', { status: 400, sentence: () => '提交的内容有误，请按提示更正。' }],
  ['INVALID_JSON', { status: 400, sentence: () => '提交的内容不是有效的 JSON，请检查格式后重新提交。' }],
  [
    'UPLOAD_UNREADABLE',
    { status: 400, sentence: () => '上传的内容无法读取，请以 multipart/form-data 表单提交，文件放在 file 字段中。' },
  ],
  ['TEXT_NOT_STORABLE', { status: 400, sentence: () => '内容含有无法保存的字符，请删除后重新提交。' }],
  ['BAD_REQUEST', { status: 400, sentence: () => '请求无法识别。' }],
  ['TOO_MANY_REQUESTS', { status: 429, sentence: () => '操作过于频繁，请稍后再试。' }],
  ['TRY_AGAIN', { status: 409, sentence: () => '数据正被他人同时修改，请重试。' }],
  ['DATABASE_UNAVAILABLE', { status: 503, sentence: () => '数据库暂时不可用，请稍后再试。' }],
  ['INTERNAL_ERROR', { status: 500, sentence: () => '系统出现意外错误，请凭请求编号联系管理员。' }],
]);

/** Adds a room's refusals. A code has one meaning for ever: registering it twice is a fault of the program. */
export function registerRefusals(entries: Readonly<Record<string, RefusalEntry>>): void {
  for (const [code, entry] of Object.entries(entries)) {
    if (table.has(code)) throw new Error(`refusal ${code} is registered twice`);
    table.set(code, entry);
  }
}

/** Every known code with its status, for the boot check and the API document. */
export function registeredRefusals(): ReadonlyMap<string, RefusalEntry> {
  return table;
}

/** The HTTP status of a refusal: 409 for a code that nobody registered. */
export function statusOf(code: string): number {
  return table.get(code)?.status ?? UNREGISTERED_STATUS;
}

/** The sentence for a person; the bare code for one that nobody registered. */
export function sentenceOf({ code, params }: Refusal): string {
  return table.get(code)?.sentence(params) ?? code;
}
