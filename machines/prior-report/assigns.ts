import { peopleOf, type ChangeOf, type WorkflowEvent } from '../kernel/index.js';
import { REPORT_PARTS, type ReportPart } from '../rules/index.js';
import type { Letter, ReportContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Change = ChangeOf<ReportContext>;

/** What the rules found is reported whether or not somebody ticks it. */
const drawUp: Change = (context, event) => {
  const { proposal, matters = [] } = payloadOf(event, 'CREATE');
  const { title, unitName, version, found, people } = factOf(event, 'proposal');
  return {
    ...addAuthor(context, event),
    createdBy: event.actor.userId,
    proposal,
    proposalVersion: version,
    title,
    unitName,
    people,
    found,
    matters: [...new Set([...found, ...matters])],
    letter: letterOf(context, event),
  };
};

const edit: Change = (context, event) => {
  const { matters } = payloadOf(event, 'EDIT');
  return {
    ...addAuthor(context, event),
    ...(matters && { matters: [...new Set([...context.found, ...matters])] }),
    letter: letterOf(context, event),
  };
};

/** What was found since it was drawn up is part of it. */
const submit: Change = (context, event) => {
  const { title, unitName, version, found, people } = factOf(event, 'proposal');
  const ticked = context.matters.filter((matter) => !context.found.includes(matter));
  return {
    ...addAuthor(context, event),
    proposalVersion: version,
    title,
    unitName,
    people,
    found,
    matters: [...new Set([...found, ...ticked])],
    submittedOn: event.today,
  };
};

const takeBack: Change = () => ({ submittedOn: null, draftReply: null, draftedBy: [] });

const draftReply: Change = (_context, event) => {
  const { approvedMatters: approved, refusedMatters: refused } = payloadOf(event, 'DRAFT_REPLY');
  return { draftReply: { approved, refused }, draftedBy: peopleOf(event.actor) };
};

const dropDraft: Change = () => ({ draftReply: null, draftedBy: [] });

const sign: Change = ({ draftReply: answer }, event) => ({
  reply: answer && { ...answer, documentNo: factOf(event, 'documentNo'), day: event.today },
});

const reportAgain: Change = ({ round, earlier, reply }) => ({
  round: round + 1,
  earlier: reply === null ? earlier : [...earlier, reply],
  reply: null,
  submittedOn: null,
  draftReply: null,
  draftedBy: [],
});

const end =
  (endedBecause: 'noted' | 'withdrawn'): Change =>
  () => ({ endedBecause });

const leave: Change = (_context, event) => ({ endedBecause: payloadOf(event, 'PROPOSAL_LEFT').because });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  drawUp,
  edit,
  submit,
  takeBack,
  draftReply,
  dropDraft,
  sign,
  reportAgain,
  note: end('noted'),
  withdraw: end('withdrawn'),
  leave,
} satisfies Record<string, Change>;

function letterOf({ letter }: ReportContext, event: WorkflowEvent): Letter {
  const given = payloadOf(event, 'EDIT');
  const parts = Object.keys(REPORT_PARTS) as ReportPart[];
  return Object.fromEntries(parts.map((part) => [part, given[part] ?? letter[part]])) as Letter;
}

function addAuthor({ authors }: ReportContext, { actor }: WorkflowEvent): Pick<ReportContext, 'authors'> {
  return { authors: [...new Set([...authors, ...peopleOf(actor)])] };
}
