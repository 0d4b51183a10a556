import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../platform/index.js';
import { PdfConverter } from './pdf-converter.js';

const printing = z
  .object({
    pdf: z.object({
      available: z.boolean(),
      reason: z.string().optional().meta({ description: '不能生成 PDF 的原因' }),
    }),
  })
  .meta({ id: 'Printing' });

@ApiTags('forms 任免审批表')
@Controller('api/v1/printing')
export class PrintingController {
  constructor(@Inject(PdfConverter) private readonly converter: PdfConverter) {}

  @Get()
  @Access({ roles: 'signed-in', scope: 'none' })
  @ApiOperation({ summary: '表单可以什么格式下载：DOCX 总可以，PDF 看服务器是否设置了办公套件' })
  @ApiOkResponse({ standardSchema: printing })
  get(): z.infer<typeof printing> {
    const reason = this.converter.whyNot;
    return { pdf: reason === null ? { available: true } : { available: false, reason } };
  }
}
