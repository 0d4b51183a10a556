import { type Refusal, refuse as refuseWith, registerRefusals, sentenceOf } from '../platform/index.js';
import type { Due } from './due.js';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, type PasswordProblem } from './password-policy.js';

const PROBLEM_WORDS: Record<PasswordProblem, string> = {
  'too-short': `少于 ${PASSWORD_MIN_LENGTH} 个字符`,
  'too-long': `多于 ${PASSWORD_MAX_LENGTH} 个字符`,
  'too-plain': '大写字母、小写字母（或汉字）、数字、符号四类中不足三类',
  'contains-username': '包含用户名',
  'well-known': '是常见口令',
};

const DUE_WORDS: Record<Due, string> = {
  'second-factor': '通过第二因素验证',
  password: '修改口令（初始口令或已过期）',
  enrolment: '登记第二因素',
};

/** What identity refuses, with the status and the sentence a person reads. */
export const IDENTITY_REFUSALS = {
  // One answer for every cause, so that nobody learns which user names exist.
  SIGN_IN_FAILED: {
    status: 401,
    sentence: () => '用户名或口令不正确，或账户已停用、因连续失败暂时锁定。',
  },
  PASSWORD_TOO_WEAK: {
    status: 422,
    sentence: ({ problems }: RefusalParams) =>
      `口令不符合要求：${(problems as PasswordProblem[]).map((problem) => PROBLEM_WORDS[problem]).join('；')}。`,
  },
  PASSWORD_WRONG: { status: 422, sentence: () => '现口令不正确，或账户因连续失败暂时锁定。' },
  PASSWORD_USED_BEFORE: {
    status: 422,
    sentence: ({ history }: RefusalParams) => `新口令不得与最近 ${String(history)} 次用过的口令相同。`,
  },
  SIGN_IN_UNFINISHED: {
    status: 403,
    sentence: ({ due }: RefusalParams) =>
      `登录尚未完成，请先${(due as Due[]).map((kind) => DUE_WORDS[kind]).join('、')}。`,
  },
  SIGN_IN_NOT_FRESH: { status: 403, sentence: () => '此操作要求刚刚登录，请重新登录后再试。' },
  SECOND_FACTOR_WRONG: { status: 401, sentence: () => '验证码不正确、已用过，或账户因连续失败暂时锁定。' },
  ENROLMENT_FAILED: { status: 422, sentence: () => '未能登记：验证码或设备应答不正确，或已超时，请重新开始。' },
  SECOND_FACTOR_EXISTS: { status: 409, sentence: () => '已登记验证器，请先移除。' },
  SECOND_FACTOR_NOT_FOUND: { status: 404, sentence: () => '没有这项登记。' },
  PASSKEYS_NOT_AVAILABLE: { status: 409, sentence: () => '未设置 PUBLIC_ORIGIN，通行密钥不可用。' },
  DOWNLOAD_GRANT_INVALID: {
    status: 403,
    sentence: () => '下载凭证缺失、已用过或已过期（一分钟内有效，一次一件）。请在页面上重新点击下载。',
  },
  PURPOSE_REQUIRED: { status: 403, sentence: () => '导出人员信息须先填写用途。' },
  DOWNLOAD_PATH_INVALID: { status: 422, sentence: () => '下载地址无效：应为本系统 /api/v1/ 下的地址。' },
  SESSION_NOT_FOUND: { status: 404, sentence: () => '没有这个会话。' },
  SIGN_IN_METHOD_OFF: { status: 404, sentence: () => '未启用此登录方式。' },
  IDENTITY_PROVIDER_UNREACHABLE: { status: 503, sentence: () => '统一认证服务暂时不可用，请稍后再试。' },
  EXTERNAL_SIGN_IN_FAILED: { status: 401, sentence: () => '统一认证未通过，或已超时，请重新登录。' },
  EXTERNAL_ACCOUNT_UNKNOWN: {
    status: 403,
    sentence: () => '统一认证已通过，但本系统没有与之对应的可用账户，请联系系统管理员。',
  },
  ACCOUNT_IN_USE: {
    status: 409,
    sentence: () => '该账户已有授权，统一认证身份只能由本人登录后关联。',
  },
  EXTERNAL_IDENTITY_TAKEN: { status: 409, sentence: () => '该统一认证身份已与账户关联。' },
  EXTERNAL_IDENTITY_NOT_FOUND: { status: 404, sentence: () => '没有这项关联。' },
  USERNAME_TAKEN: { status: 409, sentence: () => '用户名已存在。' },
  USER_NOT_FOUND: { status: 404, sentence: () => '没有这个用户。' },
  UNIT_NOT_FOUND: { status: 404, sentence: ({ unit }: RefusalParams) => `没有编码为 ${text(unit)} 的单位。` },
  GRANT_NOT_FOUND: { status: 404, sentence: () => '没有这项授权。' },
  GRANT_EXISTS: { status: 409, sentence: () => '该用户在此期间已有同一授权。' },
  GRANT_DAYS: { status: 422, sentence: () => '授权的终止日必须晚于起始日。' },
  OWN_ACCOUNT: { status: 409, sentence: () => '管理员不能授权、停用或撤销自己的账户，请由另一名管理员办理。' },
  ADMIN_STANDS_APART: {
    status: 409,
    sentence: () => '系统、安全、审计管理员互斥，不得由一人兼任，不得兼任业务角色，也不得代理他人。',
  },
  ADMINISTRATOR_HAS_NO_UNIT: { status: 422, sentence: () => '管理员角色不限定单位，授权时不应填写单位。' },
  ADMINISTRATOR_ACCOUNT: {
    status: 409,
    sentence: () => '管理员账户的口令只能由本人修改，或在服务器上用 qingpei reset-password 重置。',
  },
  DELEGATION_NOT_FOUND: { status: 404, sentence: () => '没有这项代理。' },
  DELEGATION_NOT_YOURS: { status: 403, sentence: () => '只能由本人或安全管理员设置、撤销代理。' },
  DELEGATION_TO_SELF: { status: 422, sentence: () => '不能委托给自己。' },
  DELEGATION_DAYS: {
    status: 422,
    sentence: ({ today }: RefusalParams) => `代理起止日期应从今天（${text(today)}）或以后开始，且止日不早于起日。`,
  },
  DELEGATE_DISABLED: { status: 422, sentence: () => '受托人账户已停用。' },
  DELEGATION_CYCLE: { status: 409, sentence: () => '该代理会使代理关系在某日形成循环。' },
} as const;

type RefusalParams = Refusal['params'];
export type IdentityRefusalCode = keyof typeof IDENTITY_REFUSALS;

registerRefusals(IDENTITY_REFUSALS);

/** Ends the request with one of this room's refusals. */
export function refuse(code: IdentityRefusalCode, params: RefusalParams = {}): never {
  return refuseWith(code, params);
}

/** The sentence of a refusal, where there is no HTTP answer to put it in. */
export function sentenceFor(code: IdentityRefusalCode, params: RefusalParams = {}): string {
  return sentenceOf({ code, params });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
