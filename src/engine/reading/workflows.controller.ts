import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { outlineOf } from '../../../machines/kernel/index.js';
import { Access, refuse } from '../../platform/index.js';
import { chartOf, WorkflowRegistry } from '../registry.js';
import type { WorkflowRuntime } from '../types.js';
import {
  revisionNumber,
  workflowList,
  type WorkflowList,
  workflowName,
  type WorkflowView,
  workflowView,
} from './workflows.dto.js';

/** Every workflow as it can be drawn and read: no case, nobody's data. */
@ApiTags('workflows 流程')
@Controller('api/v1/workflows')
@Access({ roles: 'signed-in', scope: 'global' })
export class WorkflowsController {
  constructor(private readonly registry: WorkflowRegistry) {}

  @Get()
  @ApiOperation({ summary: '各流程的环节与流转，按正在使用的流程图' })
  @ApiOkResponse({ standardSchema: workflowList })
  list(): WorkflowList {
    return { items: this.registry.all().map((runtime) => viewOf(runtime, runtime.definition)) };
  }

  /** A case keeps to the revision it was last moved by; its page draws that one. */
  @Get(':name/revisions/:revision')
  @ApiOperation({ summary: '一个流程的某一版次，含以前的版次' })
  @ApiOkResponse({ standardSchema: workflowView })
  revision(
    @Param('name', { schema: workflowName }) name: string,
    @Param('revision', { schema: revisionNumber }) revision: number,
  ): WorkflowView {
    const runtime = this.registry.all().find(({ definition }) => definition.name === name);
    const known = runtime && [runtime.definition, ...(runtime.earlier ?? [])];
    const found = known?.find((definition) => definition.revision === revision);
    if (!runtime || !found) refuse('WORKFLOW_NOT_FOUND', { workflow: name, revision });
    return viewOf(runtime, found);
  }
}

function viewOf(runtime: WorkflowRuntime, definition: WorkflowRuntime['definition']): WorkflowView {
  const outline = outlineOf(chartOf({ definition }));
  const earlier = (runtime.earlier ?? []).map(({ revision }) => revision);
  return { ...outline, plural: pluralOf(outline.name), earlier: earlier.toSorted((a, b) => b - a) };
}

/** Where the calls of a workflow stand. */
const pluralOf = (name: string): string => `${name}s`;
