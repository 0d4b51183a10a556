import { z } from 'zod';
import {
  APPOINTMENT_MODES,
  type AppointmentMode,
  POST_RANKS,
  POST_TIERS,
  type PostRank,
  type PostTier,
  TEAM_LEVELS,
  type TeamLevel,
} from '../../../machines/rules/index.js';
import { asOf, code, day, pageOf, pageQuery } from '../page.js';
import { standing } from '../staffing/staffing.dto.js';

const count = z.number().int();
export const tier = z.enum(Object.keys(POST_TIERS) as [PostTier, ...PostTier[]]);
export const rank = z.enum(Object.keys(POST_RANKS) as [PostRank, ...PostRank[]]);
export const mode = z.enum(Object.keys(APPOINTMENT_MODES) as [AppointmentMode, ...AppointmentMode[]]);
const level = z.enum(Object.keys(TEAM_LEVELS) as [TeamLevel, ...TeamLevel[]]);

export const asOfQuery = z.object({ asOf });
export type AsOfQuery = z.infer<typeof asOfQuery>;

export const teamsQuery = pageQuery.extend({
  asOf,
  unit: code.optional().meta({ description: '单位编码, with everything below it' }),
});
export type TeamsQuery = z.infer<typeof teamsQuery>;

const headcount = z.object({
  tier,
  approved: count,
  current: count,
  vacancies: count,
  overEstablishment: count,
});
export type HeadcountView = z.infer<typeof headcount>;

const teamFields = {
  asOf: day,
  code: z.string(),
  name: z.string(),
  level,
  levelLabel: z.string(),
  unit: z.string(),
  unitName: z.string(),
  headcount: z.array(headcount),
};
export const teamRowView = z.object(teamFields).meta({ id: 'TeamRow' });
export type TeamRowView = z.infer<typeof teamRowView>;
export const teamPage = pageOf(teamRowView).meta({ id: 'TeamPage' });

const holder = z.object({
  cadre: z.string(),
  name: z.string(),
  birth: z.string(),
  ageYears: count,
  mode,
  modeLabel: z.string(),
  occupiesHeadcount: z.boolean(),
  from: day,
  to: day.nullable(),
});
const postView = z.object({
  code: z.string(),
  name: z.string(),
  tier,
  tierLabel: z.string(),
  rank,
  rankLabel: z.string(),
  holders: z.array(holder).meta({ description: 'who sat here on that day; empty when vacant' }),
});
export type PostView = z.infer<typeof postView>;

export const teamView = z
  .object({
    ...teamFields,
    posts: z.array(postView),
    tasks: z.array(z.object(standing)),
    policyVersion: count,
  })
  .meta({ id: 'Team' });
export type TeamView = z.infer<typeof teamView>;
