import type { Day, LetterContent, UnitKind } from '../rules/index.js';
import { type LetterStanding, sumsPerTask, tableLines } from './letter-standing.js';
import { quarterLabel } from './quarter.js';
import type { FrozenLedger } from './round-ledger.js';

export type LetterQuestion = {
  unit: { name: string; kind: UnitKind };
  ledger: FrozenLedger;
  /** What the unit's own rows of the frozen ledger come to; for the department itself, those of everybody. */
  standing: LetterStanding;
  documentNo: string | null;
  day: Day;
  replyWorkingDays: number;
};

const HEAD = ['班子', '任务', '任务量', '现配', '差额数', '预警等级', '连续未达标季度'];
const HEAD_OF_PARTS = ['单位', '班子数', '达标班子', '任务量', '现配', '差额数'];
const SIGNER = '市委组织部';

/**
 * The one-to-one letter to a unit: what it owes and what it lacks, by the frozen ledger and nothing else.
 *
 * @param question the unit, what its frozen rows come to, and the letter's number and day
 * @returns title, addressee, paragraphs and table; every number is one of the rows or their sum
 * @source source document mechanism 2 (“一对一”书面反馈，明确“任务量”、突出“差额数”), handbook §3.5
 */
export function composeFeedback(question: LetterQuestion): LetterContent {
  const { unit, ledger, standing, documentNo, day, replyWorkingDays } = question;
  return {
    kind: 'feedback',
    documentNo,
    title: `关于${unit.name}${quarterLabel(ledger.quarter)}年轻干部配备情况的反馈函`,
    addressee: addresseeOf(unit),
    blocks: [
      { text: opening(unit, ledger, standing) },
      { heading: 1, text: '一、配备情况' },
      ...situation(standing),
      ...(isEmpty(standing) ? [] : [{ table: tableOf(standing) }]),
      { heading: 1, text: '二、提示事项' },
      { text: hints(standing) },
      { heading: 1, text: '三、工作要求' },
      {
        text:
          `请于收到本函之日起${replyWorkingDays}个工作日内报送配备计划；干部调整动议前请与我部青年干部科沟通。` +
          '用好各年龄段干部，本函反映班子结构，不对干部按年龄排序。',
      },
    ],
    signer: SIGNER,
    day,
    snapshotHash: ledger.hash,
  };
}

function addresseeOf({ name, kind }: LetterQuestion['unit']): string {
  if (kind === 'organization-department') return '部内各相关科室';
  return kind === 'county-level-area' ? `${name}委组织部` : `${name}党委（党组）`;
}

const isEmpty = ({ teams }: LetterStanding): boolean => teams.size === 0;

function opening(unit: LetterQuestion['unit'], ledger: FrozenLedger, standing: LetterStanding): string {
  const ages = [...standing.ages].join('；');
  const whom = unit.kind === 'organization-department' ? '全市' : '你单位';
  const [year, month, date] = ledger.referenceDay.split('-').map(Number);
  const revised = ledger.revision > 1 ? `，台账第${ledger.revision}次固化` : '';
  return (
    `按照季度摸底调度安排，市委组织部对${whom}领导班子年轻干部配备情况进行了摸底调度` +
    `（计算基准日：${year}年${month}月${date}日${ages === '' ? '' : `，年龄口径：${ages}`}${revised}）。现将有关情况反馈如下。`
  );
}

function situation(standing: LetterStanding): { text: string }[] {
  if (isEmpty(standing)) return [{ text: '你单位领导班子本季度没有年轻干部配备任务。' }];
  const tasks = sumsPerTask(standing).map(({ taskName, teams, met, due, actual, shortfall, persons }) => {
    const distinct = persons === actual ? '' : `（不重复计算为${persons}名）`;
    return {
      text:
        `${taskName}：涉及班子${teams}个，达标${met}个。` +
        `任务量${due}名，现配${actual}名${distinct}，差额数${shortfall}名。`,
    };
  });
  return [{ text: headcount(standing) }, ...tasks];
}

function headcount({ teams }: LetterStanding): string {
  let [approved, filled] = [0, 0];
  for (const team of teams.values()) {
    approved += team.approved;
    filled += team.approved - team.vacant + team.over;
  }
  return `有任务的班子${teams.size}个，核定职数${approved}名，实配${filled}名。`;
}

function tableOf(standing: LetterStanding): { head: string[]; rows: string[][] } {
  return { head: standing.lines.kind === 'rows' ? HEAD : HEAD_OF_PARTS, rows: tableLines(standing) };
}

function hints({ leaving, teams }: LetterStanding): string {
  let vacant = 0;
  for (const team of teams.values()) vacant += team.vacant;
  return `预计将超龄或任职期满的年轻干部${leaving.size}名；空缺职数${vacant}名。`;
}
