import { z } from 'zod';
import { SEXES, type Sex } from '../../../machines/rules/index.js';
import { asOf, code, day, pageOf, pageQuery } from '../page.js';
import { mode, rank, tier } from '../teams/team.dto.js';

export const cadresQuery = pageQuery.extend({
  query: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .optional()
    .meta({ description: 'part of a name, its sound (wangming, wm), or a 干部编号' }),
  unit: code.optional().meta({ description: '单位编码, with everything below it' }),
  asOf,
});
export type CadresQuery = z.infer<typeof cadresQuery>;

const sex = z.enum(Object.keys(SEXES) as [Sex, ...Sex[]]);
const named = z.object({ code: z.string(), name: z.string() });
const text = z.string().nullable();
const postThen = named.extend({ team: z.string(), teamName: z.string() });

const cadreFields = {
  code: z.string(),
  name: z.string(),
  sex,
  birth: z.string().meta({ description: '认定出生年月, YYYY-MM: the only input to age' }),
  civilRank: text,
  homeUnit: named.nullable(),
};

export const cadreRowView = z
  .object({ ...cadreFields, posts: z.array(postThen).meta({ description: 'leading posts held on the day asked for' }) })
  .meta({ id: 'CadreRow' });
export type CadreRowView = z.infer<typeof cadreRowView>;
export const cadrePage = pageOf(cadreRowView).meta({ id: 'CadrePage' });

const term = z.object({
  post: z.string(),
  postName: z.string(),
  team: z.string(),
  teamName: z.string(),
  tier,
  rank,
  mode,
  occupiesHeadcount: z.boolean(),
  from: day,
  to: day.nullable(),
});

export const cadreView = z
  .object({
    ...cadreFields,
    ageYears: z.number().int().meta({ description: 'by month, today' }),
    ethnicity: text,
    politicalStatus: text,
    workStart: text,
    partyJoin: text,
    fullTimeEducation: text,
    inServiceEducation: text,
    rankSince: text,
    idNumber: text.meta({ description: 'masked', example: '159999********0011' }),
    idBirthDiffers: z
      .boolean()
      .meta({ description: 'archive and ID card disagree on the birth month; the archive counts' }),
    terms: z.array(term).meta({ description: 'all leading posts, the latest first' }),
  })
  .meta({ id: 'Cadre' });
export type CadreView = z.infer<typeof cadreView>;
