import type { Day, PriorMatter, ReportPart } from '../rules/index.js';

/** What a report says besides its matters. */
export type Letter = { [part in ReportPart]: string };

/** A line of the name table that goes with the report. */
export type ReportedPerson = { cadre: string; name: string; from: string[]; to: string[] };

/** What is answered, matter by matter. */
export type Answer = { approved: PriorMatter[]; refused: PriorMatter[] };

export type Reply = Answer & { documentNo: string; day: Day };

/** 事前报告 of one proposal to the superior organization department. */
export type ReportContext = {
  createdBy: number | null;
  proposal: number;
  /** Version of the proposal when it was reported last: what comes after it may make the report void. */
  proposalVersion: number;
  title: string;
  unitName: string;
  /** Everyone who drew up or submitted it; they answer nothing here. */
  authors: number[];
  /** As reported: what the rules had found, and what was ticked. */
  matters: PriorMatter[];
  /** Of them those that the rules had found. */
  found: PriorMatter[];
  letter: Letter;
  people: ReportedPerson[];
  round: number;
  submittedOn: Day | null;
  /** The answer as drawn up, before a head has signed it. */
  draftReply: Answer | null;
  draftedBy: number[];
  reply: Reply | null;
  earlier: Reply[];
  endedBecause: 'noted' | 'withdrawn' | 'proposalEnded' | 'proposalReturned' | null;
};

/** The context of a report that does not exist yet. */
export function emptyContext(): ReportContext {
  return {
    createdBy: null,
    proposal: 0,
    proposalVersion: 0,
    title: '',
    unitName: '',
    authors: [],
    matters: [],
    found: [],
    letter: { reasons: '', principles: '', establishment: '', integrity: '', petitions: '' },
    people: [],
    round: 1,
    submittedOn: null,
    draftReply: null,
    draftedBy: [],
    reply: null,
    earlier: [],
    endedBecause: null,
  };
}
