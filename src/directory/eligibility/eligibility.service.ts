import { Inject, Injectable } from '@nestjs/common';
import { eligibleFrom, judgeEligibility, parametersFor, type RuleResult } from '../../../machines/rules/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { readDossiers } from '../dossier/dossier.rows.js';
import { CadreQueries } from '../cadres/cadre.queries.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import { careerOf, targetOf } from './career-of.js';
import type { EligibilityQuery, EligibilityView } from './eligibility.dto.js';
import { findPost } from './find-post.js';

/** Whether somebody fulfils the conditions of a post, and from when (资格条件). Stores nothing and decides nothing. */
@Injectable()
export class EligibilityService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CadreQueries) private readonly cadres: CadreQueries,
  ) {}

  /** @refuses NOT_FOUND - cadre or post unknown, or outside the caller's reach */
  async judge(caller: ScopeHolder, code: string, query: EligibilityQuery): Promise<EligibilityView> {
    const on = query.on ?? this.clock.today();
    const cadre = await this.cadres.get(caller, code);
    const post = await findPost(this.db, query.post, visiblePaths(caller));
    const { policy } = await loadPolicyInForce(this.db);
    const [dossier] = await readDossiers(this.db, [code]);
    if (dossier === undefined) return refuse('NOT_FOUND', { kind: 'cadre', code });
    const question = {
      career: careerOf(cadre, dossier, on),
      target: targetOf(post, policy.authority, post.unitKind),
      on,
      parameters: parametersFor(policy.eligibility.base, policy.eligibility.byUnitKind, post.unitKind),
      exceptional: null,
    };
    const { outcome, results } = judgeEligibility(question);
    const { day, unknown } = eligibleFrom(question);
    const rules = results.map(toView);
    const { code: postCode, unit } = post;
    return { cadre: code, post: postCode, unit, on, outcome, eligibleFrom: day, unknownThen: unknown, rules };
  }
}

function toView({
  code,
  title,
  severity,
  outcome,
  sentence,
  metOn,
  basis,
}: RuleResult): EligibilityView['rules'][number] {
  return { code, title, severity, outcome, sentence, metOn: metOn ?? null, basis };
}
