import { Controller, Get, Header, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { definition, type MeetingContext } from '../../../machines/meeting/index.js';
import { DOCX_TYPE, downloadOf } from '../../documents/index.js';
import { type Caller, type CaseView, createCaseController } from '../../engine/index.js';
import { formName, type FormOffer, formOffer } from '../../forms/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { ByDownloadGrant, CurrentCaller } from '../../platform/index.js';
import {
  arrangeableQuery,
  type ArrangeableQuery,
  arrangeableView,
  type ArrangeableView,
  meetingId,
  meetingView,
  ofProposalView,
  type OfProposalView,
  proposalId,
  type QuorumView,
} from './meeting.dto.js';
import { MEETING_PAYLOADS } from './meeting.payloads.js';
import { MeetingForms } from './meeting.forms.js';
import { MeetingReads } from './meeting.reads.js';

const CaseCalls = createCaseController({
  workflow: 'meeting',
  noun: '讨论决定会议',
  payloads: MEETING_PAYLOADS,
  readers: definition.readers,
});

/** Meetings 讨论决定会议: the calls of every workflow, and what a meeting can be made of. */
@ApiTags('meetings 讨论决定会议')
@Controller('api/v1/meetings')
export class MeetingController extends CaseCalls {
  @Inject(MeetingReads) private readonly reads: MeetingReads;
  @Inject(MeetingForms) private readonly forms: MeetingForms;

  @Get('arrangeable')
  @ApiOperation({ summary: '可列入议程的动议和班子成员' })
  @ApiOkResponse({ standardSchema: arrangeableView })
  arrangeable(@Query({ schema: arrangeableQuery }) { unit }: ArrangeableQuery): Promise<ArrangeableView> {
    return this.reads.arrangeable(unit);
  }

  @Get('of-proposal/:proposal')
  @ApiOperation({ summary: '曾将某动议列入议程的会议，最近的在前' })
  @ApiOkResponse({ standardSchema: ofProposalView })
  ofProposal(
    @Param('proposal', { schema: proposalId }) proposal: number,
    @CurrentCaller() caller: Caller,
  ): Promise<OfProposalView> {
    return this.reads.ofProposal(proposal, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: '详情：议程、到会、回避、表决、纪要，及法定人数和通过票数（quorum）' })
  @ApiOkResponse({ standardSchema: meetingView })
  override async get(
    @Param('id', { schema: meetingId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView & QuorumView> {
    const view = await super.get(id, caller);
    return { ...view, ...(await this.reads.quorum(view.context as MeetingContext)) };
  }

  @Get(':id/forms')
  @ApiOperation({ summary: '可打印的表单：哪些现在可用，哪些还不能用及原因' })
  @ApiOkResponse({ standardSchema: z.array(formOffer) })
  listForms(@Param('id', { schema: meetingId }) id: number, @CurrentCaller() caller: Caller): Promise<FormOffer[]> {
    return this.forms.list(id, caller);
  }

  @Get(':id/forms/:name')
  @ByDownloadGrant()
  @AuditedRead('personal-data-export')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ summary: '下载议程、表决单、表决结果汇总表或会议纪要（DOCX），每次下载均记入审计' })
  @ApiProduces(DOCX_TYPE)
  async printForm(
    @Param('id', { schema: meetingId }) id: number,
    @Param('name', { schema: formName }) name: string,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.forms.print(id, name, caller));
  }
}
