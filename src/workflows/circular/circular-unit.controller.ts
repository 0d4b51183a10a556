import { Controller, Get, Inject, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  DOCX_TYPE,
  letterFile,
  Printable,
  readLetter,
  type StoredLetter,
  storedLetterView,
} from '../../documents/index.js';
import { type Caller, createCaseController } from '../../engine/index.js';
import { ByDownloadGrant, CurrentCaller, Db, refuse } from '../../platform/index.js';
import { circularId } from './circular.controller.js';
import { COPY_PAYLOADS } from './circular.payloads.js';

const CaseCalls = createCaseController({ workflow: 'circular_unit', noun: '通报送达', payloads: COPY_PAYLOADS });

/** One unit's copy of a circular, and its receipt: the calls of every workflow, save one. */
@ApiTags('circular_units 通报送达')
@Controller('api/v1/circular_units')
export class CircularUnitController extends CaseCalls {
  @Inject(Db) private readonly db: Db;

  /** Without a route: a circular opens its copies; people never do. */
  override create(): never {
    return refuse('METHOD_NOT_ALLOWED');
  }

  @Get(':id/letter')
  @ApiOperation({ summary: '送达的通报' })
  @ApiOkResponse({ standardSchema: storedLetterView })
  async letter(
    @Param('id', { schema: circularId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StoredLetter> {
    // Whether the caller may see the case is asked first.
    await super.get(id, caller);
    return (await readLetter(this.db, 'circular_unit', id)) ?? refuse('CASE_NOT_FOUND', { case: id });
  }

  @Get(':id/letter.docx')
  @Printable()
  @ByDownloadGrant()
  @ApiOperation({ summary: '送达的通报（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async letterOnPaper(
    @Param('id', { schema: circularId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return letterFile(await this.letter(id, caller));
  }
}
