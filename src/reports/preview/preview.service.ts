import { Inject, Injectable } from '@nestjs/common';
import type { Day, Policy } from '../../../machines/rules/index.js';
import { judgeTeam, loadAreas } from '../../directory/index.js';
import { type Caller, maySet } from '../../engine/index.js';
import { asSystem, Db, refuse, seesUnit } from '../../platform/index.js';
import { LedgerPass } from '../ledger-pass.js';
import { PreviewCounter } from './preview-counter.js';
import type { PreviewView } from './preview.dto.js';

/** Settings as they would be, and the day of the ledger; today when absent. */
export interface Proposed {
  policy: Policy;
  asOf?: Day | undefined;
}

const WHOLE_TREE = { grants: [{ unitPath: '' }] };

/** What other settings would change on the ledger of a day. Judges anew, stores nothing. */
@Injectable()
export class PreviewService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LedgerPass) private readonly ledger: LedgerPass,
  ) {}

  /**
   * Settings hold for the whole tree, so the whole tree is counted; teams are named to those alone who see them.
   *
   * @refuses FORBIDDEN - for whoever could not store the change either
   */
  preview(caller: Caller, body: Proposed): Promise<PreviewView> {
    if (!maySet(caller)) refuse('FORBIDDEN');
    return asSystem('reports.policy-preview', () => this.compare(caller, body));
  }

  private async compare(caller: Caller, { policy, asOf }: Proposed): Promise<PreviewView> {
    const asked = await this.ledger.ask(WHOLE_TREE, { asOf });
    const { filter, settings, policyVersion } = asked;
    const areaOf = await loadAreas(this.db);
    const counter = new PreviewCounter({ before: settings.policy, after: policy });
    // Which of the two looks back further decides what is read.
    const far = policy.unmetQuartersLookBack > settings.policy.unmetQuartersLookBack ? policy : settings.policy;
    for await (const team of this.ledger.teams(filter, settings.asOf, far)) {
      const named = seesUnit(caller, team.unitPath);
      const after = judgeTeam(team, { ...settings, policy });
      for (const [at, before] of judgeTeam(team, settings).entries()) {
        counter.add(before, after[at]!, areaOf(team.unitPath), named);
      }
    }
    return { asOf: settings.asOf, basedOn: policyVersion, ...counter.result() };
  }
}
