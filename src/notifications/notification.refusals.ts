import type { RefusalEntry } from '../platform/index.js';

/** What notifications may refuse, as people read it. */
export const NOTIFICATION_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  TOO_MANY_STREAMS: {
    status: 429,
    sentence: ({ most }) => `同一用户最多同时打开${String(most)}个实时连接，请关闭多余的页面。`,
  },
  COPY_OUT_OF_REACH: {
    status: 422,
    sentence: ({ users }) => `有${Array.isArray(users) ? users.length : 1}人看不到此事项，不能抄送。`,
  },
};
