import { describe, expect, it } from '@jest/globals';
import { productFiles, type SourceFile } from './support/source-file.js';

const PURE = ['machines/kernel', 'machines/rules'];

// Who may import whom, besides itself: the table of docs/architecture.md. Packages are judged further down.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'machines/rules': [],
  'machines/kernel': ['machines/rules'],
  'machines/proposal': PURE,
  'machines/filing': PURE,
  'machines/stocktake': PURE,
  'machines/warning': PURE,
  'machines/circular': PURE,
  'machines/meeting': PURE,
  'machines/integrity-opinion': PURE,
  'machines/prior-report': PURE,
  machines: [
    ...PURE,
    'machines/proposal',
    'machines/filing',
    'machines/stocktake',
    'machines/warning',
    'machines/circular',
    'machines/meeting',
    'machines/integrity-opinion',
    'machines/prior-report',
  ],
  'src/platform': [],
  'src/engine': ['src/platform', 'machines', ...PURE],
  'src/directory': ['src/platform', 'machines/rules'],
  'src/identity': ['src/platform', 'machines/kernel'],
  'src/audit': ['src/platform'],
  'src/gate': ['src/platform', 'src/engine', 'src/directory', 'src/identity', 'machines/rules'],
  'src/forms': ['src/platform', 'src/engine', 'src/directory', 'src/documents', 'machines/rules'],
  'src/documents': ['src/platform', 'machines/rules'],
  'src/notifications': ['src/platform', 'src/engine', 'src/directory', 'src/identity', ...PURE],
  'src/workflows/proposal': [...belowWorkflows(), 'machines/proposal'],
  'src/workflows/filing': [...belowWorkflows(), 'machines/filing'],
  'src/workflows/stocktake': [...belowWorkflows(), 'machines/stocktake'],
  'src/workflows/warning': [...belowWorkflows(), 'machines/warning'],
  'src/workflows/circular': [...belowWorkflows(), 'machines/circular'],
  'src/workflows/meeting': [...belowWorkflows(), 'machines/meeting'],
  'src/workflows/integrity-opinion': [...belowWorkflows(), 'machines/integrity-opinion'],
  'src/workflows/prior-report': [...belowWorkflows(), 'machines/prior-report'],
  'src/reports': [
    'src/platform',
    'src/engine',
    'src/directory',
    'src/documents',
    'src/workflows/stocktake',
    'src/workflows/circular',
    'machines/rules',
    'machines/stocktake',
  ],
  'src/web': ['src/platform'],
  'src/openapi': [...belowWorkflows(), 'machines'],
  migrations: [],
};

const MACHINES = productFiles('machines');
const SRC = productFiles('src');
const MIGRATIONS = productFiles('migrations');
const ALL = [...MACHINES, ...SRC, ...MIGRATIONS];

function belowWorkflows(): string[] {
  return [
    'src/platform',
    'src/engine',
    'src/directory',
    'src/identity',
    'src/documents',
    'src/forms',
    'src/gate',
    ...PURE,
  ];
}

/** The room of a path; files that stand directly in `src` are the composition above all rooms. */
function roomOf(path: string): string {
  const parts = path.split('/').slice(0, -1);
  const depth = parts[0] === 'migrations' ? 1 : parts[1] === 'workflows' ? 3 : 2;
  return parts.slice(0, depth).join('/');
}

const isInProject = (target: string): boolean => /^(machines|src|migrations|test|bench)\//.test(target);

/** One door a room; the mechanics of the platform have one each besides. */
const isDoor = (target: string): boolean =>
  target === `${roomOf(target)}/index.ts` || /^src\/platform\/[\w-]+\/index\.ts$/.test(target);

function offences(files: SourceFile[], isWrong: (file: SourceFile, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((target) => isWrong(file, target)).map((target) => `${file.path} → ${target}`),
  );
}

describe('rooms', () => {
  it('are all in the table', () => {
    const rooms = new Set(ALL.map((file) => roomOf(file.path)).filter((room) => room !== 'src'));
    expect([...rooms].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  it('import only from the rooms below them that the table names', () => {
    const wrong = offences(ALL, ({ path }, target) => {
      const [from, to] = [roomOf(path), roomOf(target)];
      return isInProject(target) && from !== 'src' && from !== to && !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('are entered by their door', () => {
    const wrong = offences(
      ALL,
      ({ path }, target) => isInProject(target) && roomOf(path) !== roomOf(target) && !isDoor(target),
    );
    expect(wrong).toEqual([]);
  });

  it('form no circle, the composition included', () => {
    const edges = new Map<string, Set<string>>();
    for (const { path, imports } of ALL) {
      const from = roomOf(path);
      const targets = imports
        .filter(isInProject)
        .map(roomOf)
        .filter((to) => to !== from);
      edges.set(from, new Set([...(edges.get(from) ?? []), ...targets]));
    }
    expect(circles(edges)).toEqual([]);
  });

  it('never use what belongs to tests', () => {
    expect(
      offences(ALL, (_, target) => /^(test|bench)\/|\.spec\.ts$|spec-support|^@jest|^jest|^fast-check/.test(target)),
    ).toEqual([]);
  });
});

describe('machines', () => {
  it('use xstate in the kernel and the workflows, nothing at all in the rules, and never the platform of the process', () => {
    const wrong = offences(
      MACHINES,
      ({ path }, target) => !isInProject(target) && !(target === 'xstate' && roomOf(path) !== 'machines/rules'),
    );
    expect(wrong).toEqual([]);
  });

  it('call xstate’s transition in one place', () => {
    const callers = MACHINES.filter(({ text }) => /import \{[^}]*\btransition\b[^}]*\} from 'xstate'/.test(text));
    expect(callers.map((file) => file.path)).toEqual(['machines/kernel/apply-event.ts']);
  });

  it('read neither time nor chance', () => {
    expect(MACHINES.filter((file) => file.readings.length > 0).map((file) => file.path)).toEqual([]);
  });

  it('wait for nothing', () => {
    expect(MACHINES.filter(({ text }) => /\basync\b|\bawait\b|\bPromise</.test(text)).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('hold no SQL', () => {
    const sql = /\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b/s;
    expect(MACHINES.filter(({ text }) => sql.test(text)).map((file) => file.path)).toEqual([]);
  });
});

describe('source files', () => {
  it('leave reading the time to the clock', () => {
    const readers = SRC.filter((file) =>
      file.readings.some((reading) => reading === 'Date.now' || reading === 'new Date'),
    );
    expect(readers.map((file) => file.path).filter((path) => !path.startsWith('src/platform/clock/'))).toEqual([]);
  });

  it('are at most 250 lines long', () => {
    expect(
      [...MACHINES, ...SRC].filter((file) => file.lines > 250).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  it('were found at all', () => {
    expect(SRC.map((file) => file.path)).toContain('src/main.ts');
    expect(SRC.find((file) => file.path === 'src/main.ts')?.imports).toContain('src/platform/index.ts');
    expect(SRC.find((file) => file.path === 'src/platform/clock/clock.ts')?.readings).toEqual(['new Date']);
  });
});

function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (room: string, path: string[]): void => {
    if (path.includes(room)) found.push([...path.slice(path.indexOf(room)), room].join(' → '));
    else if (!done.has(room)) {
      for (const next of edges.get(room) ?? []) walk(next, [...path, room]);
      done.add(room);
    }
  };
  for (const room of edges.keys()) walk(room, []);
  return found;
}
