import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
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
import { WARNING_PAYLOADS } from './warning.payloads.js';

const CaseCalls = createCaseController({ workflow: 'warning', noun: '预警督办', payloads: WARNING_PAYLOADS });

const warningId = z.coerce.number().pipe(z.int().positive()).meta({ description: '预警编号' });

const letterQuery = z.strictObject({
  documentNo: z.string().max(100).optional().meta({ description: '发文字号；不填为最后一次提醒的提示函' }),
});
type LetterQuery = z.infer<typeof letterQuery>;

/** Warnings 预警督办: the calls of every workflow, save one, and the reminders written for it. */
@ApiTags('warnings 预警督办')
@Controller('api/v1/warnings')
export class WarningController extends CaseCalls {
  @Inject(Db) private readonly db: Db;

  /** Without a route: rounds and changes of the directory open warnings; people never do. */
  override create(): never {
    return refuse('METHOD_NOT_ALLOWED');
  }

  @Get(':id/letter')
  @ApiOperation({ summary: '年轻干部配备工作提示函' })
  @ApiOkResponse({ standardSchema: storedLetterView })
  async letter(
    @Param('id', { schema: warningId }) id: number,
    @Query({ schema: letterQuery }) { documentNo }: LetterQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StoredLetter> {
    // Whether the caller may see the case is asked first.
    await super.get(id, caller);
    return (await readLetter(this.db, 'warning', id, documentNo)) ?? refuse('REMINDER_NOT_ISSUED', { warning: id });
  }

  @Get(':id/letter.docx')
  @Printable()
  @ByDownloadGrant()
  @ApiOperation({ summary: '年轻干部配备工作提示函（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async letterOnPaper(
    @Param('id', { schema: warningId }) id: number,
    @Query({ schema: letterQuery }) query: LetterQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return letterFile(await this.letter(id, query, caller));
  }
}
