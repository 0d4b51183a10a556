import { type TeamNoticeWords, teamNoticeSentence } from '../../../machines/rules/index.js';

/** What a notice says besides the title of its case. */
export interface ToldOf {
  kind: string;
  /** Where the case stood, as people call it; '' for what is no case. */
  state: string;
  deadline: { label: string; dueDay: string; workingDaysLeft: number } | null;
  /** What is told of a team; null for cases. */
  team: TeamNoticeWords | null;
  /** How many are told together. */
  count: number;
}

/**
 * The line under a notice's title. Read within the product, under the reader's reach; nothing of it leaves the product.
 *
 * @returns one sentence without names
 */
export function noticeText({ kind, state, deadline, team, count }: ToldOf): string {
  if (team !== null) return teamNoticeSentence(team);
  if (count > 1) return gatheredText({ kind, state, deadline });
  switch (kind) {
    case 'step':
      return state === '' ? '有新的事项，请办理。' : `已到“${state}”环节，请办理。`;
    case 'reminder':
      return deadline === null ? '请及时办理。' : `“${deadline.label}”${left(deadline)}，请及时办理。`;
    case 'escalation':
      return deadline === null ? '尚未办理，请督促。' : `“${deadline.label}”${left(deadline)}，尚未办理，请督促。`;
    case 'ended':
      return state === '' ? '已办结。' : `已办结：${state}。`;
    case 'calendar':
      return deadline === null ? '请查看工作日历。' : calendarText(deadline);
    case 'copy':
      return '抄送给您，请阅知。';
    default:
      return deadline === null ? '有新情况，请查看。' : `“${deadline.label}”${left(deadline)}，请查看。`;
  }
}

/** The line above a notice that stands for several: of what, and how many. */
export function gatheredTitle(kind: string, workflow: string | undefined, count: number): string {
  if (kind === 'ageing-out') return `超龄预告：${count}个职位`;
  if (kind === 'vacancy') return `职位空缺：${count}个职位`;
  return `${workflow ?? '通知'}：${count}项`;
}

function gatheredText({ kind, state, deadline }: Pick<ToldOf, 'kind' | 'state' | 'deadline'>): string {
  if (kind === 'ageing-out') return '班子成员将超出任务年龄口径，请提前谋划接续人选。';
  if (kind === 'vacancy') return '未达到应配数的班子出现职位空缺，请统筹考虑人选。';
  if (deadline === null) return `已到“${state}”环节，请办理。`;
  const { label, workingDaysLeft } = deadline;
  const asked = kind === 'escalation' ? '尚未办理，请督促' : '请及时办理';
  return `“${label}”${leftWords(workingDaysLeft)}，${asked}。`;
}

function calendarText({ label, dueDay }: NonNullable<ToldOf['deadline']>): string {
  const guessed = label === 'provisional' ? '，已有期限只能按周一至周五暂定' : '';
  return `工作日历只到${dueDay}${guessed}，请载入${Number(dueDay.slice(0, 4)) + 1}年节假日安排。`;
}

function left({ dueDay, workingDaysLeft }: NonNullable<ToldOf['deadline']>): string {
  return `${leftWords(workingDaysLeft)}（${dueDay}）`;
}

function leftWords(workingDaysLeft: number): string {
  if (workingDaysLeft > 0) return `还有${workingDaysLeft}个工作日到期`;
  return workingDaysLeft === 0 ? '今日到期' : `已逾期${0 - workingDaysLeft}个工作日`;
}
