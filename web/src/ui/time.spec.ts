import { describe, expect, it } from '@jest/globals';
import { dayInChina, daysBetween, momentText, monthText, timeLeftText, waitingText } from './time.js';

describe('times as the desk writes them', () => {
  it('are those of China, wherever the browser stands', () => {
    expect(dayInChina(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(dayInChina(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(momentText('2026-11-22T16:05:00.000Z')).toMatch(/^2026-11-23 (00|24):05$/);
  });

  it('say how long something has waited, never less than nothing', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(waitingText('2026-11-23T11:01:00Z', now)).toBe('59分钟');
    expect(waitingText('2026-11-23T11:00:00Z', now)).toBe('1小时');
    expect(waitingText('2026-11-22T12:00:00Z', now)).toBe('1天');
    expect(waitingText('2026-11-23T12:00:05Z', now)).toBe('0分钟');
  });

  it('say how much is left until a day', () => {
    expect(timeLeftText('2026-11-23', '2026-11-26')).toBe('剩3天');
    expect(timeLeftText('2026-11-23', '2026-11-23')).toBe('今天到期');
    expect(timeLeftText('2026-11-23', '2026-11-21')).toBe('已超2天');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  });

  it('write birth months as the field does', () => {
    expect(monthText('1986-10')).toBe('1986.10');
  });
});
