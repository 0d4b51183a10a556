import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { READERS } from '../../../machines/integrity-opinion/index.js';
import { createCaseController } from '../../engine/index.js';
import { OPINION_PAYLOADS } from './integrity-opinion.payloads.js';

const CaseCalls = createCaseController({
  workflow: 'integrity_opinion',
  noun: '廉洁意见',
  payloads: OPINION_PAYLOADS,
  readers: READERS,
});

/** Opinions of the discipline commission 廉洁意见: the calls of every workflow, for the department and the commission alone. */
@ApiTags('integrity_opinions 廉洁意见')
@Controller('api/v1/integrity_opinions')
export class IntegrityOpinionController extends CaseCalls {}
