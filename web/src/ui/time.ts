import { t } from './t.js';

const IN_CHINA = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: IN_CHINA, dateStyle: 'short' });
const momentFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: IN_CHINA,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** The calendar day in China, 'YYYY-MM-DD'. */
export function dayInChina(at: Date): string {
  return dayFormat.format(at);
}

/** '2026-11-23 11:30' in China. */
export function momentText(iso: string): string {
  const parts = Object.fromEntries(momentFormat.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}

/** How long something has been waiting, in the largest unit that says enough. */
export function waitingText(sinceIso: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(sinceIso)) / 60_000));
  if (minutes < 60) return t('{n}分钟', { n: minutes });
  if (minutes < 24 * 60) return t('{n}小时', { n: Math.floor(minutes / 60) });
  return t('{n}天', { n: Math.floor(minutes / (24 * 60)) });
}

/** Calendar days from one day to another; negative when the second lies before the first. */
export function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS);
}

/** '剩3天', '今天到期', '已超2天'. */
export function timeLeftText(today: string, dueDay: string): string {
  const left = daysBetween(today, dueDay);
  if (left === 0) return t('今天到期');
  return left > 0 ? t('剩{n}天', { n: left }) : t('已超{n}天', { n: -left });
}

/** Birth months as the field writes them: 1986.10. */
export function monthText(month: string): string {
  return month.replace('-', '.');
}
