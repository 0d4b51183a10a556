import { cursorOf } from '../src/notifications/cursor.js';

export interface Question {
  name: string;
  by: 'clerk' | 'reviewer' | 'chief' | 'leader';
  path: string;
}

const TABS = ['todo', 'done', 'mine', 'copied'] as const;
/** Three who see the whole tree, the clerk having begun every case, and one who sees an area. */
const PEOPLE = ['chief', 'reviewer', 'clerk', 'leader'] as const;
/** The area of {@link Question.by} `leader`. */
export const AREA = 'A0';
const FIRST_CASE_AT = Date.parse('2026-01-01T00:00:00Z');
/** Cases of the benchmark begin one a minute. */
const MINUTE_MS = 60_000;

const reach = (by: Question['by']): string => (by === 'leader' ? 'one area' : 'whole tree');

/** The page that follows when all but a twentieth of the cases have been seen. */
function late(cases: number, direction: 'up' | 'down'): string {
  const minute = Math.round(cases * (direction === 'up' ? 0.95 : 0.05));
  const at = new Date(FIRST_CASE_AT + minute * MINUTE_MS).toISOString();
  return cursorOf({ at, workflow: 'proposal', id: 1 });
}

/** Every box of everybody, late pages, filters and searches: of those that find little, above all. */
export function questionsAmong(cases: number): readonly Question[] {
  const inbox = '/api/v1/inbox?limit=30';
  const list = '/api/v1/proposals?limit=50';
  return [
    ...PEOPLE.flatMap((by) => [
      ...TABS.map((tab) => ({ name: `${tab} of ${by}, ${reach(by)}`, by, path: `${inbox}&tab=${tab}` })),
      { name: `counts of ${by}, ${reach(by)}`, by, path: '/api/v1/inbox/counts' },
    ]),
    { name: 'todo of chief, a late page', by: 'chief', path: `${inbox}&tab=todo&cursor=${late(cases, 'up')}` },
    { name: 'done of clerk, a late page', by: 'clerk', path: `${inbox}&tab=done&cursor=${late(cases, 'down')}` },
    { name: 'mine of clerk, a late page', by: 'clerk', path: `${inbox}&tab=mine&cursor=${late(cases, 'down')}` },
    { name: 'overdue of chief', by: 'chief', path: `${inbox}&overdue=true` },
    { name: 'todo of one unit', by: 'chief', path: `${inbox}&unit=U7` },
    ...(['todo', 'mine', 'done'] as const).map((tab): Question => ({
      name: `title searched among ${tab} of clerk`,
      by: 'clerk',
      path: `${inbox}&tab=${tab}&q=${encodeURIComponent('无此标题')}`,
    })),
    { name: 'list of chief', by: 'chief', path: list },
    { name: 'list of leader, one area', by: 'leader', path: list },
    { name: 'list, a late page', by: 'chief', path: `${list}&before=${Math.max(60, Math.round(cases / 20))}` },
    { name: 'list, one state', by: 'chief', path: `${list}&state=inSelection.publicNotice` },
    { name: 'list, a state nobody is in', by: 'chief', path: `${list}&state=terminated` },
    { name: 'list, open ones of one unit', by: 'chief', path: `${list}&unit=U7&done=false` },
    { name: 'list of what one has begun', by: 'reviewer', path: `${list}&mine=true` },
  ];
}
