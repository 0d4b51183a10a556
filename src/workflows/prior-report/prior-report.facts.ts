import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  FACTS_BY_EVENT,
  type ReportContext,
  type ReportEventType,
  type ReportFacts,
  type ReportPayloads,
} from '../../../machines/prior-report/index.js';
import { type Day, type FullItem, isAppointed, type PriorMatter } from '../../../machines/rules/index.js';
import { fullPostName, loadPeople, postsHeld } from '../../directory/index.js';
import { assignNumber } from '../../documents/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { PROPOSAL_UNDER_WAY } from '../../gate/index.js';
import type { Tx } from '../../platform/index.js';

/** Replies of the department. Assumption: the city's own prefix stands before it on paper. */
const SERIES = '组复';

interface Proposal {
  title: string;
  unitId: number;
  unitName: string;
  underWay: boolean;
  version: number;
  items: FullItem[];
  ticked: PriorMatter[] | null;
  found: PriorMatter[] | null;
}

/** What the proposal says at the moment of an event: recorded with it. */
export async function loadReportFacts(request: FactsRequest): Promise<JsonObject> {
  const needed = FACTS_BY_EVENT[request.command.type as ReportEventType] ?? [];
  const { tx, surroundings } = request;
  const facts: Partial<ReportFacts> = {};
  if (needed.includes('proposal')) facts.proposal = await seen(request);
  // Drawn in the transaction that signs off: rolled back, it is free again.
  if (needed.includes('documentNo')) {
    facts.documentNo = await assignNumber(tx, SERIES, Number(surroundings.today.slice(0, 4)));
  }
  return facts;
}

async function seen({ tx, row, command, unitId, surroundings }: FactsRequest): Promise<ReportFacts['proposal']> {
  const asked = row === null ? (command.payload as ReportPayloads['CREATE']) : (row.context as ReportContext);
  const proposal = await lockProposal(tx, asked.proposal);
  if (proposal === null) {
    return { title: '', unitName: '', underWay: true, ofUnit: false, version: 0, found: [], people: [] };
  }
  const { title, unitName, underWay, version, ticked, found } = proposal;
  return {
    title,
    unitName,
    underWay,
    ofUnit: proposal.unitId === unitId,
    version,
    found: [...new Set([...(found ?? []), ...(ticked ?? [])])],
    people: await namesOf(tx, proposal.items, surroundings.today),
  };
}

/**
 * Stands still until the commit, so that nobody reports or answers about a proposal that is withdrawn at the same moment.
 * What the rules found is what the proposal's own events have recorded last.
 */
async function lockProposal(tx: Tx, id: number): Promise<Proposal | null> {
  const { rows } = await tx.query<Proposal>(
    'prior-report.proposal',
    `SELECT proposal.title, proposal.unit_id AS "unitId", unit.name AS "unitName", proposal.version,
            proposal.context->'items' AS items, proposal.context->'matters' AS ticked,
            NOT proposal.done AND proposal.state_path ~ '${PROPOSAL_UNDER_WAY}' AS "underWay",
            (SELECT event.facts->'priorMatters' FROM case_event event
             WHERE event.workflow = 'proposal' AND event.case_id = proposal.id AND event.facts ? 'priorMatters'
             ORDER BY event.version DESC LIMIT 1) AS found
     FROM proposal JOIN unit ON unit.id = proposal.unit_id WHERE proposal.id = $1 FOR SHARE OF proposal`,
    [id],
  );
  return rows[0] ?? null;
}

/** The name table that goes with the report. */
async function namesOf(tx: Tx, items: readonly FullItem[], today: Day): Promise<ReportFacts['proposal']['people']> {
  const appointed = items.filter((item) => isAppointed(item));
  const cadres = [...new Set(appointed.map(({ cadre }) => cadre))];
  const { people, posts } = await loadPeople(tx, { cadres, posts: appointed.map(({ appointTo }) => appointTo) });
  return cadres.map((cadre) => {
    const person = people.get(cadre);
    const to = appointed.filter((item) => item.cadre === cadre).flatMap((item) => posts.get(item.appointTo) ?? []);
    return {
      cadre,
      name: person?.name ?? cadre,
      from: person ? postsHeld(person, today).map((term) => fullPostName(term)) : [],
      to: to.map((post) => fullPostName(post)),
    };
  });
}
