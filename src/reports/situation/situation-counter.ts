import {
  addMonths,
  type AgeingOutForecast,
  type AreaHeadline,
  headline,
  type HeadlineRow,
  levelOfSeverity,
  type Month,
  monthOf,
  type Policy,
  type Severity,
} from '../../../machines/rules/index.js';
import { type Area, isOfAreas, type LedgerEntry, type LedgerSettings } from '../../directory/index.js';
import type { SituationView } from './situation.dto.js';
import { addTeam, noSums, type Sums } from './sums.js';

const SHOWN_DEPARTMENTS = 200;
const CITY_ITSELF = { code: null, name: '市直' } as const;

interface Place extends Sums {
  code: string | null;
  name: string;
}

interface Department extends Sums {
  unit: string;
  unitName: string;
  area: string | null;
  severity: Severity;
}

interface MonthOfLeaving {
  byAge: Set<string>;
  byTerm: Set<string>;
  rowsFallingShort: number;
}

/** Adds up the situation while the ledger streams past: what it keeps grows with units and leavers, not with seats. */
export class SituationCounter {
  private readonly totals = noSums();
  private readonly areas = new Map<string | null, Place>();
  private readonly departments = new Map<string, Department>();
  private readonly headlineRows: HeadlineRow[] = [];
  private readonly leaving = new Map<Month, MonthOfLeaving>();

  constructor(private readonly settings: LedgerSettings) {}

  /** All rows of one team, with what is forecast for each of them. */
  add(entries: readonly LedgerEntry[], area: Area | undefined, forecasts: readonly AgeingOutForecast[]): void {
    const [first] = entries;
    if (!first) return;
    addTeam(this.totals, entries);
    addTeam(this.areaOf(area), entries);
    const department = this.departmentOf(first, area);
    addTeam(department, entries);
    for (const { severity } of entries) if (severity > department.severity) department.severity = severity;
    if (area) this.noteHeadline(entries, area);
    for (const forecast of forecasts) this.noteForecast(forecast);
  }

  result(): Omit<SituationView, 'asOf' | 'policyVersion' | 'task' | 'unit'> {
    const { policy, tasks, task } = this.settings;
    const reached = new Map(headline(this.headlineRows, policy).map((row) => [row.area, row]));
    const areas = [...this.areas.values()].map((area) => {
      const found = area.code === null ? undefined : reached.get(area.code);
      return { ...area, headline: found ? toHeadline(found) : null };
    });
    return {
      totals: this.totals,
      levels: levelsOf(this.totals, policy),
      headline: {
        shareToReach: policy.headlineShare,
        areas: reached.size,
        areasReached: [...reached.values()].filter((row) => row.reached).length,
        tasks: tasks
          .filter((each) => (task === undefined ? isOfAreas(each) : each.code === task))
          .map(({ code }) => code),
      },
      areas,
      departments: this.worstDepartments(policy),
      departmentsTotal: this.departments.size,
      ageingOut: this.months(),
    };
  }

  private areaOf(area: Area | undefined): Place {
    const { code, name } = area ?? CITY_ITSELF;
    const known = this.areas.get(code) ?? { code, name, ...noSums() };
    this.areas.set(code, known);
    return known;
  }

  private departmentOf({ team }: LedgerEntry, area: Area | undefined): Department {
    const { unit, unitName } = team;
    const known = this.departments.get(unit) ?? { unit, unitName, area: area?.code ?? null, ...mildest() };
    this.departments.set(unit, known);
    return known;
  }

  private noteHeadline(entries: readonly LedgerEntry[], { code: area, name: areaName }: Area): void {
    for (const { team, task, assessment } of entries) {
      if (this.settings.task === undefined && !isOfAreas(task)) continue;
      this.headlineRows.push({ area, areaName, team: team.code, shortfall: assessment.shortfall });
    }
  }

  private noteForecast({ month, leavers }: AgeingOutForecast): void {
    if (month !== null) this.monthOf(month).rowsFallingShort += 1;
    for (const { cadre, month: leaves, reason } of leavers) {
      const of = this.monthOf(leaves);
      (reason === 'age' ? of.byAge : of.byTerm).add(cadre);
    }
  }

  private monthOf(month: Month): MonthOfLeaving {
    const known = this.leaving.get(month) ?? { byAge: new Set(), byTerm: new Set(), rowsFallingShort: 0 };
    this.leaving.set(month, known);
    return known;
  }

  /** Every month of the horizon, also those in which nobody leaves: a gap in a chart would say something else. */
  private months(): SituationView['ageingOut'] {
    const { asOf, policy } = this.settings;
    return Array.from({ length: policy.ageingOutHorizonMonths + 1 }, (_, ahead) => {
      const month = addMonths(monthOf(asOf), ahead);
      const { byAge, byTerm, rowsFallingShort } = this.leaving.get(month) ?? EMPTY_MONTH;
      const people = new Set([...byAge, ...byTerm]).size;
      return { month, people, byAge: byAge.size, byTerm: byTerm.size, rowsFallingShort };
    });
  }

  private worstDepartments(policy: Policy): SituationView['departments'] {
    return [...this.departments.values()]
      .toSorted((a, b) => b.severity - a.severity || b.shortfall - a.shortfall || (a.unit < b.unit ? -1 : 1))
      .slice(0, SHOWN_DEPARTMENTS)
      .map((department) => ({ ...department, level: levelOfSeverity(department.severity, policy) }));
  }
}

const EMPTY_MONTH: MonthOfLeaving = { byAge: new Set(), byTerm: new Set(), rowsFallingShort: 0 };

const mildest = (): Sums & { severity: Severity } => ({ severity: 1, ...noSums() });

const toHeadline = ({ teams, met, share, reached }: AreaHeadline): SituationView['areas'][number]['headline'] => ({
  teams,
  met,
  share,
  reached,
});

/** Worst first, by severity, never by letter. */
export function levelsOf({ levels }: Pick<Sums, 'levels'>, policy: Policy): SituationView['levels'] {
  return ([3, 2, 1] as const).map((severity) => {
    const level = levelOfSeverity(severity, policy);
    return { level, label: policy.levels.letters[level].label, severity, rows: levels[level] };
  });
}
