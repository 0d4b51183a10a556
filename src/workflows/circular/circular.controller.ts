import { Controller, Get, Inject, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { CircularContext } from '../../../machines/circular/index.js';
import { DEPARTMENT_SIDE } from '../../../machines/kernel/index.js';
import type { LetterContent } from '../../../machines/rules/index.js';
import { DOCX_TYPE, letterFile, Printable, readLetter } from '../../documents/index.js';
import { type Caller, createCaseController } from '../../engine/index.js';
import { digestOf } from '../../platform/audit/index.js';
import { Access, ByDownloadGrant, Clock, CurrentCaller, Db, visiblePaths } from '../../platform/index.js';
import { CIRCULAR_PAYLOADS } from './circular.payloads.js';
import { contentOf } from './circular.runtime.js';

const CaseCalls = createCaseController({ workflow: 'circular', noun: '通报', payloads: CIRCULAR_PAYLOADS });

export const circularId = z.coerce.number().pipe(z.int().positive()).meta({ description: '通报编号' });

/** A circular as it would read today, or as it was signed off. */
const circularView = z.object({
  documentNo: z.string().nullable().meta({ description: '发文字号；签发前为空' }),
  content: z.looseObject({ title: z.string(), addressee: z.string() }),
  hash: z.string().meta({ description: '内容的SM3校验值' }),
});
interface CircularView {
  documentNo: string | null;
  content: LetterContent;
  hash: string;
}

/** Each unit's copy, and whether it has confirmed it. */
const copiesView = z.array(
  z.object({
    id: z.int(),
    unit: z.object({ code: z.string(), name: z.string() }),
    statePath: z.string(),
    sentOn: z.string().nullable(),
    receivedOn: z.string().nullable(),
  }),
);
type CopiesView = z.infer<typeof copiesView>;

/** Circulars 通报: the calls of every workflow, and what a circular says while it is drafted and afterwards. */
@ApiTags('circulars 通报')
@Controller('api/v1/circulars')
export class CircularController extends CaseCalls {
  @Inject(Db) private readonly db: Db;
  @Inject(Clock) private readonly clock: Clock;

  @Get(':id/letter')
  @ApiOperation({ summary: '通报全文；签发前为拟稿' })
  @ApiOkResponse({ standardSchema: circularView })
  async letter(
    @Param('id', { schema: circularId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CircularView> {
    // Whether the caller may see the case is asked first.
    const { context } = await super.get(id, caller);
    const issued = await readLetter(this.db, 'circular', id);
    if (issued !== null) return { documentNo: issued.documentNo, content: issued.content, hash: issued.hash };
    const content = contentOf(context as CircularContext, this.clock.today());
    return { documentNo: null, content, hash: digestOf(content).toString('hex') };
  }

  @Get(':id/units')
  @Access({ roles: DEPARTMENT_SIDE, scope: 'unit' })
  @ApiOperation({ summary: '各单位的签收情况' })
  @ApiOkResponse({ standardSchema: copiesView })
  async units(@Param('id', { schema: circularId }) id: number, @CurrentCaller() caller: Caller): Promise<CopiesView> {
    await super.get(id, caller);
    const { rows } = await this.db.query<CopiesView[number]>(
      'circular.copies',
      `SELECT copy.id, json_build_object('code', unit.code, 'name', unit.name) AS unit, copy.state_path AS "statePath",
              copy.context->>'sentOn' AS "sentOn", copy.context->>'receivedOn' AS "receivedOn"
       FROM circular_unit copy JOIN unit ON unit.id = copy.unit_id
       WHERE copy.circular_id = $1 AND unit.path <@ ANY ($2::ltree[]) ORDER BY unit.code`,
      [id, visiblePaths(caller)],
    );
    return rows;
  }

  @Get(':id/letter.docx')
  @Printable()
  @ByDownloadGrant()
  @ApiOperation({ summary: '通报全文（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async letterOnPaper(
    @Param('id', { schema: circularId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return letterFile(await this.letter(id, caller));
  }
}
