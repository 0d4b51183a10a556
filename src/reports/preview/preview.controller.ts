import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { type PreviewBody, previewBody, type PreviewView, previewView } from './preview.dto.js';
import { PreviewService } from './preview.service.js';

@ApiTags('policies 设置')
@Controller('api/v1/policies')
export class PreviewController {
  constructor(@Inject(PreviewService) private readonly previews: PreviewService) {}

  @Post('preview')
  @HttpCode(200)
  @Access({ roles: ['secadmin', 'chief'], scope: 'global' })
  @ApiOperation({ summary: '试算：按修改后的设置重新评定今天的台账，列出会变化的班子；不保存' })
  @ApiOkResponse({ standardSchema: previewView })
  preview(@CurrentCaller() caller: Caller, @Body({ schema: previewBody }) body: PreviewBody): Promise<PreviewView> {
    return this.previews.preview(caller, body);
  }
}
