import type { Day } from '../../../machines/rules/index.js';
import type { TeamBlueprint } from './blueprint.js';
import { planCity } from './city-plan.js';
import { writeHistory } from './history.js';
import { People } from './people.js';
import { Random } from './random.js';
import type { AppointmentRow, SampleCity } from './rows.js';
import { Seating } from './seating.js';
import { sampleTasks } from './tasks.js';

export interface SampleCityOptions {
  seed: number;
  /** The day the city is seen from: ages, vacancies and shortfalls are what they are on this day. */
  today: Day;
}

export const SAMPLE_CADRES = 6000;
const TEAM_WITH_OWN_TASK = 'S14-T';
const RANKS_ONLY = {
  city: ['四级调研员', '一级主任科员', '二级主任科员', '三级主任科员', '四级主任科员'],
  area: ['一级主任科员', '二级主任科员', '三级主任科员', '四级主任科员', '一级科员', '一级科员'],
};

/** A whole invented city. The same seed and day always give the same rows. */
export function generateSampleCity({ seed, today }: SampleCityOptions): SampleCity {
  const random = new Random(seed);
  const plan = planCity(random);
  const people = new People(random, today);
  const cityOffices = plan.filter(({ group }) => group.startsWith('city')).map(({ unit }) => unit.单位编码);
  const seating = new Seating(random, people, today, cityOffices);
  for (const team of plan) seating.fill(team);
  const history = writeHistory({ random, people, today, seated: seating.seated });
  addPeopleWithoutPost(random, people, plan);
  const owner = plan.find(({ team }) => team.班子编码 === TEAM_WITH_OWN_TASK);
  if (!owner) throw new Error(`the plan lacks the team ${TEAM_WITH_OWN_TASK}`);
  return {
    units: plan.map(({ unit }) => unit),
    teams: plan.map(({ team }) => team),
    posts: plan.flatMap(({ seats }) => seats.map(({ post }) => post)),
    cadres: people.all,
    appointments: inOrder([...seating.appointments, ...history]),
    tasks: sampleTasks(today, { code: TEAM_WITH_OWN_TASK, name: owner.team.班子名称 }),
  };
}

/** Cadres who hold a rank and no leading post: the people from whom vacancies are filled. */
function addPeopleWithoutPost(random: Random, people: People, plan: readonly TeamBlueprint[]): void {
  const homes = plan.filter(({ group }) => group !== 'area');
  while (people.all.length < SAMPLE_CADRES) {
    const { group, unit } = random.pick(homes);
    const years = random.chance(50) ? [26, 38] : [38, 59];
    people.invent({
      ageMonths: random.int((years[0] ?? 0) * 12, (years[1] ?? 0) * 12 + 11),
      homeUnit: unit.单位编码,
      ranks: group === 'organization' || group.startsWith('city') ? RANKS_ONLY.city : RANKS_ONLY.area,
    });
  }
}

function inOrder(rows: AppointmentRow[]): AppointmentRow[] {
  const key = (row: AppointmentRow): string => `${row.职位编码} ${row.任职时间} ${row.干部编号}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
