import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, hire, type Person, type Plural } from '../journeys/stage/people.js';
import { OLD, setStage, type Stage, START } from '../journeys/stage/stage.js';
import { refusalOf, replayDifferences, stateOf, step, toFiling } from '../journeys/stage/walk.js';

const REFUSED = '409 NO_SELF_APPROVAL';
const OPINION = { opinion: '同意。' };

/** Who tries to judge a case: each is, in one way or another, whoever wrote or submitted it. */
interface Impostors {
  /** Writes and submits. */
  author: Person;
  judges: Record<string, Person>;
}

describe('nobody judges what is his own', () => {
  let stage: Stage;
  /** The author with every department role besides, and a colleague who stands in for the author. */
  let openly: Impostors;
  /** Written by somebody standing in for an absent clerk; both hold every department role besides. */
  let inPlaceOf: Impostors;

  beforeAll(async () => {
    stage = await setStage();
    const author = await hire(stage.app, 'author', 'clerk', stage.unit);
    const colleague = await hire(stage.app, 'colleague', 'leader', stage.unit);
    const further = await hire(stage.app, 'further', 'leader', stage.unit);
    await lend(author, colleague);
    await lend(colleague, further);
    const absent = await hire(stage.app, 'absent-clerk', 'clerk', stage.unit);
    const standIn = await hire(stage.app, 'stand-in', 'reviewer', null);
    await lend(absent, standIn);
    for (const person of [author, absent, standIn]) await empower(person);
    openly = {
      author,
      judges: { 'with a second role': author, 'through a colleague': colleague, 'two colleagues on': further },
    };
    inPlaceOf = { author: standIn, judges: { 'who stood in': standIn, 'stood in for': absent } };
  });
  afterAll(() => stage.close());

  const sql = (text: string, values: unknown[]): Promise<unknown> => stage.app.database.db.queryDynamic(text, values);
  const lend = (from: Person, to: Person): Promise<unknown> =>
    sql(
      `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason) VALUES ($1, $2, $3, '2026-12-31', '学习')`,
      [from.id, to.id, START],
    );
  const empower = (person: Person): Promise<unknown> =>
    sql(
      `INSERT INTO role_grant (user_id, role) SELECT $1, role FROM unnest('{reviewer,chief,deputy,head}'::text[]) role
       WHERE NOT EXISTS (SELECT FROM role_grant held WHERE held.user_id = $1 AND held.role = role.role)`,
      [person.id],
    );

  /** Each way of being the author is refused each event, and the case stays where it is. */
  async function refuseAll(
    { judges }: Impostors,
    plural: Plural,
    id: number,
    events: Readonly<Record<string, Body>>,
  ): Promise<void> {
    const before = await stateOf(stage.cast.head, plural, id);
    for (const [way, judge] of Object.entries(judges)) {
      for (const [type, payload] of Object.entries(events)) {
        const refused = refusalOf(await judge.send(plural, id, type, payload));
        expect({ way, type, refused }).toEqual({ way, type, refused: REFUSED });
      }
    }
    expect(await stateOf(stage.cast.head, plural, id)).toBe(before);
  }

  async function submitted({ author }: Impostors, cadre: string, appointTo: string): Promise<number> {
    const items = [{ cadre, appointTo, kind: 'appoint' }];
    const { body, status } = await author.post('proposals', {
      unit: stage.unit.code,
      title: '动议',
      reason: '空缺',
      items,
    });
    expect(status).toBe(201);
    const { id } = body as { id: number };
    await step(author, 'proposals', id, 'SUBMIT');
    return id;
  }

  async function blockedBy(impostors: Impostors): Promise<number> {
    const { vacancies } = await stage.buildScene({ approvedDeputies: 3, members: [OLD], vacancies: 1 });
    const cadre = await stage.cadre(OLD);
    return submitted(impostors, cadre.code, vacancies[0]!.code);
  }

  const BOTH = [
    ['openly', () => openly],
    ['in the place of an absent colleague', () => inPlaceOf],
  ] as const;

  it.each(BOTH)('at the first gate, written %s', async (_, who) => {
    const impostors = who();
    const { reviewer, leader } = stage.cast;
    const id = await blockedBy(impostors);
    await refuseAll(impostors, 'proposals', id, { ACCEPT_FOR_REVIEW: {}, RETURN: { to: 'draft', ...OPINION } });
    await step(reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    await refuseAll(impostors, 'proposals', id, {
      HEADCOUNT_REVIEW: {},
      YOUNG_CADRE_REVIEW: {},
      ELIGIBILITY_REVIEW: { result: 'unknown' },
      PRIOR_REPORT_REVIEW: { result: 'unknown' },
    });
    await step(reviewer, 'proposals', id, 'HEADCOUNT_REVIEW');
    await step(reviewer, 'proposals', id, 'YOUNG_CADRE_REVIEW');
    await step(reviewer, 'proposals', id, 'ELIGIBILITY_REVIEW', { result: 'unknown' });
    await step(reviewer, 'proposals', id, 'PRIOR_REPORT_REVIEW', { result: 'unknown' });
    expect(await stateOf(reviewer, 'proposals', id)).toBe('gateDecision.blocked');
    await refuseAll(impostors, 'proposals', id, { ISSUE_SUGGESTION: {} });
    await step(reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
    const { body } = await leader.attach('proposals', id, '说明.txt', '党组会议纪要');
    const reason = '因工作特殊需要，班子急需熟悉业务的干部，恳请予以特批。';
    const attachments = [(body as { id: number }).id];
    await step(leader, 'proposals', id, 'REQUEST_OVERRIDE', { reason, attachments });
    await refuseAll(impostors, 'proposals', id, { APPROVE_OVERRIDE: {}, REFUSE_OVERRIDE: OPINION });
  });

  it.each(BOTH)('where a flag is explained, written %s', async (_, who) => {
    const impostors = who();
    const { cast } = stage;
    const scene = await stage.buildScene({ approvedDeputies: 3, members: [OLD], vacancies: 1 });
    await stage.askOf(scene.team, 2);
    const young = await stage.cadre('1995-01');
    const id = await submitted(impostors, young.code, scene.vacancies[0]!.code);
    for (const type of ['ACCEPT_FOR_REVIEW', 'HEADCOUNT_REVIEW', 'YOUNG_CADRE_REVIEW'])
      await step(cast.reviewer, 'proposals', id, type);
    for (const type of ['ELIGIBILITY_REVIEW', 'PRIOR_REPORT_REVIEW'])
      await step(cast.reviewer, 'proposals', id, type, { result: 'unknown' });
    expect(await stateOf(cast.reviewer, 'proposals', id)).toBe('gateDecision.flagged');
    const explanation = '差额尚未补齐，拟于年内再配备一名年轻干部，现予说明。';
    const commitment = { count: 1, byDay: '2026-12-31' };
    await step(cast.leader, 'proposals', id, 'JUSTIFY', { explanation, commitment });
    await refuseAll(impostors, 'proposals', id, { ACCEPT_JUSTIFICATION: {}, REFUSE_JUSTIFICATION: OPINION });
  });

  it.each(BOTH)('as a signer, in a case written %s: not asked, and not in the place of one who was', async (_, who) => {
    const impostors = who();
    const { reviewer, leader } = stage.cast;
    const id = await blockedBy(impostors);
    for (const kind of ['countersign', 'added']) {
      const asked = await reviewer.send('proposals', id, 'ADD_SIGNER', { userIds: [impostors.author.id], kind });
      expect(refusalOf(asked)).toBe('409 SIGNER_IS_AUTHOR');
    }
    await step(reviewer, 'proposals', id, 'ADD_SIGNER', { userIds: [leader.id], kind: 'countersign' });
    await lend(leader, impostors.author);
    await refuseAll({ ...impostors, judges: { 'in the place of a signer': impostors.author } }, 'proposals', id, {
      SIGN: { agree: true },
    });
    await sql('UPDATE delegation SET revoked_at = now() WHERE from_user_id = $1', [leader.id]);
    await step(leader, 'proposals', id, 'SIGN', { agree: true });
    await refuseAll(impostors, 'proposals', id, { ACCEPT_FOR_REVIEW: {} });
  });

  it.each(BOTH)('at the second gate, filed %s', async (_, who) => {
    const impostors = who();
    const { author } = impostors;
    const scene = await stage.buildScene();
    const young = await stage.cadre('1995-01');
    const items = [{ cadre: young.code, appointTo: scene.vacancies[0]!.code, kind: 'appoint' }];
    const proposal = await submitted(impostors, young.code, scene.vacancies[0]!.code);
    for (const type of ['ACCEPT_FOR_REVIEW', 'HEADCOUNT_REVIEW', 'YOUNG_CADRE_REVIEW'])
      await step(stage.cast.reviewer, 'proposals', proposal, type);
    for (const type of ['ELIGIBILITY_REVIEW', 'PRIOR_REPORT_REVIEW'])
      await step(stage.cast.reviewer, 'proposals', proposal, type, { result: 'unknown' });
    const filing = await toFiling(stage, proposal);
    const { body } = await stage.cast.leader.get(`filings/${filing}`);
    const { decidedOn: decidedDay } = (body as { context: { decidedOn: string } }).context;
    await step(author, 'filings', filing, 'SUBMIT_FILING', { decidedDay, items });
    await refuseAll(impostors, 'filings', filing, {
      ACCEPT_MATERIALS: {},
      REQUEST_SUPPLEMENT: { missing: ['纪要'], ...OPINION },
    });
    await step(stage.cast.reviewer, 'filings', filing, 'ACCEPT_MATERIALS');
    await refuseAll(impostors, 'filings', filing, { RECORD_REVIEW: { section: 'youngCadre', result: 'agree' } });
    await step(stage.cast.reviewer, 'filings', filing, 'RECORD_REVIEW', { section: 'youngCadre', result: 'agree' });
    await step(stage.cast.reviewer2, 'filings', filing, 'RECORD_REVIEW', { section: 'supervision', result: 'agree' });
    await refuseAll(impostors, 'filings', filing, {
      ACCEPT: {},
      ACCEPT_WITH_REMARKS: OPINION,
      ORDER_CORRECTION: OPINION,
      REJECT: OPINION,
    });
    expect(await stateOf(stage.cast.chief, 'filings', filing)).toBe('underReview');
  });

  it('and what was refused has left no trace in any history', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
