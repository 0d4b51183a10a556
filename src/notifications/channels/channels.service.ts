import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../identity/index.js';
import { Clock, Config, Db, refuse } from '../../platform/index.js';
import {
  CHANNEL_LABELS,
  CHANNELS,
  type ChannelName,
  type ChannelView,
  type DingtalkBody,
  type EmailBody,
  type WecomBody,
} from './channel.dto.js';
import { type ChannelRow, senderOf } from './sender-of.js';
import { type OutgoingMessage, SendFailedError } from './sender.js';

type Counts = Pick<ChannelView, 'waiting' | 'failed' | 'dead' | 'sent'>;
type Row = ChannelRow & Counts & { pausedUntil: Date | null };

const NOTHING: Counts = { waiting: 0, failed: 0, dead: 0, sent: 0 };

/** Channels out of the product: nothing goes anywhere until an administrator says where. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  async list(): Promise<{ items: ChannelView[] }> {
    const { rows } = await this.db.query<Row>(
      'channels-list',
      `SELECT c.name, c.enabled, c.settings, c.secret, c.paused_until AS "pausedUntil",
         count(*) FILTER (WHERE d.state IN ('waiting','sending') AND d.last_error IS NULL)::int AS waiting,
         count(*) FILTER (WHERE d.state IN ('waiting','sending') AND d.last_error IS NOT NULL)::int AS failed,
         count(*) FILTER (WHERE d.state = 'dead')::int AS dead, count(*) FILTER (WHERE d.state = 'sent')::int AS sent
       FROM channel c LEFT JOIN delivery d ON d.channel = c.name GROUP BY c.name`,
    );
    return {
      items: CHANNELS.map((name) =>
        viewOf(
          name,
          rows.find((row) => row.name === name),
        ),
      ),
    };
  }

  setEmail({ enabled, password, ...settings }: EmailBody): Promise<ChannelView> {
    return this.set('email', enabled, settings, { password });
  }

  /** @refuses ROBOT_HOST_NOT_ALLOWED - a host that this installation does not name */
  setWecom({ enabled, host = 'qyapi.weixin.qq.com', key }: WecomBody): Promise<ChannelView> {
    return this.set('wecom', enabled, { host: this.allowed(host) }, { key });
  }

  /** @refuses ROBOT_HOST_NOT_ALLOWED - a host that this installation does not name */
  setDingtalk({ enabled, host = 'oapi.dingtalk.com', accessToken, secret }: DingtalkBody): Promise<ChannelView> {
    return this.set('dingtalk', enabled, { host: this.allowed(host) }, { accessToken, secret });
  }

  /**
   * Sends one message at once, so that an administrator sees whether the channel works.
   *
   * @refuses CHANNEL_NOT_SET - nobody has said where it leads
   * @refuses TOO_MANY_REQUESTS - tested a moment ago
   * @refuses CHANNEL_FAILED - with the other side's reason
   */
  async test(name: ChannelName, to: string): Promise<{ sent: true }> {
    const { rows } = await this.db.transaction((tx) =>
      tx.query<ChannelRow & { isEarly: boolean }>(
        'channel-test',
        `UPDATE channel c SET tested_at = CASE WHEN early.is_early THEN c.tested_at ELSE now() END
         FROM (SELECT name, coalesce(tested_at > now() - interval '10 seconds', false) AS is_early FROM channel WHERE name = $1 FOR UPDATE) early
         WHERE c.name = early.name
         RETURNING c.name, c.enabled, c.settings, c.secret, early.is_early AS "isEarly"`,
        [name],
      ),
    );
    const row = rows[0] ?? refuse('CHANNEL_NOT_SET', { channel: name });
    if (row.isEarly) refuse('TOO_MANY_REQUESTS');
    try {
      await this.send(row, { to, text: '这是一条测试消息：渠道可用。', id: `test-${this.clock.now().getTime()}` });
    } catch (error) {
      if (error instanceof SendFailedError) refuse('CHANNEL_FAILED', { channel: name, reason: error.reason });
      throw error;
    }
    return { sent: true };
  }

  /** @refuses (thrown as SendFailedError) whatever keeps the message from going out */
  async send(row: ChannelRow, message: OutgoingMessage): Promise<void> {
    const secrets = row.secret === null ? {} : (JSON.parse(await this.box.open(row.secret)) as Record<string, string>);
    await senderOf(row, secrets, { hosts: this.config.robotHosts, now: () => this.clock.now() })(message);
  }

  private allowed(host: string): string {
    if (!this.config.robotHosts.includes(host)) refuse('ROBOT_HOST_NOT_ALLOWED', { host });
    return host;
  }

  private async set(
    name: ChannelName,
    enabled: boolean,
    settings: object,
    given: Record<string, string | undefined>,
  ): Promise<ChannelView> {
    if (enabled && this.config.publicOrigin === undefined) refuse('PUBLIC_ORIGIN_MISSING');
    await this.db.transaction(async (tx) => {
      const { rows } = await tx.query<{ secret: Buffer | null }>(
        'channel-secret',
        'SELECT secret FROM channel WHERE name = $1 FOR UPDATE',
        [name],
      );
      const stored = rows[0]?.secret ?? null;
      const kept = stored === null ? {} : (JSON.parse(await this.box.open(stored)) as Record<string, string>);
      const secrets = {
        ...kept,
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      };
      const missing = name === 'email' ? [] : Object.keys(given).filter((key) => !(key in secrets));
      if (enabled && missing.length > 0) refuse('CHANNEL_SECRET_MISSING', { fields: missing });
      await tx.query(
        'channel-set',
        `INSERT INTO channel (name, enabled, settings, secret, updated_at) VALUES ($1, $2, $3::jsonb, $4, now())
         ON CONFLICT (name) DO UPDATE SET enabled = excluded.enabled, settings = excluded.settings, secret = excluded.secret,
           paused_until = NULL, updated_at = now()`,
        [
          name,
          enabled,
          JSON.stringify(settings),
          Object.keys(secrets).length === 0 ? null : await this.box.seal(JSON.stringify(secrets)),
        ],
      );
    });
    const { items } = await this.list();
    return items.find((item) => item.name === name)!;
  }
}

function viewOf(name: ChannelName, row: Row | undefined): ChannelView {
  const { waiting, failed, dead, sent } = row ?? NOTHING;
  return {
    name,
    label: CHANNEL_LABELS[name],
    enabled: row?.enabled ?? false,
    settings: (row?.settings ?? {}) as ChannelView['settings'],
    hasSecret: row !== undefined && row.secret !== null,
    pausedUntil: row?.pausedUntil?.toISOString() ?? null,
    waiting,
    failed,
    dead,
    sent,
  };
}
