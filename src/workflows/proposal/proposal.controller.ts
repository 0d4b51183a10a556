import { Controller, Get, Header, Inject, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Caller, type CaseView, createCaseController } from '../../engine/index.js';
import {
  DOCX_TYPE,
  downloadOf,
  letterFile,
  Printable,
  readLetter,
  type StoredLetter,
  storedLetterView,
} from '../../documents/index.js';
import { formName, type FormOffer, formOffer } from '../../forms/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { suggestionView, type SuggestionView } from '../../gate/index.js';
import { ByDownloadGrant, CurrentCaller, Db, refuse } from '../../platform/index.js';
import { ProposalForms } from './proposal.forms.js';
import { proposalView } from './proposal.dto.js';
import { PROPOSAL_PAYLOADS } from './proposal.payloads.js';
import { type GateView, ProposalReads } from './proposal.reads.js';

const proposalId = z.coerce.number().pipe(z.int().positive()).meta({ description: '动议编号' });

const CaseCalls = createCaseController({ workflow: 'proposal', noun: '调整动议', payloads: PROPOSAL_PAYLOADS });

/** Adjustment proposals 动议: the calls of every workflow, and what the gate says of this one. */
@ApiTags('proposals 调整动议')
@Controller('api/v1/proposals')
export class ProposalController extends CaseCalls {
  @Inject(ProposalReads) private readonly reads: ProposalReads;
  @Inject(ProposalForms) private readonly forms: ProposalForms;
  @Inject(Db) private readonly db: Db;

  @Get(':id')
  @ApiOperation({ summary: '详情：当前环节、时限、可办操作、最近一次把关结论（gate）、此前的配备承诺（promises）' })
  @ApiOkResponse({ standardSchema: proposalView })
  override async get(
    @Param('id', { schema: proposalId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView & GateView> {
    // Whether the caller may see the case is asked first.
    const view = await super.get(id, caller);
    return { ...view, ...(await this.reads.gateView(id)) };
  }

  @Get(':id/suggestions')
  @ApiOperation({ summary: '合理化建议：按今天的名册试算，逐条经过同一把关' })
  @ApiOkResponse({ standardSchema: z.array(suggestionView) })
  suggestions(
    @Param('id', { schema: proposalId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<SuggestionView[]> {
    return this.reads.suggestions(id, caller);
  }

  @Get(':id/forms')
  @ApiOperation({ summary: '可打印的表单：哪些现在可用，哪些还不能用及原因' })
  @ApiOkResponse({ standardSchema: z.array(formOffer) })
  listForms(@Param('id', { schema: proposalId }) id: number, @CurrentCaller() caller: Caller): Promise<FormOffer[]> {
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
    @Param('id', { schema: proposalId }) id: number,
    @Param('name', { schema: formName }) name: string,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.forms.print(id, name, caller));
  }

  @Get(':id/suggestion-letter')
  @ApiOperation({ summary: '最近一份合理化建议书' })
  @ApiOkResponse({ standardSchema: storedLetterView })
  async suggestionLetter(
    @Param('id', { schema: proposalId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StoredLetter> {
    // Whether the caller may see the case is asked first.
    await super.get(id, caller);
    return (await readLetter(this.db, 'proposal', id)) ?? refuse('SUGGESTION_NOT_ISSUED', { proposal: id });
  }

  @Get(':id/suggestion-letter.docx')
  @Printable()
  @ApiOperation({ summary: '最近一份合理化建议书（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  @ByDownloadGrant()
  async suggestionLetterOnPaper(
    @Param('id', { schema: proposalId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return letterFile(await this.suggestionLetter(id, caller));
  }
}
