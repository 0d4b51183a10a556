import {
  FACTS_BY_EVENT,
  type OpinionContext,
  type OpinionEventType,
  type OpinionFacts,
  type OpinionPayloads,
} from '../../../machines/integrity-opinion/index.js';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { type FullItem, isAppointed } from '../../../machines/rules/index.js';
import { fullPostName, loadPeople, postsHeld } from '../../directory/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { PROPOSAL_UNDER_WAY } from '../../gate/index.js';
import type { Tx } from '../../platform/index.js';

interface Question {
  proposal: number;
  cadre: string;
}

interface Proposal {
  unitId: number;
  unitName: string;
  underWay: boolean;
  version: number;
  items: FullItem[];
}

/** What the proposal and the settings say at the moment of an event: recorded with it. */
export async function loadOpinionFacts(request: FactsRequest): Promise<JsonObject> {
  const needed = FACTS_BY_EVENT[request.command.type as OpinionEventType] ?? [];
  const { tx, surroundings } = request;
  const facts: Partial<OpinionFacts> = {};
  const question = questionOf(request);
  const proposal = needed.includes('proposal') ? await lockProposal(tx, question.proposal) : null;
  if (needed.includes('proposal')) facts.proposal = seen(proposal, request.unitId);
  if (needed.includes('names')) facts.names = await namesOf(request, question, proposal);
  if (needed.includes('validMonths')) facts.validMonths = surroundings.policy.procedure.integrityOpinion.validMonths;
  return facts;
}

function questionOf({ row, command }: FactsRequest): Question {
  return row === null ? (command.payload as OpinionPayloads['CREATE']) : (row.context as OpinionContext);
}

/**
 * Stands still until the commit, so that nobody answers about a proposal that is withdrawn at the same moment. Submitted
 * and not decided is under way.
 */
async function lockProposal(tx: Tx, id: number): Promise<Proposal | null> {
  const { rows } = await tx.query<Proposal>(
    'integrity-opinion.proposal',
    `SELECT proposal.unit_id AS "unitId", unit.name AS "unitName", proposal.context->'items' AS items, proposal.version,
            NOT proposal.done AND proposal.state_path ~ '${PROPOSAL_UNDER_WAY}' AS "underWay"
     FROM proposal JOIN unit ON unit.id = proposal.unit_id WHERE proposal.id = $1 FOR SHARE OF proposal`,
    [id],
  );
  return rows[0] ?? null;
}

function seen(proposal: Proposal | null, unitId: number): OpinionFacts['proposal'] {
  if (proposal === null) return { underWay: true, ofUnit: false, version: 0, appointees: [] };
  const appointees = proposal.items.filter((item) => isAppointed(item)).map(({ cadre }) => cadre);
  const { underWay, version } = proposal;
  return { underWay, ofUnit: proposal.unitId === unitId, version, appointees };
}

/** What the commission must know of whom it is asked about: it reads neither the proposal nor the directory. */
async function namesOf(
  { tx, surroundings }: FactsRequest,
  { cadre }: Question,
  proposal: Proposal | null,
): Promise<OpinionFacts['names']> {
  const proposed = (proposal?.items ?? []).filter((item) => item.cadre === cadre).filter((item) => isAppointed(item));
  const { people, posts } = await loadPeople(tx, { cadres: [cadre], posts: proposed.map((item) => item.appointTo) });
  const person = people.get(cadre);
  return {
    cadreName: person?.name ?? cadre,
    unitName: proposal?.unitName ?? '',
    currentPosts: person ? postsHeld(person, surroundings.today).map((term) => fullPostName(term)) : [],
    proposedPosts: [...posts.values()].map((post) => fullPostName(post)),
  };
}
