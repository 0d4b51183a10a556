import { Injectable } from '@nestjs/common';
import type { MeetingContext } from '../../../machines/meeting/index.js';
import type { Download } from '../../documents/index.js';
import { type Caller, CasesService, SettingsService } from '../../engine/index.js';
import { type CaseForm, type FormOffer, offersOf, printForm, readPriorReplies } from '../../forms/index.js';
import { Db } from '../../platform/index.js';
import { agendaPaper } from './papers/agenda.js';
import type { MeetingPaper } from './papers/meeting-facts.js';
import { minutesPaper } from './papers/minutes.js';
import { memberSheets, voteSummary } from './papers/voting-sheets.js';

/** In the order in which a meeting comes to need them. @source handbook §3.2 V-56 */
export const MEETING_FORMS: readonly CaseForm<MeetingPaper>[] = [
  { name: 'agenda', title: '会议议程', missing: () => null, compose: agendaPaper },
  { name: 'voting-sheets', title: '干部任免表决单', missing: () => null, compose: memberSheets },
  {
    name: 'voting-summary',
    title: '干部任免表决结果汇总表',
    missing: ({ meeting }) => (meeting.tally === null ? '结束表决后才有汇总。' : null),
    compose: voteSummary,
  },
  {
    name: 'minutes',
    title: '会议纪要',
    missing: ({ meeting }) => (meeting.minutes === null ? '尚未拟写会议纪要。' : null),
    compose: minutesPaper,
  },
];

/** What can be printed of a meeting, by whoever may read it. */
@Injectable()
export class MeetingForms {
  constructor(
    private readonly db: Db,
    private readonly cases: CasesService,
    private readonly settings: SettingsService,
  ) {}

  async list(id: number, caller: Caller): Promise<FormOffer[]> {
    return offersOf(MEETING_FORMS, await this.paper(id, caller));
  }

  async print(id: number, name: string, caller: Caller): Promise<Download> {
    const paper = await this.paper(id, caller);
    return printForm(MEETING_FORMS, name, paper, { unit: paper.unit.name, id });
  }

  /** Whether the caller may see the case is asked first. */
  private async paper(id: number, caller: Caller): Promise<MeetingPaper> {
    const { context, unit } = await this.cases.get('meeting', id, caller);
    const { policy } = await this.settings.current(this.db);
    const meeting = context as MeetingContext;
    const replies = await readPriorReplies(
      this.db,
      meeting.agenda.map(({ proposal }) => proposal),
    );
    return { meeting, unit, passShare: policy.quorum.passShareOfEntitled, replies };
  }
}
