import type { Day } from '../../../machines/rules/index.js';
import type { FormBlock, FormContent } from '../../documents/index.js';
import { fullPostName } from '../../directory/index.js';
import type { CaseFacts, CaseLine } from './case-facts.js';
import { signature } from './official.js';
import { BLANK_DAY, chineseDay, personWords } from './wording.js';

const BASIS = '根据《党政领导干部选拔任用工作条例》有关规定，现将拟任职干部有关情况公示如下：';
/** Ours: room to write. */
const BLANK = '　'.repeat(8);
const HONESTY = '反映问题要实事求是，以单位名义反映问题的应加盖公章，以个人名义反映问题的应告知真实姓名和联系方式。';

/** What a notice says besides who is to be appointed. */
export interface NoticeDetails {
  /** As posted; null leaves the days to be filled in. */
  period: { startDay: Day; endDay: Day } | null;
  /** 破格提拔: circumstances and reasons, by cadre. */
  exceptional: Readonly<Record<string, string>>;
}

/**
 * 《任前公示》: who is to be appointed, for an exceptional promotion with its reasons, and where objections are received.
 * Months alone, never a day of birth and never an ID number; removals are not noticed.
 *
 * @source handbook §1.1 (破格 must state circumstances and reasons), §3.5
 */
export function publicNotice(facts: CaseFacts, { period: notice, exceptional }: NoticeDetails): FormContent {
  const body = (text: string): FormBlock => ({ text, indent: true });
  const period =
    notice === null ? `自${BLANK_DAY}至${BLANK_DAY}` : `自${chineseDay(notice.startDay)}至${chineseDay(notice.endDay)}`;
  return {
    title: `${facts.unit.name}干部任前公示`,
    official: true,
    pageNumbers: true,
    blocks: [
      { text: `${facts.unit.name}干部任前公示`, face: 'title', align: 'center' },
      body(BASIS),
      ...facts.lines
        .filter(({ appointTo }) => appointTo !== null)
        .map((line) => body(aboutPerson(line, facts.asOf, exceptional[line.person.code]))),
      body(`公示时间：${period}。`),
      body('公示期间，如对公示对象有情况反映，请通过电话、信函或来访等方式向受理单位反映。'),
      body(HONESTY),
      ...receivingLines(facts).map(body),
      ...signature(facts.unit.name, notice?.startDay ?? null),
    ],
  };
}

/** Who receives, by telephone and by post; a line that nobody has filled in is left to be written, not left out. */
function receivingLines({ receiving, unit }: CaseFacts): string[] {
  const { office, telephone, address, postcode } = receiving;
  return [
    `受理单位：${office || unit.name}`,
    `联系电话：${telephone}`,
    `通讯地址：${address || BLANK}`,
    `邮政编码：${postcode || BLANK}`,
  ];
}

/** 姓名，性别，民族，出生年月，学历学位，政治面貌，现任职务，拟任职务，破格的情形和理由. */
function aboutPerson(line: CaseLine, asOf: Day, exceptional: string | undefined): string {
  const { appointTo, mode } = line;
  const post = appointTo === null ? '' : fullPostName(appointTo);
  const said = `${personWords(line, asOf)}，拟任${post}${mode === 'probation' ? '（试用期一年）' : ''}。`;
  return exceptional === undefined ? said : `${said}该同志系破格提拔：${exceptional}`;
}
