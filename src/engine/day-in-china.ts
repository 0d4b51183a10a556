// The Swedish form of a date is the ISO form.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/**
 * The calendar day on which something happened. Taken from the stored instant, so that a replay sees the same day.
 *
 * @param instant any moment
 * @returns `YYYY-MM-DD` in China
 */
export function dayInChina(instant: Date): string {
  return format.format(instant);
}
