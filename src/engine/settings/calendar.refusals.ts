import type { RefusalEntry } from '../../platform/index.js';

/** What the working calendar may refuse, as people read it. */
export const CALENDAR_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  CALENDAR_NOT_COVERED: {
    status: 422,
    sentence: ({ day, coverageUntil }) =>
      `工作日历只到${String(coverageUntil)}，不能推算${String(day)}，请先维护节假日安排。`,
  },
  CALENDAR_YEAR_NOT_LOADED: { status: 404, sentence: ({ year }) => `工作日历中没有${String(year)}年的安排。` },
  CALENDAR_YEAR_GAP: {
    status: 409,
    sentence: ({ year, first, next }) =>
      `工作日历须逐年连续：已有${String(first)}年至${Number(next) - 1}年，不能载入${String(year)}年，下一个应载入的是${String(next)}年。`,
  },
};
