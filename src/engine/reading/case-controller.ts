import { Body, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { type JsonObject, readersOf, type Role } from '../../../machines/kernel/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import type { Caller, WorkflowRuntime } from '../types.js';
import { CaseCalls } from './case-calls.js';
import * as dto from './case.dto.js';
import type { Creation, LabelledResult } from './commands.service.js';

export interface CaseControllerOptions {
  /** Name of the workflow. */
  workflow: string;
  /** What one case is called in Chinese, for the API document. */
  noun: string;
  /** The workflow's payload schemas, for the API document and for the body of POST. */
  payloads: WorkflowRuntime['payloads'];
  /** Who may call, as the workflow's definition says; unit and department unless it says otherwise. */
  readers?: readonly Role[];
}

/** The body of POST. */
export type CreationBody = { unit: string; commandId?: string } & JsonObject;

/** What a workflow's controller inherits. */
export interface WorkflowCalls extends CaseCalls {
  create(body: CreationBody, caller: Caller): Promise<LabelledResult>;
  send(id: number, body: dto.EventBody, caller: Caller): Promise<LabelledResult>;
}

/**
 * Makes the calls that every workflow has under its plural. A workflow's controller extends the class and adds
 * `@Controller('api/v1/<plural>')`; calls of its own stand beside these.
 *
 * @param options the workflow's name, its noun, and its payload schemas
 * @returns the class to extend
 * @source contract §2 ("the same five calls under their own plural")
 */
export function createCaseController({
  workflow,
  noun,
  payloads,
  readers,
}: CaseControllerOptions): Type<WorkflowCalls> {
  const creation = creationSchema(payloads);

  @Access({ roles: readersOf({ readers }), scope: 'case' })
  class CaseController extends CaseCalls {
    protected override readonly workflow = workflow;

    @Post()
    @ApiOperation({ summary: `新建${noun}` })
    @ApiCreatedResponse({ standardSchema: dto.commandResult })
    create(@Body({ schema: creation }) body: CreationBody, @CurrentCaller() caller: Caller): Promise<LabelledResult> {
      return this.commands.create(workflow, creationOf(payloads, body), caller);
    }

    @Post(':id/events')
    @HttpCode(200)
    @ApiOperation({ summary: `办理${noun}：同一指令编号再次提交得到同一答复` })
    @ApiBody({ schema: { oneOf: eventBodies(payloads) } })
    @ApiOkResponse({ standardSchema: dto.commandResult })
    send(
      @Param('id', { schema: dto.caseId }) id: number,
      @Body({ schema: dto.eventBody }) body: dto.EventBody,
      @CurrentCaller() caller: Caller,
    ): Promise<LabelledResult> {
      return this.commands.send(workflow, id, body, caller);
    }
  }
  return CaseController;
}

/** The body of POST: the payload of CREATE with the unit beside it. */
function creationSchema({ CREATE: payload }: WorkflowRuntime['payloads']): z.ZodType {
  const around = { unit: dto.unitCode, commandId: dto.commandId.optional() };
  return payload instanceof z.ZodObject ? payload.extend(around) : z.looseObject(around);
}

/** The unit is where the case begins; where CREATE itself asks for it, the case remembers it too. */
function creationOf({ CREATE: schema }: WorkflowRuntime['payloads'], body: CreationBody): Creation {
  const { unit, commandId, ...rest } = body;
  const remembersUnit = schema instanceof z.ZodObject && 'unit' in schema.shape;
  return { unit, commandId, payload: remembersUnit ? { ...rest, unit } : rest };
}

type BodySchema = Extract<Parameters<typeof ApiBody>[0], { schema: unknown }>['schema'];

/** One shape per event. */
function eventBodies(payloads: WorkflowRuntime['payloads']): BodySchema[] {
  return Object.entries(payloads)
    .filter(([type]) => type !== 'CREATE')
    .map(([type, payload]) => {
      const body = dto.eventBody.extend({ type: z.literal(type), payload });
      return z.toJSONSchema(body, { io: 'input', target: 'openapi-3.0', unrepresentable: 'any' }) as BodySchema;
    });
}
