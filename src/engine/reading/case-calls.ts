import {
  applyDecorators,
  Body,
  Get,
  Header,
  Inject,
  Param,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { AcceptsUpload, ByDownloadGrant, CurrentCaller } from '../../platform/index.js';
import type { Caller } from '../types.js';
import { AttachmentsService, type UploadedAttachment } from './attachments.service.js';
import * as dto from './case.dto.js';
import { CasesService } from './cases.service.js';
import { CommandsService } from './commands.service.js';
import { CommentsService } from './comments.service.js';

const MOST_BYTES = 10 * 1024 * 1024;

const fileUpload = (): MethodDecorator =>
  applyDecorators(
    AcceptsUpload(),
    UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_BYTES, files: 1 }, defParamCharset: 'utf8' })),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
    }),
  );

/** The calls that are the same for every workflow; what depends on the workflow is added by the factory. */
export abstract class CaseCalls {
  @Inject(CommandsService) protected readonly commands: CommandsService;
  @Inject(CasesService) protected readonly cases: CasesService;
  @Inject(CommentsService) protected readonly comments: CommentsService;
  @Inject(AttachmentsService) protected readonly attachments: AttachmentsService;

  /** Name of the workflow; the factory sets it. */
  protected readonly workflow: string;

  @Get()
  @ApiOperation({ summary: '列表' })
  @ApiOkResponse({ standardSchema: dto.caseList })
  list(@Query({ schema: dto.listQuery }) query: dto.ListQuery, @CurrentCaller() caller: Caller): Promise<dto.CaseList> {
    return this.cases.list(this.workflow, query, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: '详情：当前环节、时限、可办操作' })
  @ApiOkResponse({ standardSchema: dto.caseView })
  get(@Param('id', { schema: dto.caseId }) id: number, @CurrentCaller() caller: Caller): Promise<dto.CaseView> {
    return this.cases.get(this.workflow, id, caller);
  }

  @Get(':id/history')
  @ApiOperation({ summary: '办理经过：每一步及其所依据的事实' })
  @ApiOkResponse({ standardSchema: z.array(dto.historyEntry) })
  history(
    @Param('id', { schema: dto.caseId }) id: number,
    @Query({ schema: dto.historyQuery }) query: dto.HistoryQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.HistoryEntry[]> {
    return this.cases.history(this.workflow, id, query, caller);
  }

  @Get(':id/actions')
  @ApiOperation({ summary: '当前可办操作及其所需内容' })
  @ApiOkResponse({ standardSchema: z.array(dto.actionWithSchema) })
  actions(
    @Param('id', { schema: dto.caseId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.ActionWithSchema[]> {
    return this.cases.actions(this.workflow, id, caller);
  }

  @Get(':id/deadlines')
  @ApiOperation({ summary: '时限：在计的与已结束的' })
  @ApiOkResponse({ standardSchema: z.array(dto.deadlineView) })
  deadlines(
    @Param('id', { schema: dto.caseId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.DeadlineView[]> {
    return this.cases.deadlines(this.workflow, id, caller);
  }

  @Get(':id/rehearsal')
  @ApiOperation({ summary: '推演：如无人办理，哪天会有哪些提醒和上报；不作任何改动' })
  @ApiOkResponse({ standardSchema: dto.rehearsalView })
  rehearsal(
    @Param('id', { schema: dto.caseId }) id: number,
    @Query({ schema: dto.rehearsalQuery }) query: dto.RehearsalQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.RehearsalView> {
    return this.cases.rehearsal(this.workflow, id, query, caller);
  }

  @Get(':id/comments')
  @ApiOperation({ summary: '留言' })
  @ApiOkResponse({ standardSchema: z.array(dto.commentView) })
  listComments(
    @Param('id', { schema: dto.caseId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.CommentView[]> {
    return this.comments.list(this.workflow, id, caller);
  }

  @Post(':id/comments')
  @ApiOperation({ summary: '添加留言' })
  @ApiCreatedResponse({ standardSchema: dto.commentView })
  addComment(
    @Param('id', { schema: dto.caseId }) id: number,
    @Body({ schema: dto.commentBody }) body: dto.CommentBody,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.CommentView> {
    return this.comments.add(this.workflow, id, body, caller);
  }

  @Get(':id/attachments')
  @ApiOperation({ summary: '附件' })
  @ApiOkResponse({ standardSchema: z.array(dto.attachmentView) })
  listAttachments(
    @Param('id', { schema: dto.caseId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.AttachmentView[]> {
    return this.attachments.list(this.workflow, id, caller);
  }

  @Post(':id/attachments')
  @fileUpload()
  @ApiOperation({ summary: '上传附件（不超过10 MB；pdf、docx、xlsx、png、jpeg、txt）' })
  @ApiCreatedResponse({ standardSchema: dto.attachmentView })
  addAttachment(
    @Param('id', { schema: dto.caseId }) id: number,
    @UploadedFile() file: UploadedAttachment | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<dto.AttachmentView> {
    return this.attachments.add(this.workflow, id, file, caller);
  }

  @Get(':id/attachments/:attachment')
  @ByDownloadGrant()
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @ApiOperation({ summary: '下载附件' })
  @ApiProduces('application/octet-stream')
  async readAttachment(
    @Param('id', { schema: dto.caseId }) id: number,
    @Param('attachment', { schema: dto.caseId }) attachment: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const { name, mediaType, content } = await this.attachments.read(this.workflow, id, attachment, caller);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
    return new StreamableFile(content, { type: mediaType, disposition, length: content.length });
  }
}
