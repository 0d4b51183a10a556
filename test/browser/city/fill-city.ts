import { expect } from '@jest/globals';
import type { Person } from '../../journeys/stage/people.js';
import { endorsedRound, sendLetters, upkeep } from '../../journeys/stage/round.js';
import type { Players } from '../../journeys/stage/stage.js';
import { settle } from '../../journeys/stage/walk.js';
import { arrangeMeeting, fillProposals, type Standing } from './fill-proposals.js';
import type { Seat } from './seats.js';

const TODAY = '2026-11-23';

/** What a city needs before it can be filled. */
export interface Fillable {
  players: Players;
  seats: readonly Seat[];
  /** Code of the 市委组织部. */
  department: string;
  /** Who confirms the letter of which area. */
  receiver: Person;
  area: { code: string };
}

export interface FilledCity {
  players: Players;
  round: number;
  circular: number;
  proposals: Record<Standing, number>;
  meeting: number;
}

/**
 * A city at work: a round has been endorsed and its letters sent, warnings are open, a circular is drawn up, and proposals
 * stand at every turn of their way. The clock ends on 2026-11-23.
 */
export async function fillCity({ players, seats, department, receiver, area }: Fillable): Promise<FilledCity> {
  const round = await endorsedRound(players, '2026-09-30');
  await sendLetters(players, round, receiver, area);
  const { status, body } = await players.cast.reviewer.post('circulars', { unit: department, round });
  expect(status).toBe(201);
  players.app.clock.set(TODAY);
  await upkeep(players);
  const proposals = await fillProposals(players, seats);
  const meeting = await arrangeMeeting(players, seats.at(-1)!.unit, proposals.onAgenda);
  await settle(players);
  return { players, round, circular: (body as { id: number }).id, proposals, meeting };
}
