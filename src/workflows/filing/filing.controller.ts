import { Controller, Get, Header, Inject, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DOCX_TYPE, downloadOf, Printable } from '../../documents/index.js';
import { type Caller, createCaseController } from '../../engine/index.js';
import { formName, type FormOffer, formOffer } from '../../forms/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { ByDownloadGrant, CurrentCaller, refuse } from '../../platform/index.js';
import { FilingForms } from './filing.forms.js';
import { FILING_PAYLOADS } from './filing.payloads.js';

const filingId = z.coerce.number().pipe(z.int().positive()).meta({ description: '备案编号' });

const CaseCalls = createCaseController({ workflow: 'filing', noun: '备案', payloads: FILING_PAYLOADS });

/** Filings 备案: the calls of every workflow, save one, and the forms that go with a filing. */
@ApiTags('filings 备案')
@Controller('api/v1/filings')
export class FilingController extends CaseCalls {
  @Inject(FilingForms) private readonly forms: FilingForms;

  /** Without a route: the product opens a filing when a proposal's notice has ended; people never do. */
  override create(): never {
    return refuse('METHOD_NOT_ALLOWED');
  }

  @Get(':id/forms')
  @ApiOperation({ summary: '可打印的表单：哪些现在可用，哪些还不能用及原因' })
  @ApiOkResponse({ standardSchema: z.array(formOffer) })
  listForms(@Param('id', { schema: filingId }) id: number, @CurrentCaller() caller: Caller): Promise<FormOffer[]> {
    return this.forms.list(id, caller);
  }

  @Get(':id/forms/:name')
  @Printable()
  @ByDownloadGrant()
  @AuditedRead('personal-data-export')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ summary: '下载表单（DOCX 或 PDF），每次下载均记入审计' })
  @ApiProduces(DOCX_TYPE)
  async printForm(
    @Param('id', { schema: filingId }) id: number,
    @Param('name', { schema: formName }) name: string,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.forms.print(id, name, caller));
  }
}
