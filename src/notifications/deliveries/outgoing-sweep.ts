import { Injectable } from '@nestjs/common';
import { mayRemindAt } from '../../../machines/rules/index.js';
import { SettingsService } from '../../engine/index.js';
import { asWorker, Clock, Config, Db } from '../../platform/index.js';
import { CHANNELS, type ChannelName } from '../channels/channel.dto.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { ChannelRow } from '../channels/sender-of.js';
import { SendFailedError } from '../channels/sender.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import {
  bury,
  claimDeliveries,
  type ClaimedDelivery,
  drop,
  markSent,
  pause,
  putBack,
  unreadCases,
} from './delivery.queries.js';

export interface Swept {
  sent: number;
  failed: number;
}

const BATCH = 5;
const MOST_ATTEMPTS = 8;
/** A robot that was asked too often stays closed for ten minutes (handbook §4.5). */
const PAUSE_SECONDS = 600;
/** Longer than the minute over which attempts are counted: of each message only the last is known. */
const FIRST_DELAY_SECONDS = 65;
const LONGEST_DELAY_SECONDS = 3_600;

/**
 * Sends what is due, within working hours, at each channel's pace. Safe to call at any time, in any number of processes. A
 * process that dies between sending and marking has the message sent again: at least once, under the same id.
 */
@Injectable()
export class OutgoingSweep {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
    private readonly channels: ChannelsService,
    private readonly preferences: PreferencesService,
  ) {}

  /** @param isWanted asked before each message; false leaves the rest to whoever comes next */
  sweep(isWanted = (): boolean => true): Promise<Swept> {
    return asWorker('outgoing', async () => {
      const swept = { sent: 0, failed: 0 };
      for (const name of CHANNELS) {
        while (isWanted() && (await this.mayTell())) {
          const done = await this.sendSome(name, isWanted);
          if (done === null) break;
          swept.sent += done.sent;
          swept.failed += done.failed;
        }
      }
      return swept;
    });
  }

  private async mayTell(): Promise<boolean> {
    const { calendar, policy, now } = await this.settings.current(this.db);
    return mayRemindAt(calendar, policy.reminders.hours, now.toISOString());
  }

  private async sendSome(name: ChannelName, isWanted: () => boolean): Promise<Swept | null> {
    const claimed = await this.db.transaction((tx) => claimDeliveries(tx, name, this.clock.now(), BATCH));
    if (claimed === null || claimed.deliveries.length === 0) return null;
    const swept = { sent: 0, failed: 0 };
    let isPaused = false;
    for (const delivery of claimed.deliveries) {
      if (isPaused || !isWanted()) {
        await putBack(this.db, delivery.id, 0, 'PUT_OFF', false);
        continue;
      }
      const outcome = await this.sendOne(claimed.channel, delivery);
      if (outcome === 'sent') swept.sent += 1;
      if (outcome === 'failed' || outcome === 'throttled') swept.failed += 1;
      isPaused = outcome === 'throttled';
    }
    return swept;
  }

  private async sendOne(
    channel: ChannelRow,
    delivery: ClaimedDelivery,
  ): Promise<'sent' | 'dropped' | 'failed' | 'throttled'> {
    const { id, userId } = delivery;
    const to = await this.preferences.addressOf(userId, channel.name);
    const count = to === null ? 0 : await unreadCases(this.db, userId);
    if (to === null || count === 0) {
      await drop(this.db, id);
      return 'dropped';
    }
    try {
      await this.channels.send(channel, { to, text: this.textFor(count), id: `delivery-${id}` });
    } catch (error) {
      return this.fail(channel.name, delivery, error);
    }
    await markSent(this.db, id, this.clock.now());
    return 'sent';
  }

  /** No name, no unit, no post, no title: it passes through machines that are not ours. */
  private textFor(count: number): string {
    return `您有${count}条待办，请登录查看：${this.config.publicOrigin ?? ''}/`;
  }

  private async fail(
    name: ChannelName,
    { id, attempts }: ClaimedDelivery,
    error: unknown,
  ): Promise<'failed' | 'throttled'> {
    const isKnown = error instanceof SendFailedError;
    const reason = isKnown ? error.reason : 'UNEXPECTED';
    if (isKnown && error.isThrottled) {
      await pause(this.db, name, PAUSE_SECONDS);
      await putBack(this.db, id, PAUSE_SECONDS, reason, false);
      return 'throttled';
    }
    if (attempts >= MOST_ATTEMPTS) await bury(this.db, id, reason);
    else await putBack(this.db, id, Math.min(FIRST_DELAY_SECONDS * 2 ** (attempts - 1), LONGEST_DELAY_SECONDS), reason);
    return 'failed';
  }
}
