import { randomUUID } from 'node:crypto';
import type { Cluster } from './cluster.js';
import { PASSWORD } from './cluster.js';
import type { Random } from './random.js';
import type { Vacancy } from './city.js';

export interface Answer {
  status: number;
  body: { id: number; version: number; code?: string; now?: string };
}

/** What somebody was told had happened: it must have. */
export interface Acknowledged {
  caseId: number;
  version: number;
  commandId: string;
}

const PATIENCE_MS = 10_000;
const PEOPLE = ['clerk', 'leader', 'reviewer', 'sysadmin'] as const;
type Username = (typeof PEOPLE)[number];

/** People who use the product through whichever server answers, and press the button again until one does. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused = new Map<string, number>();
  /** Attempts that nobody answered, or with a failure. */
  unanswered = 0;
  private readonly cookies = new Map<Username, string>();
  private isOver = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly random: Random,
  ) {}

  async signIn(): Promise<void> {
    for (const username of PEOPLE) {
      const response = await this.insist('/api/v1/session', { username, password: PASSWORD }, '');
      this.cookies.set(username, response.cookie ?? '');
    }
  }

  /** Plays until {@link end}: proposals for this vacancy are drafted, submitted, taken back, returned, reviewed, withdrawn. */
  async play(vacancy: Vacancy): Promise<void> {
    while (!this.isOver) await this.playOne(vacancy);
  }

  end(): void {
    this.isOver = true;
  }

  /** Sets everybody's clock ahead. @returns the moment at which it stands then */
  async moveClock(body: object): Promise<Date> {
    const { body: answer } = await this.insist('/api/v1/sample/clock', body, this.cookies.get('sysadmin')!);
    return new Date(answer.now ?? NaN);
  }

  private async playOne({ unit, post, cadres }: Vacancy): Promise<void> {
    const items = [{ cadre: this.random.pick(cadres), appointTo: post, kind: 'promote' }];
    const draft = { unit, title: '关于配备副职的动议', reason: '职位空缺。', items, commandId: randomUUID() };
    const created = await this.insist('/api/v1/proposals', draft, this.cookies.get('clerk')!);
    const { id } = created.body;
    this.note(id, draft.commandId, created);
    const moves: [Username, string, object?][] = [['clerk', 'SUBMIT']];
    const turn = this.random.next();
    if (turn < 0.25) moves.push(['clerk', 'RECALL'], ['clerk', 'SUBMIT']);
    else if (turn < 0.5)
      moves.push(['reviewer', 'RETURN', { to: 'draft', opinion: '请补充材料。' }], ['clerk', 'SUBMIT']);
    if (this.random.next() < 0.6) moves.push(['reviewer', 'ACCEPT_FOR_REVIEW'], ['reviewer', 'HEADCOUNT_REVIEW']);
    if (this.random.next() < 0.9) moves.push(['leader', 'WITHDRAW', { opinion: '情况有变。' }]);
    for (const [who, type, payload] of moves) {
      if (this.isOver) return;
      await this.send(id, who, type, payload);
    }
  }

  private async send(id: number, who: Username, type: string, payload: object = {}): Promise<void> {
    const commandId = randomUUID();
    const path = `/api/v1/proposals/${id}/events`;
    this.note(id, commandId, await this.insist(path, { type, payload, commandId }, this.cookies.get(who)!));
  }

  private note(caseId: number, commandId: string, { status, body }: Answer): void {
    if (status < 300) this.acknowledged.push({ caseId, version: body.version, commandId });
    else this.refused.set(body.code ?? '', (this.refused.get(body.code ?? '') ?? 0) + 1);
  }

  /** The same request again and again, to any server, until one says yes or no. */
  private async insist(path: string, body: object, cookie: string): Promise<Answer & { cookie?: string | undefined }> {
    for (;;) {
      const answer = await this.ask(path, body, cookie).catch(() => undefined);
      const isFinal = answer !== undefined && answer.status < 500 && answer.body.code !== 'TRY_AGAIN';
      if (isFinal) return answer;
      this.unanswered += 1;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  private async ask(path: string, body: object, cookie: string): Promise<Answer & { cookie?: string | undefined }> {
    const response = await fetch(`${this.random.pick(this.cluster.servers).url}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const given = response.headers.get('set-cookie')?.split(';')[0];
    return { status: response.status, body: JSON.parse(text || '{}') as Answer['body'], cookie: given };
  }
}
