import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Caller, createCaseController, Engine, type WorkflowCalls } from '../../engine/index.js';
import { suggestionView, type SuggestionView } from '../../gate/index.js';
import { CurrentCaller, RefusalError } from '../../platform/index.js';
import { PROPOSAL_PAYLOADS } from './proposal.payloads.js';
import { type GateView, ProposalReads } from './proposal.reads.js';

const proposalId = z.coerce.number().pipe(z.int().positive()).meta({ description: '动议编号' });

const creationSchema = PROPOSAL_PAYLOADS.CREATE.extend({
  commandId: z.string().trim().min(1).max(100).optional().meta({ description: '指令编号：再次提交得到同一动议' }),
});

const CaseCalls = createCaseController({ workflow: 'proposal', noun: '调整动议', payloads: PROPOSAL_PAYLOADS });
type Created = ReturnType<WorkflowCalls['create']>;
type View = Awaited<ReturnType<WorkflowCalls['get']>>;

/** Adjustment proposals 动议: the calls of every workflow, and what the gate says of this one. */
@ApiTags('proposals 调整动议')
@Controller('api/v1/proposals')
export class ProposalController extends CaseCalls {
  protected override readonly workflow = 'proposal';
  @Inject(ProposalReads) private readonly reads: ProposalReads;
  @Inject(Engine) private readonly engine: Engine;

  /** The unit is also part of what the case itself remembers, for its filing and its letters. */
  @Post()
  @ApiOperation({ summary: '起草调整动议' })
  override async create(
    @Body({ schema: creationSchema }) { commandId, ...payload }: z.infer<typeof creationSchema>,
    @CurrentCaller() caller: Caller,
  ): Created {
    const { unit } = payload;
    const command = { workflow: 'proposal', unit, payload, commandId: commandId ?? randomUUID(), caller };
    const outcome = await this.engine.create(command);
    if (!outcome.ok) throw new RefusalError(outcome.refusal);
    return this.cases.label('proposal', outcome.result);
  }

  @Get(':id')
  @ApiOperation({ summary: '详情：当前环节、时限、可办操作、最近一次把关结论（gate）、此前的配备承诺（promises）' })
  override async get(
    @Param('id', { schema: proposalId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<View & GateView> {
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
}
