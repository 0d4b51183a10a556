import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/index.js';
import { registerRefusals } from '../platform/index.js';
import { GateController } from './gate.controller.js';
import { GatePreview } from './gate-preview.js';
import { GATE_REFUSALS } from './gate.refusals.js';

registerRefusals(GATE_REFUSALS);

@Module({ imports: [EngineModule], controllers: [GateController], providers: [GatePreview] })
export class GateModule {}
