export type ChannelName = 'email' | 'wecom' | 'dingtalk';

/** A way out of the product, as the administrator sees it; its secrets never come back. */
export interface ChannelView {
  name: ChannelName;
  label: string;
  enabled: boolean;
  settings: Record<string, unknown>;
  hasSecret: boolean;
  pausedUntil: string | null;
  waiting: number;
  failed: number;
  dead: number;
  sent: number;
}

export type DeliveryState = 'waiting' | 'failed' | 'dead';

/** A message on its way out: to which account, and what became of it; never of what it tells. */
export interface DeliveryView {
  id: number;
  channel: ChannelName;
  user: { id: number; username: string };
  state: string;
  attempts: number;
  createdAt: string;
  nextAttemptAt: string;
  lastError: string | null;
}
