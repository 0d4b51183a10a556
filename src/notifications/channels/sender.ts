/** What goes out: nothing but this text, and to whom. */
export interface OutgoingMessage {
  /** Address or account of the person on the channel. */
  to: string;
  text: string;
  /** The same for a message sent again, so that the other side may know it. */
  id: string;
}

/** Why a message did not go out, in a word that can be stored and shown: never what the other side wrote. */
export class SendFailedError extends Error {
  constructor(
    readonly reason: string,
    /** The other side asks for patience; the message itself is not at fault. */
    readonly isThrottled = false,
  ) {
    super(`not sent: ${reason}`);
    this.name = 'SendFailedError';
  }
}

export type Sender = (message: OutgoingMessage) => Promise<void>;

export const TIMEOUT_MS = 10_000;
