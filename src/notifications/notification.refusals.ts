import type { RefusalEntry } from '../platform/index.js';

/** What notifications may refuse, as people read it. */
export const NOTIFICATION_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  TOO_MANY_STREAMS: {
    status: 429,
    sentence: ({ most }) => `同一用户最多同时打开${String(most)}个实时连接，请关闭多余的页面。`,
  },
  CHANNEL_NOT_SET: { status: 409, sentence: () => '此渠道尚未设置，请先保存设置。' },
  CHANNEL_FAILED: {
    status: 502,
    sentence: ({ reason }) => `发送失败（${String(reason)}），请检查渠道设置和网络。`,
  },
  CHANNEL_SECRET_MISSING: {
    status: 422,
    sentence: ({ fields }) => `启用前请填写密钥：${Array.isArray(fields) ? fields.join('、') : ''}。`,
  },
  ROBOT_HOST_NOT_ALLOWED: {
    status: 422,
    sentence: ({ host }) => `主机${String(host)}不在允许之列，请先在环境变量 ROBOT_HOSTS 中加入。`,
  },
  PUBLIC_ORIGIN_MISSING: {
    status: 409,
    sentence: () => '启用外发前，请先设置环境变量 PUBLIC_ORIGIN：消息中的链接由此而来。',
  },
  DELIVERY_NOT_OPEN: { status: 409, sentence: () => '此消息不存在，或已发出，不能重新发送。' },
  COPY_OUT_OF_REACH: {
    status: 422,
    sentence: ({ users }) => `有${Array.isArray(users) ? users.length : 1}人看不到此事项，不能抄送。`,
  },
};
