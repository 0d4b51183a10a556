import { Injectable } from '@nestjs/common';
import { definition, type MeetingContext } from '../../../machines/meeting/index.js';
import { ceilShare, MEETING_BODIES, type MeetingBody } from '../../../machines/rules/index.js';
import { type Caller, CasesService, SettingsService, WorkflowRegistry } from '../../engine/index.js';
import { Db } from '../../platform/index.js';
import { readFreeProposals, readSeatedMembers } from './agenda.queries.js';
import type { ArrangeableView, OfProposalView, QuorumView } from './meeting.dto.js';
import { stateLabelOf } from './meeting.facts.js';

interface HeldRow {
  meeting: number;
  day: string;
  body: MeetingBody;
  statePath: string;
  open: boolean;
  entry: MeetingContext['agenda'][number];
}

/** What a meeting's page asks for besides the case. */
@Injectable()
export class MeetingReads {
  constructor(
    private readonly db: Db,
    private readonly cases: CasesService,
    private readonly settings: SettingsService,
    private readonly registry: WorkflowRegistry,
  ) {}

  async quorum(context: MeetingContext): Promise<QuorumView> {
    const { policy } = await this.settings.current(this.db);
    const { presentShare, passShareOfEntitled } = policy.quorum;
    const needed = ceilShare(presentShare.num, presentShare.den, context.members.length);
    return { quorum: { presentShare, passShareOfEntitled, needed } };
  }

  /** What a new meeting of a unit can be made of; empty for a unit out of the caller's reach. */
  async arrangeable(unit: string): Promise<ArrangeableView> {
    const { today } = await this.settings.current(this.db);
    const free = await readFreeProposals(this.db, unit, stateLabelOf(this.registry));
    const proposals = free.map(({ proposal, title, inspectedUntil, matters }) => ({
      proposal,
      title,
      inspectedUntil,
      matters,
    }));
    return { proposals, members: await readSeatedMembers(this.db, unit, today) };
  }

  /** Meetings that have had a proposal on their agenda, the latest first; whether the caller may see it is asked first. */
  async ofProposal(proposal: number, caller: Caller): Promise<OfProposalView> {
    await this.cases.get('proposal', proposal, caller);
    const { rows } = await this.db.query<HeldRow>(
      'meeting.of-proposal',
      `SELECT meeting.id AS meeting, meeting.context->>'day' AS day, meeting.context->>'body' AS body,
         meeting.state_path AS "statePath", held.open, entry
       FROM meeting_item held JOIN meeting ON meeting.id = held.meeting_id,
         jsonb_array_elements(meeting.context->'agenda') entry
       WHERE held.proposal_id = $1 AND (entry->>'proposal')::bigint = $1 ORDER BY meeting.id DESC`,
      [proposal],
    );
    return rows.map(({ entry, body, statePath, ...row }) => ({
      ...row,
      body: MEETING_BODIES[body],
      statePath,
      label: definition.labels.states[statePath] ?? statePath,
      dropped: entry.dropped?.reason ?? null,
      decision: entry.decision?.status ?? null,
      outcome: entry.decision?.outcome ?? null,
    }));
  }
}
