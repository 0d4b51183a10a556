import type { ChainFault } from './verify-chain.js';

const placeOf = ({ seq }: ChainFault): string => `链上第 ${seq ?? '？'} 位`;
const recordOf = ({ recordId, at }: ChainFault): string => `审计记录 ${recordId ?? '？'}（${at ?? '时间不详'}）`;

const SENTENCES: Readonly<Record<ChainFault['kind'], (fault: ChainFault) => string>> = {
  'record-changed': (fault) => `${placeOf(fault)}：${recordOf(fault)}与封存时不一致，内容已被改动。`,
  'record-missing': (fault) => `${placeOf(fault)}：${recordOf(fault)}已缺失。`,
  'seal-missing': (fault) => `${placeOf(fault)}的封存缺失。`,
  'seal-changed': (fault) => `${placeOf(fault)}：封存与前一位不衔接，${recordOf(fault)}。`,
  'record-unsealed': (fault) => `${recordOf(fault)}未被封存，可能是绕过系统插入的。`,
  'anchor-broken': ({ at }) => `锚定文件 ${at ?? ''} 无法读取，或与文件名不符。`,
  'anchor-contradicts': (fault) =>
    `锚定文件 ${fault.at ?? ''} 与${placeOf(fault)}的封存不符：该处或更早的记录已被替换或截去。`,
};

/** The sentence an inspector reads. */
export function faultSentence(fault: ChainFault): string {
  return SENTENCES[fault.kind](fault);
}
