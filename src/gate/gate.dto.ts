import { z } from 'zod';
import { itemSchema } from './item.schema.js';

/** What the gate answers, for the API document. */

const verdict = z.enum(['clear', 'flag', 'block']).meta({ description: 'clear 通过，flag 须说明，block 暂缓' });
const numbers = z.object({ base: z.int(), due: z.int(), actual: z.int(), shortfall: z.int() });

const teamRow = z.object({
  team: z.string(),
  teamName: z.string(),
  task: z.string(),
  taskName: z.string(),
  before: numbers,
  after: numbers,
  delta: z.int().meta({ description: '差额变化，负数为减少' }),
  level: z.string(),
  severity: z.int().meta({ description: '3最重' }),
  fillsVacancy: z.boolean(),
  verdict,
  exempt: z.boolean().meta({ description: '差额未减少仅因豁免情形' }),
  warning: z
    .object({
      since: z.iso.date(),
      level: z.string(),
      severity: z.int(),
      delivered: z.int().meta({ description: '已签收的提醒次数' }),
      planBroken: z.boolean().meta({ description: '配备承诺逾期未兑现' }),
      tightened: z.boolean().meta({ description: '结论因预警而从严' }),
    })
    .optional()
    .meta({ description: '该班子在该任务下的预警；没有则不列' }),
  sentence: z.string(),
});

const headcountRow = z.object({
  team: z.string(),
  teamName: z.string(),
  tier: z.enum(['principal', 'deputy']),
  approved: z.int(),
  current: z.int(),
  removed: z.int(),
  added: z.int(),
  after: z.int(),
  passes: z.boolean(),
  message: z.string().optional(),
});

const finding = z.object({
  code: z.string(),
  severity: z.enum(['info', 'flag', 'block']),
  params: z.record(z.string(), z.unknown()),
  sentence: z.string(),
});

export const gateResultView = z
  .object({
    verdict,
    policyVersion: z.int(),
    decisionDate: z.iso.date(),
    teams: z.array(teamRow),
    headcount: z.array(headcountRow),
    findings: z.array(finding),
  })
  .meta({ id: 'GateResult' });

export const suggestionView = z
  .object({
    kind: z.enum(['replace-appointee', 'add-appointment', 'change-post', 'drop-item']),
    items: z.array(itemSchema).meta({ description: '调整后的全部事项，可原样提交' }),
    verdict,
    sentence: z.string(),
  })
  .meta({ id: 'GateSuggestion' });

/** What E01 to E16 say of one item: what stands against it or is not known, with its arithmetic. */
const itemEligibility = z
  .object({
    item: z.int().meta({ description: '第几项，从1起' }),
    cadre: z.string(),
    post: z.string(),
    on: z.iso.date(),
    outcome: z.enum(['met', 'notMet', 'unknown']).meta({ description: 'unknown 不视为符合' }),
    exceptional: z.boolean(),
    idBirthDiffers: z.boolean(),
    rules: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['hard', 'warn', 'manual']),
        outcome: z.enum(['notMet', 'unknown']),
        sentence: z.string(),
        metOn: z.iso.date().nullable().meta({ description: '自何日起符合；不随时间变化的为空' }),
      }),
    ),
  })
  .meta({ id: 'ItemEligibility' });

export const gatePreviewView = gateResultView
  .extend({ eligibility: z.array(itemEligibility), suggestions: z.array(suggestionView) })
  .meta({ id: 'GatePreview' });
