import {
  composeReminder,
  definition,
  deliveredReminders,
  EARLIER,
  type WarningContext,
} from '../../../machines/warning/index.js';
import { storeLetter } from '../../documents/index.js';
import type { Step, WorkflowRuntime } from '../../engine/index.js';
import { digestOf } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/index.js';
import { loadWarningFacts } from './warning.facts.js';
import { WARNING_PAYLOADS } from './warning.payloads.js';

/** Everything the product adds to the machine of the same name. */
export function warningRuntime(): WorkflowRuntime {
  return {
    definition,
    earlier: EARLIER,
    payloads: WARNING_PAYLOADS,
    loadFacts: loadWarningFacts,
    effects: { writeReminder: { when: 'in-transaction', run: (tx, step) => writeReminder(tx, step) } },
    ownColumns: (context) => columnsOf(context as WarningContext),
  };
}

function columnsOf(context: WarningContext): ReturnType<NonNullable<WorkflowRuntime['ownColumns']>> {
  const { team, task, standing, openedOn, predecessors, plan } = context;
  if (standing === null) throw new Error('a warning that rests on nothing');
  return {
    team_code: team,
    task_code: task,
    since: [openedOn, ...predecessors.map(({ since }) => since)].toSorted()[0]!,
    level: standing.level,
    severity: standing.severity,
    shortfall: standing.shortfall,
    delivered: deliveredReminders(context),
    plan_broken: plan?.status === 'broken',
  };
}

/** 《年轻干部配备工作提示函》, written with the event that signs it off, from what the warning rests on. */
async function writeReminder(tx: Tx, { workflow, caseId, unitId, context, facts, surroundings }: Step): Promise<void> {
  const { now, today, policy } = surroundings;
  const warning = context as WarningContext;
  const documentNo = facts['documentNo'] as string;
  const content = composeReminder({
    context: warning,
    unitName: warning.unitName,
    documentNo,
    day: today,
    replyWorkingDays: policy.warning.planWorkingDays,
  });
  // A warning that rests on the directory has no frozen ledger behind it: what it rests on is hashed itself.
  const hashed = content.snapshotHash
    ? {}
    : { snapshotHash: digestOf(warning.standing).toString('hex'), hashOf: 'directory' as const };
  await storeLetter(tx, { workflow, caseId, unitId, content: { ...content, ...hashed, documentNo }, at: now });
}
