import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BUSINESS_ROLES } from '../../identity/index.js';
import { Access } from '../../platform/index.js';
import { NoticeCalls } from './notice-calls.js';

/** What whoever asks should have learnt of. */
@ApiTags('inbox 待办')
@Controller('api/v1/notices')
@Access({ roles: BUSINESS_ROLES, scope: 'unit' })
export class NoticesController extends NoticeCalls {}
