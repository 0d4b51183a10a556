import type { ChannelName } from './channel.dto.js';
import { type EmailSettings, emailSender } from './send-email.js';
import { dingtalkSender, wecomSender } from './send-robot.js';
import { SendFailedError, type Sender } from './sender.js';

/** A channel as it is stored. */
export interface ChannelRow {
  name: ChannelName;
  enabled: boolean;
  settings: object;
  secret: Buffer | null;
}

export interface Outside {
  /** Hosts that robots may stand on. */
  hosts: readonly string[];
  now: () => Date;
}

/**
 * How a channel sends. Hosts are asked again here: what an installation no longer names is no longer reached.
 *
 * @refuses (thrown as SendFailedError) HOST_NOT_ALLOWED, NO_SECRET
 */
export function senderOf({ name, settings }: ChannelRow, secrets: Record<string, string>, outside: Outside): Sender {
  if (name === 'email') {
    return emailSender({ ...(settings as EmailSettings), password: secrets['password'] });
  }
  const { host } = settings as { host: string };
  if (!outside.hosts.includes(host)) throw new SendFailedError('HOST_NOT_ALLOWED');
  const { key, accessToken, secret } = secrets;
  const { now } = outside;
  if (name === 'wecom' && key !== undefined) return wecomSender({ host, key, now });
  if (name === 'dingtalk' && accessToken !== undefined && secret !== undefined) {
    return dingtalkSender({ host, accessToken, secret, now });
  }
  throw new SendFailedError('NO_SECRET');
}
