import { z } from 'zod';
import { OBJECTION_CHANNELS, type ObjectionChannel } from '../../../machines/rules/index.js';
import { codeText, dayText } from '../../gate/index.js';

/* What the events of the public notice ask for: shapes and lengths only. */

const opinion = z.string().trim().max(2000).optional();

const channel = z.enum(Object.keys(OBJECTION_CHANNELS) as [ObjectionChannel, ...ObjectionChannel[]]).meta({
  description: Object.entries(OBJECTION_CHANNELS)
    .map(([key, label]) => `${key} ${label}`)
    .join('；'),
});

/** 反映问题, as it came. */
export const objection = z.strictObject({
  channel: channel.optional(),
  day: dayText.optional().meta({ description: '反映日期' }),
  content: z.string().trim().min(1).max(4000).default('未写明').meta({ description: '反映内容' }),
  cadre: codeText.optional().meta({ description: '反映对象的干部编号；反映整批的不填' }),
  named: z.boolean().optional().meta({ description: '是否署名' }),
  opinion: opinion.meta({ description: '意见' }),
});

/** What its verification found. */
export const objectionConclusion = z.strictObject({
  objection: z.int().min(1).max(1000).optional().meta({ description: '第几件反映问题；只有一件待核查时可不填' }),
  founded: z.boolean().meta({ description: '反映问题是否属实' }),
  verifier: z.string().trim().min(1).max(100).optional().meta({ description: '核查人' }),
  verifiedOn: dayText.optional().meta({ description: '核查日期' }),
  opinion: opinion.meta({ description: '核查结论' }),
});
