import { Body, Controller, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditedChange } from '../../platform/audit/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { code } from '../page.js';
import { type RevealBody, revealBody, type RevealedView, revealedView } from './reveal.dto.js';
import { REVEALERS, type RevealingCaller, RevealService } from './reveal.service.js';

@ApiTags('directory 名册')
@Controller('api/v1/cadres')
@Access({ roles: REVEALERS, scope: 'unit' })
export class RevealController {
  constructor(@Inject(RevealService) private readonly numbers: RevealService) {}

  // A change for the audit: its record stands in the transaction that reads the number.
  @Post(':code/id-number/reveal')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @AuditedChange('id-number-reveal')
  @ApiOperation({
    summary: '查看完整身份证号：须说明用途，每次查看均记入审计',
    description: 'Everywhere else the number is masked.',
  })
  @ApiOkResponse({ standardSchema: revealedView })
  reveal(
    @CurrentCaller() caller: RevealingCaller,
    @Param('code', { schema: code }) cadre: string,
    @Body({ schema: revealBody }) body: RevealBody,
  ): Promise<RevealedView> {
    return this.numbers.reveal(caller, cadre, body);
  }
}
