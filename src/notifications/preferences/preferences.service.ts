import { Injectable } from '@nestjs/common';
import type { Caller } from '../../engine/index.js';
import { SecretBox } from '../../identity/index.js';
import { Clock, Db, type Tx, ValidationError } from '../../platform/index.js';
import { CHANNELS, type ChannelName } from '../channels/channel.dto.js';
import { NO_PREFERENCE, type PreferenceBody } from './preference.dto.js';

interface Row {
  channels: ChannelName[];
  mutedKinds: PreferenceBody['mutedKinds'];
  addresses: Buffer | null;
  digestMinutes: number;
}

type Addresses = Partial<Record<ChannelName, string>>;

/** What people want to be told outside the product, and where; addresses are kept encrypted and told to nobody else. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  async get(caller: Caller): Promise<PreferenceBody> {
    const row = await this.find(this.db, caller.userId);
    if (row === undefined) return NO_PREFERENCE;
    const { email, wecom, dingtalk } = await this.addressesIn(row);
    const { channels, mutedKinds, digestMinutes } = row;
    return {
      email: { enabled: channels.includes('email'), address: email ?? null },
      wecom: { enabled: channels.includes('wecom'), account: wecom ?? null },
      dingtalk: { enabled: channels.includes('dingtalk'), account: dingtalk ?? null },
      mutedKinds,
      digestMinutes,
    };
  }

  /** @refuses VALIDATION_FAILED - a channel switched on without an address */
  async set(body: PreferenceBody, caller: Caller): Promise<PreferenceBody> {
    const addresses: Addresses = {};
    const channels: ChannelName[] = [];
    for (const channel of CHANNELS) {
      const address = channel === 'email' ? body.email.address : body[channel].account;
      if (address !== null && address !== '') addresses[channel] = address;
      if (!body[channel].enabled) continue;
      if (addresses[channel] === undefined)
        throw new ValidationError([{ path: channel, message: '启用前请先填写地址' }]);
      channels.push(channel);
    }
    const sealed = Object.keys(addresses).length === 0 ? null : await this.box.seal(JSON.stringify(addresses));
    await this.db.transaction((tx) =>
      tx.query(
        'preference-set',
        `INSERT INTO notification_preference (user_id, channels, muted_kinds, addresses, digest_minutes, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (user_id) DO UPDATE SET channels = excluded.channels, muted_kinds = excluded.muted_kinds,
           addresses = excluded.addresses, digest_minutes = excluded.digest_minutes, updated_at = excluded.updated_at`,
        [caller.userId, channels, body.mutedKinds, sealed, body.digestMinutes, this.clock.now()],
      ),
    );
    return this.get(caller);
  }

  /** @returns where somebody is reached on a channel; null when they do not want to be, or their account is closed */
  async addressOf(userId: number, channel: ChannelName): Promise<string | null> {
    const row = await this.find(this.db, userId);
    if (row === undefined || !row.channels.includes(channel)) return null;
    return (await this.addressesIn(row))[channel] ?? null;
  }

  private async find(reader: Pick<Tx, 'query'>, userId: number): Promise<Row | undefined> {
    const { rows } = await reader.query<Row>(
      'preference-of-user',
      `SELECT p.channels, p.muted_kinds AS "mutedKinds", p.addresses, p.digest_minutes AS "digestMinutes"
       FROM notification_preference p JOIN app_user u ON u.id = p.user_id AND u.status = 'active' WHERE p.user_id = $1`,
      [userId],
    );
    return rows[0];
  }

  private async addressesIn({ addresses }: Row): Promise<Addresses> {
    return addresses === null ? {} : (JSON.parse(await this.box.open(addresses)) as Addresses);
  }
}
