import { Module } from '@nestjs/common';
import { SampleClockController } from './sample-clock.controller.js';

/** Put together with the product in the sample profile alone. */
@Module({ controllers: [SampleClockController] })
export class SampleClockModule {}
