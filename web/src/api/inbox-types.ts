import type { Schemas } from './schema.js';

export type InboxCounts = Schemas['InboxCounts'];
export type InboxItem = Schemas['InboxItem'];
export type InboxPage = Schemas['InboxPage'];
export type NoticeView = Schemas['Notice'];
export type NoticePage = Schemas['NoticePage'];
