import { expect } from '@jest/globals';
import type { Body } from '../../journeys/stage/people.js';
import { draft, review, step, toDeliberation, UNANIMOUS, vote } from '../../journeys/stage/walk.js';
import { buildTask } from '../../support/factories.js';
import type { Seat } from './seats.js';
import type { Players } from '../../journeys/stage/stage.js';

export type Standing = 'draft' | 'submitted' | 'inReview' | 'flagged' | 'blocked' | 'noticed' | 'onAgenda';

const promote = (seat: Seat, cadre: string | undefined): Body => ({ cadre, appointTo: seat.post, kind: 'promote' });
const young = (seat: Seat): Body[] => [promote(seat, seat.young[0])];
const old = (seat: Seat): Body[] => [promote(seat, seat.old[0])];

/** A proposal of the sample's unit for one seat, as its clerk draws it up. */
export function draftFor(city: Players, seat: Seat, items: Body[], title: string): Promise<number> {
  return draft({ ...city, unit: { code: seat.unit } }, items, { title });
}

export async function submitFor(city: Players, seat: Seat, items: Body[], title: string): Promise<number> {
  const id = await draftFor(city, seat, items, title);
  await step(city.cast.clerk, 'proposals', id, 'SUBMIT');
  return id;
}

/** So many young cadres, asked of one team besides the one asked of every team. */
export async function askOf(city: Players, team: string, quantity: number): Promise<void> {
  const { db } = city.app.database;
  const { rows } = await db.queryDynamic<{ id: number; code: string }>('SELECT id, code FROM team WHERE code = $1', [
    team,
  ]);
  await buildTask(db, { team: rows[0]!, quantity, name: '本班子至少配备3名年轻干部' });
}

/** One proposal at each turn of the way. */
export async function fillProposals(city: Players, seats: readonly Seat[]): Promise<Record<Standing, number>> {
  const [first, second, third, fourth, fifth, sixth, seventh] = seats as [Seat, Seat, Seat, Seat, Seat, Seat, Seat];
  const { reviewer, leader } = city.cast;
  const drafted = await draftFor(city, first, old(first), '关于补充班子副职的动议');
  const submitted = await submitFor(city, second, young(second), '关于配备年轻副职的动议');
  const inReview = await submitFor(city, third, old(third), '关于调整班子分工的动议');
  await step(reviewer, 'proposals', inReview, 'ACCEPT_FOR_REVIEW');
  await askOf(city, fourth.team, 3);
  const flagged = await submitFor(city, fourth, young(fourth), '关于充实班子力量的动议');
  expect(await review(city, flagged)).toBe('gateDecision.flagged');
  const blocked = await submitFor(city, fifth, old(fifth), '关于提任班子副职的动议');
  expect(await review(city, blocked)).toBe('gateDecision.blocked');
  await step(reviewer, 'proposals', blocked, 'ISSUE_SUGGESTION');
  const noticed = await submitFor(city, sixth, young(sixth), '关于任用年轻副职的动议');
  await review(city, noticed);
  await toDeliberation(city, noticed);
  const today = city.app.clock.today();
  await step(leader, 'proposals', noticed, 'RECORD_DELIBERATION', vote(1, UNANIMOUS, today));
  await step(leader, 'proposals', noticed, 'POST_NOTICE', { startDay: today });
  const onAgenda = await submitFor(city, seventh, young(seventh), '关于配强班子的动议');
  await review(city, onAgenda);
  await toDeliberation(city, onAgenda);
  return { draft: drafted, submitted, inReview, flagged, blocked, noticed, onAgenda };
}

/** A meeting of the unit's party group is arranged to deliberate this proposal. */
export async function arrangeMeeting(city: Players, unit: string, proposal: number): Promise<number> {
  const { status, body } = await city.cast.clerk.post('meetings', {
    unit,
    body: 'partyGroup',
    day: city.app.clock.today(),
    place: '三楼会议室',
    chair: 1,
    members: ['赵一', '钱二', '孙三'].map((name) => ({ name, post: '党组成员' })),
    agenda: [proposal],
  });
  expect({ status, refused: status === 201 ? undefined : body }).toEqual({ status: 201 });
  return (body as { id: number }).id;
}
