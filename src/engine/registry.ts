import { Injectable } from '@nestjs/common';
import type { WorkflowDefinition } from '../../machines/kernel/index.js';
import type { NoticeHandler } from './notice.js';
import type { WorkflowRuntime } from './types.js';

/** The workflows this process runs, by name. Each workflow's module puts its own in while starting (onModuleInit). */
@Injectable()
export class WorkflowRegistry {
  private readonly runtimes = new Map<string, WorkflowRuntime>();
  private taker: NoticeHandler | undefined;

  /**
   * Adds a workflow; the engine's own start (onApplicationBootstrap) proves it complete.
   *
   * @param runtime the definition and everything the product adds to it
   */
  register(runtime: WorkflowRuntime): void {
    const { name } = runtime.definition;
    if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`"${name}" cannot be a workflow: the name is also a table name`);
    if (this.runtimes.has(name)) throw new Error(`workflow "${name}" is registered twice`);
    this.runtimes.set(name, runtime);
  }

  /** @returns the workflow of this name; asking for an unknown one is a fault of the program */
  get(name: string): WorkflowRuntime {
    const runtime = this.runtimes.get(name);
    if (runtime === undefined) throw new Error(`workflow "${name}" is not registered`);
    return runtime;
  }

  /**
   * Says who delivers notices. Without anybody they count as delivered: nothing waits for a room that is not there.
   *
   * @param handler may be called twice with the same notice
   */
  takeNotices(handler: NoticeHandler): void {
    if (this.taker !== undefined) throw new Error('notices are taken already');
    this.taker = handler;
  }

  /** @returns who delivers notices, if anybody */
  noticeTaker(): NoticeHandler | undefined {
    return this.taker;
  }

  /** @returns every workflow, in order of registration */
  all(): WorkflowRuntime[] {
    return [...this.runtimes.values()];
  }
}

/**
 * The workflow as the kernel takes it: states, events, checks. Only the lengths of deadlines know the type of the settings,
 * and those the kernel never asks for.
 *
 * @param runtime a registered workflow, or one of its earlier definitions
 * @returns the definition, the settings left open
 */
export function chartOf({ definition }: Pick<WorkflowRuntime, 'definition'>): WorkflowDefinition {
  return definition as WorkflowDefinition;
}
