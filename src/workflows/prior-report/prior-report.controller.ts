import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createCaseController } from '../../engine/index.js';
import { REPORT_PAYLOADS } from './prior-report.payloads.js';

const CaseCalls = createCaseController({ workflow: 'prior_report', noun: '事前报告', payloads: REPORT_PAYLOADS });

/** Prior reports 事前报告: the calls of every workflow. */
@ApiTags('prior_reports 事前报告')
@Controller('api/v1/prior_reports')
export class PriorReportController extends CaseCalls {}
