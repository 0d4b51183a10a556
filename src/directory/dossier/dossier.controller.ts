import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '../../platform/index.js';
import { code } from '../page.js';
import { PEOPLE_READERS } from '../scope.js';
import { type DossierBody, dossierBody, type DossierView, dossierView } from './dossier.dto.js';
import { DOSSIER_KEEPERS, DossierService, type Holder } from './dossier.service.js';

@ApiTags('directory 名册')
@Controller('api/v1/cadres')
@Access({ roles: PEOPLE_READERS, scope: 'unit' })
export class DossierController {
  constructor(@Inject(DossierService) private readonly dossiers: DossierService) {}

  @Get(':code/dossier')
  @ApiOperation({
    summary: '干部情况：家庭成员、年度考核、处分与组织处理、职级经历、培训、档案审核',
    description:
      'What is not on record is not known. Measures are shown to the department and the discipline commission.',
  })
  @ApiOkResponse({ standardSchema: dossierView })
  get(@CurrentCaller() caller: Holder, @Param('code', { schema: code }) cadre: string): Promise<DossierView> {
    return this.dossiers.get(caller, cadre);
  }

  @Put(':code/dossier')
  @Access({ roles: DOSSIER_KEEPERS, scope: 'unit' })
  @ApiOperation({
    summary: '维护干部情况：给出的部分整体替换，未给出的不变',
    description:
      'A relative’s unit may lie anywhere in the city; without a code the relation stays to be checked by hand.',
  })
  @ApiOkResponse({ standardSchema: dossierView })
  change(
    @CurrentCaller() caller: Holder,
    @Param('code', { schema: code }) cadre: string,
    @Body({ schema: dossierBody }) body: DossierBody,
  ): Promise<DossierView> {
    return this.dossiers.change(caller, cadre, body);
  }
}
