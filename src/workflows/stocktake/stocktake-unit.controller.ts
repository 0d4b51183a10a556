import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  type StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DOCX_TYPE, downloadOf, letterFile, Printable } from '../../documents/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { type Caller, createCaseController } from '../../engine/index.js';
import { AcceptsUpload, ByDownloadGrant, CurrentCaller, refuse } from '../../platform/index.js';
import { CheckSheet } from './check-sheet.js';
import { checkedView, type CheckedView, letterView, sideId } from './stocktake.dto.js';
import { UNIT_PAYLOADS } from './stocktake.payloads.js';
import { type LetterView, StocktakeReads } from './stocktake.reads.js';

const LARGEST_SHEET_BYTES = 10 * 1024 * 1024;

const CaseCalls = createCaseController({ workflow: 'stocktake_unit', noun: '摸底核对与反馈', payloads: UNIT_PAYLOADS });

/** One unit's side of a round: its answer, its letter, its reply. The calls of every workflow, save one. */
@ApiTags('stocktake_units 摸底核对与反馈')
@Controller('api/v1/stocktake_units')
export class StocktakeUnitController extends CaseCalls {
  @Inject(StocktakeReads) private readonly reads: StocktakeReads;
  @Inject(CheckSheet) private readonly sheet: CheckSheet;

  /** Without a route: a round opens its units' sides; people never do. */
  override create(): never {
    return refuse('METHOD_NOT_ALLOWED');
  }

  @Get(':id/letter')
  @ApiOperation({ summary: '一对一反馈函' })
  @ApiOkResponse({ standardSchema: letterView })
  async letter(@Param('id', { schema: sideId }) id: number, @CurrentCaller() caller: Caller): Promise<LetterView> {
    // Whether the caller may see the case is asked first.
    await super.get(id, caller);
    return this.reads.letter(id, caller);
  }

  @Get(':id/letter.docx')
  @Printable()
  @ByDownloadGrant()
  @ApiOperation({ summary: '一对一反馈函（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async letterOnPaper(
    @Param('id', { schema: sideId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return letterFile(await this.letter(id, caller));
  }

  @Get(':id/check-sheet.xlsx')
  @ByDownloadGrant()
  @AuditedRead('personal-data-export')
  @ApiOperation({ summary: '核对表：本单位要核对的各行，填好后上传' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async checkSheet(
    @Param('id', { schema: sideId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.sheet.write(await super.get(id, caller), caller));
  }

  /** The same file again is the same answer. */
  @Post(':id/check-sheet')
  @HttpCode(200)
  @AcceptsUpload()
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LARGEST_SHEET_BYTES, files: 1, fields: 4 } }))
  @ApiOperation({ summary: '上传填好的核对表：全部无误即确认，有出入即申请更正；有填错的什么都不办' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ standardSchema: checkedView })
  async takeSheet(
    @Param('id', { schema: sideId }) id: number,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<CheckedView> {
    const side = await super.get(id, caller);
    if (file === undefined) return refuse('FILE_MISSING');
    const { wrong, ...command } = await this.sheet.read(side, file.buffer, caller);
    const { statePath } = await super.send(id, command, caller);
    return { statePath, wrong };
  }
}
