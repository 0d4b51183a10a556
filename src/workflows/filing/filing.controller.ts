import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createCaseController } from '../../engine/index.js';
import { refuse } from '../../platform/index.js';
import { FILING_PAYLOADS } from './filing.payloads.js';

const CaseCalls = createCaseController({ workflow: 'filing', noun: '备案', payloads: FILING_PAYLOADS });

/** Filings 备案: the calls of every workflow, save one. */
@ApiTags('filings 备案')
@Controller('api/v1/filings')
export class FilingController extends CaseCalls {
  /** Without a route: the product opens a filing when a proposal's notice has ended; people never do. */
  override create(): never {
    return refuse('METHOD_NOT_ALLOWED');
  }
}
