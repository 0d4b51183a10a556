import { Injectable } from '@nestjs/common';
import type { JsonObject, Refusal } from '../../../machines/kernel/index.js';
import { Engine } from '../engine.js';
import type { CommandResult, CommitOutcome, OutboxMessage } from '../types.js';

/** A case did not take a signal. The message is tried again and in the end laid aside for a person. */
export class SignalRefusedError extends Error {
  readonly code: string;

  constructor(readonly refusal: Refusal) {
    super(`signal refused: ${refusal.code}`);
    this.name = 'SignalRefusedError';
    this.code = refusal.code;
  }
}

export interface Signal {
  workflow: string;
  caseId: number;
  type: string;
  payload: JsonObject;
}

export interface Beginning {
  workflow: string;
  unitId: number;
  payload: JsonObject;
}

/**
 * How one workflow reaches another without knowing it: an after-commit effect sends an event to a case, or begins one, as
 * the product itself. The command id comes from the outbox message, so a message carried out twice acts once.
 */
@Injectable()
export class SignalCase {
  constructor(private readonly engine: Engine) {}

  /**
   * Sends an event to a case of any workflow.
   *
   * @param message the outbox message being carried out
   * @param signal which case, which event
   * @refuses (thrown as SignalRefusedError) whatever the other case refuses
   */
  async send(message: OutboxMessage, { workflow, caseId, type, payload }: Signal): Promise<CommandResult> {
    const command = { type, payload, commandId: commandIdOf(message) };
    return accepted(await this.engine.commit({ workflow, caseId, command, caller: null }));
  }

  /**
   * Sends events to many cases of a workflow, several in one transaction.
   *
   * @param message the outbox message being carried out
   * @param workflow whose cases they are
   * @param signals which case, which event; each case once
   * @param mayRefuse codes that are no failure: the case had gone on and needs to be told no more
   * @refuses (thrown as SignalRefusedError) whatever one of the cases refuses otherwise; the others have been reached
   */
  async sendToAll(
    message: OutboxMessage,
    workflow: string,
    signals: readonly Omit<Signal, 'workflow'>[],
    mayRefuse: readonly string[] = [],
  ): Promise<void> {
    const requests = signals.map(({ caseId, type, payload }) => {
      return { caseId, command: { type, payload, commandId: commandIdOf(message) }, caller: null };
    });
    for (const outcome of await this.engine.commitTogether(workflow, requests)) {
      if (outcome.ok || !mayRefuse.includes(outcome.refusal.code)) accepted(outcome);
    }
  }

  /**
   * Begins a case of another workflow.
   *
   * @param message the outbox message being carried out
   * @param beginning which workflow, in which unit, with what
   * @refuses (thrown as SignalRefusedError) whatever the other workflow refuses
   */
  async begin(message: OutboxMessage, { workflow, unitId, payload }: Beginning): Promise<CommandResult> {
    const commandId = commandIdOf(message);
    return accepted(await this.engine.create({ workflow, unit: unitId, payload, commandId, caller: null }));
  }
}

const commandIdOf = ({ id }: OutboxMessage): string => `outbox-${id}`;

function accepted(outcome: CommitOutcome): CommandResult {
  if (!outcome.ok) throw new SignalRefusedError(outcome.refusal);
  return outcome.result;
}
