import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { CircularController } from './circular.controller.js';
import { CIRCULAR_REFUSALS } from './circular.refusals.js';
import { circularRuntime, copyRuntime } from './circular.runtime.js';
import { CircularUnitController } from './circular-unit.controller.js';
import { CircularWork } from './circular-work.js';

registerRefusals(CIRCULAR_REFUSALS);
mapConstraint('circular_one_per_round', () => ({ code: 'CIRCULAR_EXISTS', params: {} }));

@Module({
  imports: [EngineModule],
  controllers: [CircularController, CircularUnitController],
  providers: [CircularWork],
})
export class CircularModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly work: CircularWork,
  ) {}

  onModuleInit(): void {
    this.registry.register(circularRuntime(this.work));
    this.registry.register(copyRuntime());
  }
}
