import type { Problem } from '../../directory/index.js';

/** What can be wrong with a roster and with whom a row is about; what a cell is not, the workbook's sentences say. */
const ROSTER_SENTENCES = {
  ROSTER_TOO_LONG: '一次最多导入5000人，请按单位分开导入。',
  CADRE_UNKNOWN: '您的单位范围内没有这名干部，请先在名册中登记，或指定对应的干部编号。',
  CHOICE_NEEDED: '有可能对应的干部，但不能认定（重名，或出生年月不一致），请指定是哪一名。',
  CHOICE_UNKNOWN: '指定的干部编号不在您的单位范围内。',
  CHOICE_WITHOUT_ROW: '所作的选择没有对应的行。',
  CADRE_TWICE: '与前面某行是同一名干部。',
  TENURE_DIFFERS: '任职记录为“{known}”。任职以市工作簿或动议为准，名册不改任职，请核对。',
} as const;

export type RosterCode = keyof typeof ROSTER_SENTENCES;

export interface RosterProblem extends Omit<Problem, 'code'> {
  code: Problem['code'] | RosterCode;
}

export const rosterProblem = (
  place: Omit<RosterProblem, 'code' | 'message'>,
  code: RosterCode,
  { known = '' }: { known?: string } = {},
): RosterProblem => ({
  ...place,
  code,
  message: ROSTER_SENTENCES[code].replace('{known}', () => known),
});
