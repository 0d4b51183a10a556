import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Caller } from '../engine/index.js';
import { AuditedRead } from '../platform/audit/index.js';
import { Access, CurrentCaller } from '../platform/index.js';
import { gatePreviewView } from './gate.dto.js';
import { GatePreview, type Preview } from './gate-preview.js';
import { codeText, dayText, itemsSchema } from './item.schema.js';

const previewSchema = z.strictObject({
  unit: codeText.meta({ description: '单位编码' }),
  decisionDate: dayText.optional().meta({ description: '拟决定日期，缺省为今天' }),
  items: itemsSchema,
});

/** The proposal gate (动议关) as a question without consequences. */
@ApiTags('gate 把关')
@Controller('api/v1/gate')
export class GateController {
  constructor(private readonly gate: GatePreview) {}

  @Post('preview')
  @AuditedRead()
  @HttpCode(200)
  @Access({ roles: ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'], scope: 'unit' })
  @ApiOperation({ summary: '动议关预审：试算结论、依据与合理化建议，不保存任何内容' })
  @ApiOkResponse({ standardSchema: gatePreviewView })
  preview(
    @Body({ schema: previewSchema }) body: z.infer<typeof previewSchema>,
    @CurrentCaller() caller: Caller,
  ): Promise<Preview> {
    return this.gate.preview(body, caller);
  }
}
