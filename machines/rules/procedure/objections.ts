/** Ways by which an objection to a public notice reaches the party group. @source handbook §3.5 (12380, letters, visits) */
export const OBJECTION_CHANNELS = {
  hotline: '12380电话',
  letter: '信函',
  visit: '来访',
  online: '网络举报',
  otherWay: '其他方式',
} as const;
export type ObjectionChannel = keyof typeof OBJECTION_CHANNELS;
