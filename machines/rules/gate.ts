import { checkHeadcount, checkItems } from './check-items.js';
import type { GateInput, GateItem, GateNumbers, GateResult, GateTeamRow } from './gate-facts.js';
import { gateSentence } from './gate-sentence.js';
import { tableVerdict, warningSentence, type OpenWarning, type WarnedRow } from './gate-warning.js';
import { reviewHeadcount } from './headcount.js';
import { judgeLevel } from './levels.js';
import type { GateOutcome, Policy, Severity } from './policy.js';
import { applyItems, seatsBefore, takesHeadcount, teamsTouched } from './projection.js';
import { assessSeats, type Assessment } from './staffing.js';
import { taskApplies, type Seat, type StaffingTask, type TeamFacts } from './staffing-facts.js';
import { ITEM_KINDS, type Verdict } from './vocabulary.js';

const WEIGHT: Readonly<Record<Verdict, number>> = { clear: 0, flag: 1, block: 2 };

/**
 * Orders verdicts by what they cost the proposal.
 *
 * @param a a verdict
 * @param b a verdict
 * @returns negative when `a` is the better one, 0 when equal, positive when it is worse
 * @source handbook §2.5
 */
export function compareVerdict(a: Verdict, b: Verdict): number {
  return WEIGHT[a] - WEIGHT[b];
}

/** A touched team with its seats at the three moments that matter. */
interface Stage {
  team: TeamFacts;
  before: Seat[];
  after: Seat[];
  /** With exempt items left out: what the unit itself answers for. */
  withoutExempt: Seat[];
  items: GateItem[];
}

/**
 * Judges a proposal at a gate (动议关, and again at 备案关): what it does to the shortfall of every team it touches,
 * whether headcount allows it, and whether its items make sense.
 *
 * @param input teams, tasks, other cleared proposals and the items, all as of the decision date
 * @returns the worst verdict of all rows and findings, with the rows, the headcount pre-review and the findings; a
 *   block is never a refusal by machine, it leads to the suggestion letter or to an override
 * @source handbook §2.5, §1.10, §7 scenarios 16–21
 */
export function judgeGate(input: GateInput): GateResult {
  const touched = teamsTouched(input.items);
  const stages = touched.flatMap((code) => {
    const team = input.teams.find((candidate) => candidate.code === code);
    return team ? [stageOf(team, input)] : [];
  });
  const teams = stages.flatMap((stage) =>
    input.tasks
      .filter((task) => taskApplies(task, stage.team))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((task) => judgeTeam(stage, task, input)),
  );
  const headcount = stages.flatMap(({ team, before, after }) => reviewHeadcount(team, before, after));
  const findings = [...itemFindings(input, touched, stages), ...checkHeadcount(headcount)];
  const verdicts: Verdict[] = [
    ...teams.map(({ verdict }) => verdict),
    ...findings.map(({ severity }) => (severity === 'info' ? 'clear' : severity)),
  ];
  const verdict = verdicts.reduce((worst, next) => (compareVerdict(next, worst) > 0 ? next : worst), 'clear');
  const { policyVersion, decisionDate } = input;
  return { verdict, policyVersion, decisionDate, teams, headcount, findings };
}

function stageOf(team: TeamFacts, { items, cleared, decisionDate }: GateInput): Stage {
  const before = seatsBefore(team, cleared, decisionDate);
  const own = items.filter(({ appointTo, removeFrom }) => [appointTo?.team, removeFrom?.team].includes(team.code));
  const answeredFor = own.filter(({ kind }) => !ITEM_KINDS[kind].exempt);
  return {
    team,
    before,
    after: applyItems(team.code, before, own, decisionDate),
    withoutExempt: applyItems(team.code, before, answeredFor, decisionDate),
    items: own,
  };
}

interface Assessments {
  before: Assessment;
  after: Assessment;
  withoutExempt: Assessment;
}

function itemFindings(input: GateInput, touched: string[], stages: readonly Stage[]): GateResult['findings'] {
  const removals = input.items.map(({ cadre, kind, removeFrom }) => ({ cadre, kind, removeFrom }));
  const before = new Map(stages.map((stage) => [stage.team.code, stage.before]));
  const remaining = new Map(
    stages.map(({ team, before }) => [team.code, applyItems(team.code, before, removals, input.decisionDate)]),
  );
  return checkItems(input, touched, before, remaining);
}

function judgeTeam(stage: Stage, task: StaffingTask, input: GateInput): GateTeamRow {
  const { team } = stage;
  const { policy, decisionDate } = input;
  const assess = (seats: readonly Seat[], by: StaffingTask = task): Assessment =>
    assessSeats(team, seats, by, decisionDate, policy);
  const before = assess(stage.before);
  const after = assess(stage.after);
  const unmetIndicators = input.tasks
    .filter((other) => taskApplies(other, team))
    .filter((other) => assess(stage.before, other).shortfall > 0).length;
  const unmetQuarters = input.unmetQuarters[`${team.code}/${task.code}`] ?? 0;
  const { level, severity } = judgeLevel({ ...before, unmetIndicators }, unmetQuarters, policy);
  const warning = input.warnings?.[`${team.code}/${task.code}`];
  const assessments = { before, after, withoutExempt: assess(stage.withoutExempt) };
  const { verdict, exempt } = decide(stage, assessments, { severity, warning, policy });
  const warned = warning && tightening(warning, verdict, decide(stage, assessments, { severity, policy }).verdict);
  const sides = { seatsBefore: stage.before, seatsAfter: stage.after, before, after, decisionDate };
  return {
    team: team.code,
    teamName: team.name,
    task: task.code,
    taskName: task.name,
    before: numbersOf(before),
    after: numbersOf(after),
    delta: after.shortfall - before.shortfall,
    level,
    severity,
    fillsVacancy: fillsVacancy(stage.items, team.code),
    verdict,
    exempt,
    ...(warned && { warning: warned }),
    sentence: gateSentence(sides, exempt) + warningSentence(warned),
  };
}

/**
 * The decision table, with its one exception: what exempt kinds alone have caused is flagged at most, for nobody may
 * be kept in post because the gate blocks a removal. So the table is asked a second time without the exempt items, and
 * only if it still blocks does the block stand.
 */
function decide(
  stage: Stage,
  { before, after, withoutExempt }: Assessments,
  { severity, warning, policy }: { severity: Severity; warning?: OpenWarning; policy: Policy },
): { verdict: Verdict; exempt: boolean } {
  const answeredFor = stage.items.filter(({ kind }) => !ITEM_KINDS[kind].exempt);
  const verdictOf = (outcome: GateOutcome): Verdict => tableVerdict(outcome, severity, warning, policy);
  const full = verdictOf(outcomeOf(before, after, fillsVacancy(stage.items, stage.team.code)));
  const own =
    answeredFor.length === 0
      ? 'clear'
      : verdictOf(outcomeOf(before, withoutExempt, fillsVacancy(answeredFor, stage.team.code)));
  const grows = after.shortfall > before.shortfall && withoutExempt.shortfall <= before.shortfall;
  const spared = full === 'block' && own !== 'block';
  return { verdict: spared ? 'flag' : full, exempt: spared || grows };
}

function tightening(warning: OpenWarning, verdict: Verdict, without: Verdict): WarnedRow {
  return { ...warning, tightened: compareVerdict(verdict, without) > 0 };
}

function outcomeOf(before: GateNumbers, after: GateNumbers, fills: boolean): GateOutcome {
  const delta = after.shortfall - before.shortfall;
  if (delta > 0) return 'worsened';
  if (delta < 0) return after.shortfall === 0 ? 'met' : 'improved';
  return fills ? 'unchangedFillingVacancy' : 'unchanged';
}

/** Only an appointment that takes up approved headcount fills a vacancy; a secondee fills none. */
function fillsVacancy(items: readonly GateItem[], team: string): boolean {
  return items.some((item) => item.appointTo?.team === team && takesHeadcount(item));
}

function numbersOf({ base, due, actual, shortfall }: Assessment): GateNumbers {
  return { base, due, actual, shortfall };
}
