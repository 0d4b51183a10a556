import type { ReactElement } from 'react';
import type { Verdict, WarningLevel } from '../../../machines/rules/index.js';
import { rich, t } from './t.js';

const VERDICTS: Readonly<Record<Verdict, { mark: string; label: string }>> = {
  clear: { mark: '✓', label: t('通过') },
  flag: { mark: '!', label: t('须说明') },
  block: { mark: '✕', label: t('暂缓') },
};

/** A verdict in sign, word and colour, so that none of them is needed alone. */
export function VerdictTag({ verdict, large }: { verdict: Verdict; large?: boolean }): ReactElement {
  const { mark, label } = VERDICTS[verdict];
  return (
    <span className={`tag verdict-${verdict}${large === true ? ' tag-large' : ''}`}>
      <span aria-hidden="true">{mark}</span> {label}
    </span>
  );
}

const LEVEL_WORDS: Readonly<Record<WarningLevel, string>> = {
  A: t('进展缓慢'),
  B: t('尚有差额'),
  C: t('已达到'),
};

/** A warning level with its letter and its word; the colour follows the severity, never the letter. */
export function LevelTag({ level, severity }: { level: WarningLevel; severity: number }): ReactElement {
  const tone = severity >= 3 ? 'block' : severity === 2 ? 'flag' : 'clear';
  return (
    <span className={`tag verdict-${tone}`}>
      {rich('{level}级 {word}', { level: <b key="level">{level}</b>, word: LEVEL_WORDS[level] })}
    </span>
  );
}
