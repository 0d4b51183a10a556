import { type Role, ROLE_LABELS } from '../../machines/kernel/index.js';
import type { RefusalEntry } from '../platform/index.js';

const text = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? `${value}` : '');
const many = (value: unknown): string => (Array.isArray(value) ? value.map(text).join('、') : text(value));

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const rolesText = (value: unknown): string =>
  Array.isArray(value) ? value.map((role) => ROLE_LABELS[role as Role] ?? text(role)).join('、') : '有权限的人员';

/** What the commit room and every workflow's kernel may refuse, as people read it. */
export const ENGINE_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  CASE_NOT_FOUND: { status: 404, sentence: () => '没有找到该事项，或不在您的权限范围内。' },
  UNIT_OUT_OF_REACH: { status: 404, sentence: () => '没有找到该单位，或不在您的权限范围内。' },
  WORKFLOW_NOT_FOUND: { status: 404, sentence: () => '没有这个流程，或没有保存这一版次。' },
  ATTACHMENT_NOT_FOUND: { status: 404, sentence: () => '没有找到该附件。' },
  COMMAND_ID_TAKEN: { status: 409, sentence: () => '该指令编号已被他人使用，请刷新页面后重试。' },
  STALE_VERSION: {
    status: 409,
    sentence: ({ by }) =>
      typeof by === 'string' ? `已被他人处理（${by}），请查看最新情况。` : '已被他人处理，请查看最新情况。',
  },
  INSTANCE_NEEDS_MIGRATION: {
    status: 409,
    sentence: ({ revision }) => `该事项按旧版流程（第${text(revision)}版）办理，需由管理员处置后方可继续。`,
  },
  EVENT_UNKNOWN: { status: 409, sentence: ({ event }) => `该流程没有“${text(event)}”这一操作。` },
  EVENT_NOT_ALLOWED: { status: 409, sentence: () => '当前环节不能进行此操作，请刷新后查看可办操作。' },
  ROLE_NOT_ALLOWED: { status: 403, sentence: ({ roles }) => `您的角色不能进行此操作，应由${rolesText(roles)}办理。` },
  NO_SELF_APPROVAL: { status: 409, sentence: () => '您（或您代行的人员）已参与本事项的其他环节，不能再进行此操作。' },
  OPINION_REQUIRED: { status: 409, sentence: () => '请填写意见。' },
  SIGNATURES_PENDING: {
    status: 409,
    sentence: ({ waiting, disagreed }) =>
      `会签尚未完成：${countOf(waiting)}人未签署，${countOf(disagreed)}人不同意；可催办，或由发起人撤销会签。`,
  },
  SIGNER_MISSING: { status: 409, sentence: () => '请指定会签（加签）人员。' },
  SIGNER_UNKNOWN: {
    status: 409,
    sentence: ({ users }) => `编号为${many(users)}的人员不能会签（加签）：没有可用账户，或在本单位没有职责。`,
  },
  ALREADY_A_SIGNER: { status: 409, sentence: ({ users }) => `已请编号为${many(users)}的人员会签（加签），不必重复。` },
  SIGNER_IS_AUTHOR: {
    status: 409,
    sentence: ({ users }) => `编号为${many(users)}的人员起草、报送或办理过本事项的呈报，不能会签（加签）。`,
  },
  NOT_A_SIGNER: { status: 409, sentence: () => '未请您（或该人员）会签（加签）。' },
  ALREADY_SIGNED: { status: 409, sentence: () => '您已签署意见。' },
  NOT_THE_REQUESTER: { status: 409, sentence: () => '只有发起会签（加签）的人员可以撤销。' },
  ATTACHMENT_TYPE_NOT_ALLOWED: {
    status: 415,
    sentence: () => '附件只能是 PDF、Word（docx）、Excel（xlsx）、PNG、JPEG 或纯文本（UTF-8）文件。',
  },
  ATTACHMENT_EMPTY: { status: 400, sentence: () => '没有收到文件，或文件是空的。' },
  POLICY_NOT_FOUND: { status: 404, sentence: ({ version }) => `没有第${text(version)}版设置。` },
  POLICY_CHANGED: {
    status: 409,
    sentence: ({ current }) => `设置已被他人修改（现为第${text(current)}版），请重新核对后再保存。`,
  },
};
