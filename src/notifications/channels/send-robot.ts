import { createHmac } from 'node:crypto';
import { type OutgoingMessage, SendFailedError, type Sender, TIMEOUT_MS } from './sender.js';

export interface RobotSettings {
  /** Checked against the configured hosts before it comes here. */
  host: string;
  now: () => Date;
}

/** What robots answer when they have been asked too often. */
const THROTTLED = new Set([45_009, 130_101, 130_103]);

/** @source handbook §4.5 (WeCom robot) */
export function wecomSender({ host, key }: RobotSettings & { key: string }): Sender {
  return ({ to, text }: OutgoingMessage) =>
    post(`${originOf(host)}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, {
      msgtype: 'text',
      text: { content: text, mentioned_list: [to] },
    });
}

/** @source handbook §4.5 (DingTalk robot) */
export function dingtalkSender({
  host,
  accessToken,
  secret,
  now,
}: RobotSettings & { accessToken: string; secret: string }): Sender {
  return ({ to, text }: OutgoingMessage) => {
    const timestamp = now().getTime();
    const query = new URLSearchParams({
      access_token: accessToken,
      timestamp: String(timestamp),
      sign: dingtalkSign(timestamp, secret),
    });
    return post(`${originOf(host)}/robot/send?${query.toString()}`, {
      msgtype: 'text',
      text: { content: text },
      at: { atUserIds: [to], isAtAll: false },
    });
  };
}

/**
 * The signature DingTalk asks for, before it is escaped for the address.
 *
 * @param timestamp milliseconds since 1970
 * @param secret the robot's signing secret
 * @source handbook §4.5: base64(HMAC-SHA256(secret, `${timestamp}\n${secret}`))
 */
export function dingtalkSign(timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** In the open only to a machine of one's own, such as a relay on the same host. */
function originOf(host: string): string {
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}

async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new SendFailedError('UNREACHABLE');
  });
  if (response.status === 429) throw new SendFailedError('HTTP 429', true);
  if (!response.ok) throw new SendFailedError(`HTTP ${response.status}`);
  const answer = (await response.json().catch(() => ({}))) as { errcode?: unknown };
  if (answer.errcode === 0) return;
  const code = typeof answer.errcode === 'number' ? answer.errcode : -1;
  throw new SendFailedError(`ERRCODE ${code}`, THROTTLED.has(code));
}
