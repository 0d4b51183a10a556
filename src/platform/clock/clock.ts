/** The one place that reads the time; everything else is told. */
export abstract class Clock {
  abstract now(): Date;

  /** The calendar day in China, 'YYYY-MM-DD'. */
  today(): string {
    return dayInChina.format(this.now());
  }

  /** Calls `listener` when the time has jumped ahead; by itself no clock does. */
  onMoved(_listener: () => void): void {}
}

// The Swedish form of a date is the ISO form.
const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
