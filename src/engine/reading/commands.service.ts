import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JsonObject, Refusal } from '../../../machines/kernel/index.js';
import { RefusalError } from '../../platform/index.js';
import { Engine } from '../engine.js';
import type { Caller, CommandResult } from '../types.js';
import type { EventBody } from './case.dto.js';
import { CasesService } from './cases.service.js';

export type LabelledResult = CommandResult & { label: string };

/** A case to begin, where, and under which command id if the sender has one. */
export interface Creation {
  /** Code of the unit. */
  unit: string;
  payload: JsonObject;
  commandId?: string;
}

/** Brings what people send over HTTP to the commit room, and a refusal back as the request's answer. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly engine: Engine,
    private readonly cases: CasesService,
  ) {}

  async create(workflow: string, creation: Creation, caller: Caller): Promise<LabelledResult> {
    const request = { workflow, ...creation, commandId: creation.commandId ?? randomUUID(), caller };
    const outcome = await this.engine.create(request);
    if (!outcome.ok) throw new RefusalError(outcome.refusal);
    return this.cases.label(workflow, outcome.result);
  }

  async send(workflow: string, caseId: number, command: EventBody, caller: Caller): Promise<LabelledResult> {
    const outcome = await this.engine.commit({ workflow, caseId, command, caller });
    if (!outcome.ok) throw new RefusalError(await this.withCurrentView(workflow, caseId, outcome.refusal, caller));
    return this.cases.label(workflow, outcome.result);
  }

  /** Who acted on a stale page gets the page as it is now. */
  private async withCurrentView(
    workflow: string,
    caseId: number,
    { code, params }: Refusal,
    caller: Caller,
  ): Promise<ConstructorParameters<typeof RefusalError>[0]> {
    if (code !== 'STALE_VERSION') return { code, params };
    return { code, params: { ...params, current: await this.cases.get(workflow, caseId, caller) } };
  }
}
