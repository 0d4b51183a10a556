import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DOCX_TYPE, renderLetter } from '../../documents/index.js';
import { type Caller, createCaseController } from '../../engine/index.js';
import { ByDownloadGrant, CurrentCaller, refuse } from '../../platform/index.js';
import { letterView, sideId } from './stocktake.dto.js';
import { UNIT_PAYLOADS } from './stocktake.payloads.js';
import { type LetterView, StocktakeReads } from './stocktake.reads.js';

const CaseCalls = createCaseController({ workflow: 'stocktake_unit', noun: '摸底核对与反馈', payloads: UNIT_PAYLOADS });

/** One unit's side of a round: its answer, its letter, its reply. The calls of every workflow, save one. */
@ApiTags('stocktake_units 摸底核对与反馈')
@Controller('api/v1/stocktake_units')
export class StocktakeUnitController extends CaseCalls {
  @Inject(StocktakeReads) private readonly reads: StocktakeReads;

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
  @ByDownloadGrant()
  @ApiOperation({ summary: '一对一反馈函（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async letterOnPaper(
    @Param('id', { schema: sideId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const { content, hash } = await this.letter(id, caller);
    // The name says nothing about the unit: it stays behind in folders and on screens.
    const disposition = `attachment; filename="letter-${hash.slice(0, 12)}.docx"`;
    return new StreamableFile(await renderLetter(content), { type: DOCX_TYPE, disposition });
  }
}
