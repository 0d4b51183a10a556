import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, SignalCase, WorkflowRegistry } from '../../engine/index.js';
import { FormsModule } from '../../forms/index.js';
import { registerRefusals } from '../../platform/index.js';
import { FilingController } from './filing.controller.js';
import { FilingForms } from './filing.forms.js';
import { FILING_REFUSALS } from './filing.refusals.js';
import { filingRuntime } from './filing.runtime.js';

registerRefusals(FILING_REFUSALS);

@Module({ imports: [EngineModule, FormsModule], controllers: [FilingController], providers: [FilingForms] })
export class FilingModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly signals: SignalCase,
  ) {}

  onModuleInit(): void {
    this.registry.register(filingRuntime(this.signals));
  }
}
