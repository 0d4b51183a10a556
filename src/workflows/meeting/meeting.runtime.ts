import { definition } from '../../../machines/meeting/index.js';
import type { WorkflowRegistry, WorkflowRuntime } from '../../engine/index.js';
import { keepAgenda } from './keep-agenda.js';
import { loadMeetingFacts } from './meeting.facts.js';
import { MEETING_PAYLOADS } from './meeting.payloads.js';
import type { MeetingWork } from './meeting-work.js';

/** Everything the product adds to the machine of a meeting. */
export function meetingRuntime(registry: WorkflowRegistry, work: MeetingWork): WorkflowRuntime {
  return {
    definition,
    payloads: MEETING_PAYLOADS,
    loadFacts: (request) => loadMeetingFacts(registry, request),
    effects: {
      keepAgenda: { when: 'in-transaction', run: (tx, step) => keepAgenda(tx, step) },
      recordDecisions: { when: 'after-commit', run: (message) => work.recordDecisions(message) },
    },
  };
}
