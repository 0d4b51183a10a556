import { createTransport } from 'nodemailer';
import type { EmailBody } from './channel.dto.js';
import { type OutgoingMessage, SendFailedError, type Sender, TIMEOUT_MS } from './sender.js';

export interface EmailSettings extends Pick<EmailBody, 'host' | 'port' | 'tls' | 'from' | 'username'> {
  password: string | undefined;
}

const SUBJECT = '待办提醒';

/** Sends by SMTP, one connection a message: a digest comes seldom. */
export function emailSender({ host, port, tls, from, username, password }: EmailSettings): Sender {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(username !== undefined && { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, text, id }: OutgoingMessage) => {
    try {
      await transport.sendMail({
        from,
        to,
        subject: SUBJECT,
        text,
        messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>`,
      });
    } catch (error) {
      throw new SendFailedError(reasonOf(error));
    }
  };
}

/** The library's code and the server's number; replies of servers may quote addresses. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return ['SMTP', code, responseCode].filter((part) => ['string', 'number'].includes(typeof part)).join(' ');
}
