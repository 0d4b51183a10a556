import { Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { describeAct } from '../../platform/audit/index.js';
import { Access, AcceptsUpload, refuse } from '../../platform/index.js';
import { openXlsx, UnreadableFile } from '../../platform/xlsx/index.js';
import { cellText } from './cell-rule.js';
import { RemoveUpload, type UploadedWorkbook } from './remove-upload.interceptor.js';

/** More is no list for one proposal. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 20;

const itemList = z.object({
  rows: z.array(z.array(z.string())).meta({ description: '第一张工作表的各行文字' }),
  more: z.boolean().meta({ description: '是否还有未读的行' }),
});
type ItemList = z.infer<typeof itemList>;

/** A list of items as offices keep it, read for the editor, which matches it with people and posts. Stores nothing. */
@ApiTags('工作簿')
@Controller('api/v1/item-lists')
export class ItemListsController {
  @Post()
  @HttpCode(200)
  @AcceptsUpload()
  @UseInterceptors(RemoveUpload, FileInterceptor('file'))
  @Access({ roles: ['clerk', 'leader'], scope: 'none' })
  @ApiOperation({ summary: '读取名单（.xlsx）第一张工作表的文字，供起草动议核对；不入库' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ standardSchema: itemList })
  async read(@UploadedFile() file: UploadedWorkbook | undefined): Promise<ItemList> {
    if (file === undefined) return refuse('FILE_MISSING');
    describeAct({ result: 'dry-run' });
    try {
      return await readList(file.path);
    } catch (error) {
      if (error instanceof UnreadableFile) refuse(error.code, error.params);
      throw error;
    }
  }
}

async function readList(path: string): Promise<ItemList> {
  const file = await openXlsx(path);
  try {
    const rows: string[][] = [];
    for await (const { cells } of file.sheets[0]?.rows() ?? []) {
      const texts = Array.from(cells.slice(0, MOST_COLUMNS), (cell) => (cell === undefined ? '' : cellText(cell)));
      if (texts.every((text) => text.trim() === '')) continue;
      if (rows.length === MOST_ROWS) return { rows, more: true };
      rows.push(texts);
    }
    return { rows, more: false };
  } finally {
    file.close();
  }
}
