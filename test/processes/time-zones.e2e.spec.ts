import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, makeScratchFolder, type TestDatabase } from '../support/index.js';
import { freePort } from '../support/free-port.js';
import { ProductProcess, until, withoutOptions } from './kit.js';

const PASSWORD = 'Sample-pass-2026';
const START_MS = 600_000;
/** The first morning after the quarter's end in China; the evening before everywhere else. */
const FIRST_MORNING = '2026-10-01T06:30:00+08:00';
const ZONES = ['Asia/Shanghai', 'America/New_York'] as const;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
/** Numbered in the order of whoever came first, or counted in seconds since the start. */
const BY_CHANCE = new Set(['id', 'caseId', 'round', 'cursor', 'next', 'documentNo', 'hash', 'snapshotHash', 'warning']);

/** The product on a server, and with a database, of another time zone. */
class Place {
  private constructor(
    readonly product: ProductProcess,
    private readonly database: TestDatabase,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(zone: string): Promise<Place> {
    const database = await createTestDatabase({ poolSize: 2 });
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET timezone = '${zone}'`);
    await owner.end();
    const folder = await makeScratchFolder();
    const product = new ProductProcess('src/main.ts', await freePort(), {
      TZ: zone,
      DATABASE_URL: withoutOptions(database.ownerUrl),
      DATABASE_APP_URL: database.url,
      DATABASE_WORKER_URL: database.workerUrl,
      DATA_DIR: folder.path,
      SAMPLE_PASSWORD: PASSWORD,
      SAMPLE_TODAY: '2026-09-30',
    });
    await product.started();
    return new Place(product, database, async () => {
      await product.kill('SIGKILL');
      await database.drop();
      await folder.remove();
    });
  }

  async as(username: string): Promise<ProductProcess> {
    this.product.cookie = await this.product.signIn(username, PASSWORD);
    return this.product;
  }

  /** A round of the quarter from its opening by itself to its letters. */
  async takeStock(): Promise<void> {
    await (await this.as('sysadmin')).post('/api/v1/sample/clock', { now: FIRST_MORNING });
    const stateIs = async (state: string): Promise<boolean> =>
      (await this.rows(`SELECT FROM stocktake WHERE state_path = '${state}'`)).length === 1;
    await until('the round collects', () => stateIs('collecting'));
    const [round] = await this.rows<{ id: number }>('SELECT id FROM stocktake');
    const step = async (by: string, type: string, payload: object, state: string): Promise<void> => {
      const product = await this.as(by);
      const body = { type, payload, commandId: type };
      const { status } = await product.post(`/api/v1/stocktakes/${round!.id}/events`, body);
      if (status !== 200) throw new Error(`${type}: ${status}`);
      await until(`${type} is done`, async () => (await stateIs(state)) && (await this.isQuiet()));
    };
    await step('chief', 'FREEZE', { despiteSilent: true, opinion: '均已电话核对' }, 'frozen');
    await step('reviewer', 'REPORT', {}, 'reported');
    await step('deputy', 'ENDORSE', {}, 'endorsed');
    await step('deputy', 'ISSUE_LETTERS', {}, 'lettersIssued');
  }

  async rows<T>(text: string): Promise<T[]> {
    return (await this.database.db.queryDynamic<T>(text)).rows;
  }

  /** Rows as they are stored, but for what chance decides. */
  async stored(text: string): Promise<unknown[]> {
    return (await this.rows(text)).map(plain);
  }

  async answer(username: string, path: string): Promise<unknown> {
    const response = await (await this.as(username)).get(`/api/v1/${path}`);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return plain(await response.json());
  }

  close(): Promise<void> {
    return this.remove();
  }

  private async isQuiet(): Promise<boolean> {
    return (await this.rows('SELECT FROM outbox WHERE done_at IS NULL AND dead_at IS NULL LIMIT 1')).length === 0;
  }
}

/** Two runs never meet the same second: of an instant the day in China is kept. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) => {
    if (BY_CHANCE.has(key)) return undefined;
    return typeof each === 'string' && INSTANT.test(each) ? inChina.format(new Date(each)) : each;
  });
}

describe('a server and a database in another time zone', () => {
  let places: Place[];

  beforeAll(async () => {
    places = await Promise.all(ZONES.map((zone) => Place.open(zone)));
    await Promise.all(places.map((place) => place.takeStock()));
  }, START_MS);
  afterAll(() => Promise.all(places.map((place) => place.close())));

  const both = async (ask: (place: Place) => Promise<unknown>): Promise<[unknown, unknown]> => {
    const [here, there] = places;
    return [await ask(here!), await ask(there!)];
  };

  it('lives in China’s day: the quarter ended yesterday', async () => {
    for (const place of places) {
      expect(await place.answer('sysadmin', 'sample/clock')).toEqual({ now: '2026-10-01', today: '2026-10-01' });
      expect(await place.stored('SELECT quarter, context FROM stocktake')).toMatchObject([
        { quarter: '2026Q3', context: { referenceDay: '2026-09-30' } },
      ]);
      expect(await place.stored(`SELECT DISTINCT content->>'day' AS day FROM feedback_letter`)).toEqual([
        { day: '2026-10-01' },
      ]);
    }
  });

  it.each([
    ['frozen rows', 'SELECT body FROM ledger_snapshot_row ORDER BY ordinal'],
    ['letters', 'SELECT content FROM feedback_letter JOIN unit ON unit.id = unit_id ORDER BY unit.code'],
    [
      'deadlines and their reminders',
      `SELECT d.workflow, unit.code, d.name, d.start_day, d.due_day, d.provisional, r.kind, r.working_days,
         to_char(r.due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24') AS due_at
       FROM deadline d JOIN unit ON unit.id = d.unit_id LEFT JOIN deadline_reminder r ON r.deadline_id = d.id
       ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    ],
    ['warnings', 'SELECT team_code, task_code, since, level, context FROM warning ORDER BY team_code, task_code'],
    [
      'days of events',
      `SELECT workflow, type, (at AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) FROM case_event GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ],
    [
      'notices',
      'SELECT kind, workflow, state_path, deadline, count(*) FROM notice GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4',
    ],
  ])('stores the same: %s', async (_what, text) => {
    const [here, there] = await both((place) => place.stored(text));
    expect((here as unknown[]).length).toBeGreaterThan(0);
    expect(there).toEqual(here);
  });

  it.each([
    ['reviewer', 'staffing?asOf=2026-09-30&limit=50'],
    ['reviewer', 'calendar?year=2026'],
    ['reviewer', 'cadres?limit=20'],
    ['reviewer', 'warnings?limit=20'],
    ['chief', 'inbox?tab=todo&limit=20'],
    ['chief', 'notices?limit=20'],
    ['leader', 'notices?limit=20'],
  ])('answers the same to %s: %s', async (username, path) => {
    const [here, there] = await both((place) => place.answer(username, path));
    expect(there).toEqual(here);
  });
});
