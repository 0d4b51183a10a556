import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ADMINISTRATOR_ROLES } from '../../identity/index.js';
import { Access } from '../../platform/index.js';
import { NoticeCalls } from './notice-calls.js';

/** What an administrator should have learnt of: about the installation alone, since no unit is within his reach. */
@ApiTags('operations 运行情况')
@Controller('api/v1/installation-notices')
@Access({ roles: ADMINISTRATOR_ROLES, scope: 'global' })
export class InstallationNoticesController extends NoticeCalls {}
