import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  addMonthsToDay,
  type EligibilityParameters,
  KIN_DEGREES,
  kinOf,
} from '../../../machines/rules/index.js';
import { Clock, Db, refuse, registerRefusals, type ScopeHolder } from '../../platform/index.js';
import { CadreQueries } from '../cadres/cadre.queries.js';
import { loadPolicyInForce } from '../policy-in-force.js';
import type { DossierBody, DossierView, StoredDossier } from './dossier.dto.js';
import { readDossiers } from './dossier.rows.js';
import { writeDossiers } from './write-dossiers.js';

/** Roles that keep dossiers: those whose work is the archive. */
export const DOSSIER_KEEPERS = ['reviewer', 'chief'] as const;

/** Sanctions and measures are shown to the department and to those who gave them. */
const SEES_MEASURES: readonly string[] = ['reviewer', 'chief', 'deputy', 'head', 'discipline'];

/** A caller with the roles behind his reach. */
export interface Holder extends ScopeHolder {
  grants: readonly { role: string; unitPath: string }[];
}

registerRefusals({
  DOSSIER_UNIT_UNKNOWN: { status: 422, sentence: ({ units }) => `没有这些单位编码：${[units].flat().join('、')}。` },
});

/** What the procedure asks about a person: read by those who judge, kept by those who hold the archive. */
@Injectable()
export class DossierService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CadreQueries) private readonly cadres: CadreQueries,
  ) {}

  /** @refuses NOT_FOUND - no such cadre within the caller's reach */
  async get(caller: Holder, code: string): Promise<DossierView> {
    if (!(await this.cadres.reaches(caller, code))) return refuse('NOT_FOUND', { kind: 'cadre', code });
    const [stored] = await readDossiers(this.db, [code]);
    if (stored === undefined) return refuse('NOT_FOUND', { kind: 'cadre', code });
    const { policy } = await loadPolicyInForce(this.db);
    const seesMeasures = await this.cadres.reaches(only(caller, SEES_MEASURES), code);
    return viewOf(stored, policy.eligibility.base, seesMeasures);
  }

  /**
   * Replaces the sections given; the same change twice is one.
   *
   * @refuses NOT_FOUND - no such cadre within the units where the caller keeps dossiers
   * @refuses DOSSIER_UNIT_UNKNOWN - a relative's unit or the place of growth is no unit of the directory
   */
  async change(caller: Holder, code: string, body: DossierBody): Promise<DossierView> {
    if (!(await this.cadres.reaches(only(caller, DOSSIER_KEEPERS), code))) {
      return refuse('NOT_FOUND', { kind: 'cadre', code });
    }
    await this.db.transaction(async (tx) => {
      const text = 'SELECT id FROM cadre WHERE code = $1 FOR NO KEY UPDATE';
      const { rows } = await tx.query<{ id: number }>('dossier.lock', text, [code]);
      if (rows.length === 0) refuse('NOT_FOUND', { kind: 'cadre', code });
      await writeDossiers(tx, [{ ...body, cadre: code }], this.clock.now());
    });
    return this.get(caller, code);
  }
}

const only = ({ grants }: Holder, roles: readonly string[]): Holder => ({
  grants: grants.filter(({ role }) => roles.includes(role)),
});

function viewOf(stored: StoredDossier, { effectMonths }: EligibilityParameters, seesMeasures: boolean): DossierView {
  const effectEndsOn = ({ kind, from }: StoredDossier['measures'][number]): string | null =>
    effectMonths[kind] === 0 ? null : addDays(addMonthsToDay(from, effectMonths[kind]), -1);
  return {
    ...stored,
    relatives: stored.relatives.map(relativeOf),
    measures: seesMeasures ? stored.measures.map((given) => ({ ...given, effectEndsOn: effectEndsOn(given) })) : null,
  };
}

function relativeOf(stored: StoredDossier['relatives'][number]): DossierView['relatives'][number] {
  const { above: _, ...relative } = stored;
  return { ...relative, kin: degreeOf(relative.relation) };
}

function degreeOf(relation: string): string | null {
  const degree = kinOf(relation);
  return degree === null ? null : KIN_DEGREES[degree];
}
