import type { RefusalEntry } from '../../platform/index.js';

export const OPERATIONS_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  CLOCK_STANDS: { status: 409, sentence: () => '本环境的时钟由外部给定，不能拨动。' },
  CLOCK_GOES_FORWARD: { status: 409, sentence: () => '示例城市的时间只能往前拨，不能倒退。' },
  CLOCK_TOO_FAR: { status: 409, sentence: ({ days }) => `一次最多往前拨${Number(days)}天。` },
};
