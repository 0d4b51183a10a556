import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { POLICY_SETTINGS, type PolicySetting } from '../../../machines/rules/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import type { Caller } from '../types.js';
import { PoliciesService, type PolicyDocument, type PolicyVersion } from './policies.service.js';
import { policySchema } from './policy.schema.js';

const version = z.coerce.number().pipe(z.int().positive()).meta({ description: '设置版本' });

const policyBody = z.strictObject({
  policy: policySchema,
  note: z.string().trim().min(1).max(1000).meta({ description: '修改说明与依据' }),
  basedOn: z.int().positive().meta({ description: '据以修改的版本' }),
});
type PolicyBody = z.infer<typeof policyBody>;

const versionView = z
  .object({
    version: z.int(),
    note: z.string().meta({ description: '修改说明与依据' }),
    createdBy: z.string().nullable().meta({ description: '随产品提供的为空' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PolicyVersion' }) satisfies z.ZodType<PolicyVersion>;

const documentView = versionView.extend({ policy: policySchema }).meta({ id: 'PolicyDocument' });

const settingView = z
  .object({
    path: z.string().meta({ description: '设置中的路径，含其下各项' }),
    meaning: z.string(),
    basis: z.enum(['fact', 'assumption']),
    source: z.string(),
    confirmedBy: z.string().optional().meta({ description: '由谁确认；未确认的不列' }),
  })
  .meta({ id: 'PolicySetting' });

/** Thresholds, strategies, the decision table: what the city may decide, with everything it decided before. */
@ApiTags('policies 设置')
@Controller('api/v1/policies')
@Access({ roles: 'signed-in', scope: 'global' })
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @ApiOperation({ summary: '设置的各个版本，新的在前' })
  @ApiOkResponse({ standardSchema: z.array(versionView) })
  list(): Promise<PolicyVersion[]> {
    return this.policies.list();
  }

  @Get('settings')
  @ApiOperation({ summary: '各项设置的含义与依据：fact 为有规定，assumption 为待确认的假设' })
  @ApiOkResponse({ standardSchema: z.array(settingView) })
  settings(): PolicySetting[] {
    return [...POLICY_SETTINGS];
  }

  @Get(':version')
  @ApiOperation({ summary: '一个版本的全文' })
  @ApiOkResponse({ standardSchema: documentView })
  get(@Param('version', { schema: version }) number: number): Promise<PolicyDocument> {
    return this.policies.get(number);
  }

  @Post()
  @Access({ roles: ['secadmin', 'chief'], scope: 'global' })
  @ApiOperation({ summary: '保存为新版本；此后的把关按新版本，已有结论仍注明当时的版本' })
  @ApiCreatedResponse({ standardSchema: documentView })
  add(@Body({ schema: policyBody }) body: PolicyBody, @CurrentCaller() caller: Caller): Promise<PolicyDocument> {
    return this.policies.add(body, caller);
  }
}
