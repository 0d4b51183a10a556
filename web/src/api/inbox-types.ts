import type { Coded } from './directory-types.js';

export interface InboxCounts {
  todo: number;
  done: number;
  mine: number;
  copied: number;
  /** Notices not read yet. */
  unread: number;
}

export interface InboxItem {
  workflow: string;
  plural: string;
  id: number;
  title: string;
  unit: Coded;
  statePath: string;
  label: string;
  version: number;
  updatedAt: string;
  /** When it came to where it stands. */
  since: string;
  waitedWorkingDays: number;
  /** What waits for this person. */
  steps: { type: string; label: string }[];
  deadline: { name: string; label: string; dueDay: string; workingDaysLeft: number; provisional: boolean } | null;
  flags: string[];
  unread: boolean;
  done: boolean;
}

export interface InboxPage {
  items: InboxItem[];
  next: string | null;
  counts: InboxCounts;
}

export interface NoticeView {
  id: number;
  kind: string;
  workflow: string;
  plural: string;
  caseId: number;
  title: string;
  text: string;
  at: string;
  readAt: string | null;
  late: boolean;
}

export interface NoticePage {
  items: NoticeView[];
  next: string | null;
}
