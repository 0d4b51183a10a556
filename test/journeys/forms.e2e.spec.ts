import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { lrmx, PHOTO, SOUND } from '../../src/forms/approval-form/form.fixture.js';
import { FieldCipher } from '../../src/platform/crypto/index.js';
import { writeXlsx } from '../../src/platform/xlsx/index.js';
import { makeScratchFolder } from '../support/index.js';
import type { Built } from '../support/factories.js';
import { buildCadre } from '../support/factories.js';
import { docxText, renamedInZip, zipOf } from '../support/zip-parts.js';
import type { Body } from './stage/people.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { cleared, draft, readFiling, settle, step, toFiling } from './stage/walk.js';

const ID = SOUND.ShenFenZheng;
const WHY = '报送任前备案材料';

/** What the archive holds of somebody; everybody is made up. */
const DOSSIER = {
  particulars: { nativePlace: '某省乙市', birthPlace: null, health: '健康', technicalPost: null, speciality: null },
  educations: [
    {
      mode: 'full-time',
      diploma: '大学',
      degree: '管理学学士',
      school: '某大学管理学专业',
      from: '2010-09',
      until: '2014-07',
    },
  ],
  rewards: [{ name: '三等功', on: '2022-03', by: '某市' }],
  measures: [{ kind: 'reminder-talk', from: '2024-02-01', documentNo: null, note: null }],
  assessments: [2023, 2024, 2025].map((year) => ({ year, grade: year === 2024 ? 'excellent' : 'competent' })),
  relatives: [
    {
      relation: '妻子',
      name: '赵某',
      birth: '1990-01',
      politicalStatus: '群众',
      workplace: '某中学教师',
      unit: null,
      leads: null,
    },
  ],
};

interface Answer {
  code?: string;
  stored: number;
  forms: {
    file: string;
    outcome: string;
    matchedBy: string | null;
    cadre: { code: string } | null;
    candidates: { code: string }[];
    differences: { field: string; directory: string | null; form: string }[];
  }[];
  problems: { file: string; element: string; value: string; code: string }[];
  notices: { code: string }[];
}

describe('approval forms in and out (§3.1)', () => {
  let stage: Stage;
  let cadre: Built;

  beforeAll(async () => {
    stage = await setStage();
    cadre = await person('王伟', '1986-09');
    await giveIdNumber(cadre, ID);
  });
  afterAll(() => stage.close());

  const person = (name: string, birth: string): Promise<Built> =>
    buildCadre(stage.app.database.db, { name, birth, home: stage.unit });

  async function giveIdNumber({ id }: Built, idNumber: string): Promise<void> {
    const { cipher, hash } = stage.app.get(FieldCipher).protect(idNumber);
    await stage.app.database.db.queryDynamic(
      'UPDATE cadre SET id_number_cipher = $2, id_number_hash = $3 WHERE id = $1',
      [id, cipher, hash],
    );
  }

  async function send(
    files: Record<string, Buffer | string>,
    {
      dryRun = false,
      choices,
      by = stage.cast.reviewer,
    }: { dryRun?: boolean; choices?: Body[]; by?: Stage['cast']['clerk'] } = {},
  ): Promise<{ status: number; body: Answer }> {
    const list = Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }));
    const path = `forms/imports${dryRun ? '?dryRun=true' : ''}`;
    const { status, body } = await by.upload(path, list, choices ? { choices } : {});
    return { status, body: body as Answer };
  }

  const problemsOf = ({ body }: { body: Answer }): string[] => body.problems.map(({ file, code }) => `${file} ${code}`);
  const stored = async (): Promise<number> =>
    (await stage.app.database.db.queryDynamic<{ n: number }>('SELECT count(*) AS n FROM approval_form')).rows[0]!.n;
  const acts = async (
    event: string,
  ): Promise<{ object: string; action: string; result: string; purpose: string | null }[]> =>
    (
      await stage.app.database.db.queryDynamic<{
        object: string;
        action: string;
        result: string;
        purpose: string | null;
      }>('SELECT object_id AS object, action, result, purpose FROM audit_record WHERE event = $1 ORDER BY id', [event])
    ).rows;

  it('a dry run tells whose form it is and what differs, and stores nothing', async () => {
    const { status, body } = await send({ '王伟.lrmx': lrmx() }, { dryRun: true });
    expect(status).toBe(200);
    expect(body.forms).toMatchObject([
      { file: '王伟.lrmx', matchedBy: 'id-number', cadre: { code: cadre.code }, outcome: 'stored' },
    ]);
    expect(body.forms[0]!.differences).toContainEqual(
      expect.objectContaining({ field: 'ethnicity', directory: null, form: '汉族' }),
    );
    expect(await stored()).toBe(0);
    expect(JSON.stringify(body)).not.toContain(ID);
  });

  it('an import keeps the form, changes only what was chosen, is on record, and happens once', async () => {
    const choices = [{ file: '王伟.lrmx', update: ['ethnicity', 'partyJoin'] }];
    const file = { '王伟.lrmx': lrmx() };
    const twice = await Promise.all([send(file, { choices }), send(file, { choices })]);
    expect(twice.map(({ body }) => body.forms[0]!.outcome).toSorted()).toEqual(['repeated', 'stored']);
    expect((await send(file, { choices })).body.forms[0]!.outcome).toBe('repeated');
    expect(await stored()).toBe(1);
    const { body } = await stage.cast.reviewer.get(`cadres/${cadre.code}`);
    expect(body).toMatchObject({ ethnicity: '汉族', partyJoin: '2015-06', workStart: null, politicalStatus: null });
    const done = (await acts('personal-data-import')).filter(({ result }) => result === 'done');
    expect(done).toEqual([
      { object: cadre.code, action: 'import approval form ethnicity partyJoin', result: 'done', purpose: null },
    ]);
  });

  it('what is kept can be read by nobody who looks into the database', async () => {
    const { rows } = await stage.app.database.db.queryDynamic<{ text: string }>(
      `SELECT encode(content_cipher || photo_cipher, 'escape') AS text FROM approval_form`,
    );
    for (const word of [ID, '王伟', '李甲', PHOTO.toString('base64').slice(0, 40)])
      expect(rows[0]!.text).not.toContain(word);
  });

  it('goes out as the same file, for a purpose that is on record, to those alone who may see an ID number', async () => {
    const { reviewer, clerk, deputy } = stage.cast;
    const path = `cadres/${cadre.code}/approval-form`;
    const file = await reviewer.downloadBytes(`${path}?format=lrmx`, WHY);
    expect(file.status).toBe(200);
    expect((file.body as Buffer).toString()).toBe(lrmx());
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E7%8E%8B/u);
    expect(await acts('personal-data-export')).toEqual([
      { object: cadre.code, action: 'export approval form lrmx', result: 'done', purpose: WHY },
    ]);
    const photo = await reviewer.downloadBytes(`cadres/${cadre.code}/photo`);
    expect([photo.status, photo.headers['content-type'], photo.body]).toEqual([200, 'image/jpeg', PHOTO]);
    expect((await reviewer.get(`cadres/${cadre.code}/photo`)).status).toBe(403);
    expect((await reviewer.get(path)).status).toBe(403);
    expect((await reviewer.downloadBytes(path)).status).toBe(403);
    expect((await clerk.downloadBytes(path, WHY)).status).toBe(403);
    expect((await deputy.downloadBytes(path, WHY)).status).toBe(403);
  });

  it('goes out on paper with what is proposed, without the ID number', async () => {
    const scene = await stage.buildScene();
    const proposal = await draft(stage, [{ cadre: cadre.code, appointTo: scene.vacancies[0]!.code, kind: 'appoint' }]);
    const path = `cadres/${cadre.code}/approval-form?format=docx&proposal=${proposal}`;
    const { body } = await stage.cast.reviewer.downloadBytes(path, WHY);
    const text = await docxText(body as Buffer);
    for (const words of [
      '干 部 任 免 审 批 表',
      '王伟',
      '1986.09',
      '（40岁）',
      '2010.07--2018.03  某县财政局科员',
      '某厂职工（已去世）',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(`单位${stage.unit.code}职位${scene.vacancies[0]!.code}`);
    expect(text).not.toContain(ID);
    const other = await person('无关', '1980-01');
    const refused = await stage.cast.reviewer.downloadBytes(
      `cadres/${other.code}/approval-form?proposal=${proposal}`,
      WHY,
    );
    expect((JSON.parse((refused.body as Buffer).toString()) as { code: string }).code).toBe('CADRE_NOT_IN_PROPOSAL');
  });

  it('is made from the directory for somebody of whom none was imported', async () => {
    const { cadre: member } = (await stage.buildScene()).members[0]!;
    const file = await stage.cast.reviewer.downloadBytes(`cadres/${member.code}/approval-form`, WHY);
    const text = (file.body as Buffer).toString();
    expect(text).toContain(`<XingMing>干部${member.code}</XingMing>`);
    expect(text).toMatch(/<JianLi>2020\.01-- {7} {2}单位/u);
    const kept = await stage.cast.reviewer.put(`cadres/${member.code}/dossier`, DOSSIER);
    expect(kept.status).toBe(200);
    const filled = await stage.cast.reviewer.downloadBytes(`cadres/${member.code}/approval-form?format=docx`, WHY);
    const paper = await docxText(filled.body as Buffer);
    for (const words of ['某省乙市', '管理学学士', '2014.07  某大学管理学专业学习', '2022.03  三等功（某市）']) {
      expect(paper).toContain(words);
    }
    expect(paper).toContain('2023年称职、2024年优秀、2025年称职');
    expect(paper).toContain('某中学教师');
    expect(paper).not.toContain('提醒');
  });

  it('made from the directory for a proposal, it says who hands it in', async () => {
    const scene = await stage.buildScene();
    const { cadre: member } = scene.members[0]!;
    const items = [{ cadre: member.code, appointTo: scene.vacancies[0]!.code, kind: 'appoint' }];
    const path = `cadres/${member.code}/approval-form?proposal=${await draft(stage, items)}`;
    const { body } = await stage.cast.reviewer.downloadBytes(path, WHY);
    expect((body as Buffer).toString()).toMatch(/<ChengBaoDanWei>\S+<\/ChengBaoDanWei>/u);
  });

  it('an imported form leaves with what the dossier learnt since, and with nothing else changed', async () => {
    const { reviewer } = stage.cast;
    const out = async (): Promise<string> =>
      ((await reviewer.downloadBytes(`cadres/${cadre.code}/approval-form`, WHY)).body as Buffer).toString();
    expect(await out()).toBe(lrmx());
    await reviewer.put(`cadres/${cadre.code}/dossier`, { rewards: DOSSIER.rewards });
    expect(await out()).toBe(lrmx({ JiangChengQingKuang: '2022.03  三等功（某市）' }));
    await reviewer.put(`cadres/${cadre.code}/dossier`, { rewards: [] });
    expect(await out()).toBe(lrmx());
  });

  describe('two of one name (§7-51)', () => {
    let one: Built;
    let other: Built;
    beforeAll(async () => {
      one = await person('李娜', '1988-03');
      other = await person('李娜', '1990-05');
    });
    const form = lrmx({ XingMing: '李娜', XingBie: '女', ChuShengNianYue: '198803', ShenFenZheng: '' });

    it('are never taken for one another: the caller is asked, and nothing is stored', async () => {
      const answer = await send({ 'a.lrmx': form });
      expect([answer.status, answer.body.code]).toEqual([422, 'FORMS_HAVE_PROBLEMS']);
      expect(problemsOf(answer)).toEqual(['a.lrmx CHOICE_NEEDED']);
      expect(answer.body.forms[0]!.candidates.map(({ code }) => code).toSorted()).toEqual(
        [one.code, other.code].toSorted(),
      );
    });

    it('are told apart by choice, or by ID number', async () => {
      const chosen = await send({ 'a.lrmx': form }, { choices: [{ file: 'a.lrmx', cadre: one.code }] });
      expect(chosen.body.forms[0]).toMatchObject({ matchedBy: 'chosen', cadre: { code: one.code }, outcome: 'stored' });
      const numbered = '150402198609300024';
      await giveIdNumber(other, numbered);
      const answer = await send({
        'b.lrmx': lrmx({ XingMing: '李娜', XingBie: '女', ChuShengNianYue: '199005', ShenFenZheng: numbered }),
      });
      expect(answer.body.forms[0]).toMatchObject({ matchedBy: 'id-number', cadre: { code: other.code } });
      const wrong = await send(
        { 'c.lrmx': lrmx({ XingMing: '李娜' }) },
        { choices: [{ file: 'c.lrmx', cadre: other.code }] },
      );
      expect(problemsOf(wrong)).toEqual(['c.lrmx ID_OF_ANOTHER']);
    });

    it('somebody alone of a name is found by name and birth month, and asked about when the month differs', async () => {
      const only = await person('赵敏', '1985-02');
      const of = (birth: string): string =>
        lrmx({ XingMing: '赵敏', XingBie: '女', ChuShengNianYue: birth, ShenFenZheng: '' });
      expect((await send({ 'a.lrmx': of('198502') })).body.forms[0]).toMatchObject({
        matchedBy: 'name-and-birth',
        cadre: { code: only.code },
      });
      expect(problemsOf(await send({ 'a.lrmx': of('198503') }))).toEqual(['a.lrmx CHOICE_NEEDED']);
    });
  });

  it('a folder in a zip comes in whole or not at all, faults named by file', async () => {
    await person('孙甲', '1986-09');
    const sound = lrmx({ XingMing: '孙甲', ShenFenZheng: '' });
    const lrm = iconv.encode(
      Array.from({ length: 33 }, (_, index) => `"${['孙甲', '男', '1986.09'][index] ?? ''}"`).join(','),
      'gb18030',
    );
    const before = await stored();
    const mixed = await zipOf({
      '干部/甲.lrmx': sound,
      '干部/乙.lrmx': '<Person/>',
      '干部/说明.txt': 'x',
      '干部/Thumbs.db': 'x',
      '干部/丙.pic': PHOTO,
    });
    const answer = await send({ '干部.zip': mixed });
    expect(new Set(problemsOf(answer))).toEqual(new Set(['干部/乙.lrmx REQUIRED_MISSING', '干部/乙.lrmx SEX_INVALID']));
    expect(answer.body.notices.map(({ code }) => code).toSorted()).toEqual(['FILE_IGNORED', 'PICTURE_WITHOUT_FORM']);
    expect(answer.body.forms).toMatchObject([{ file: '干部/甲.lrmx', outcome: 'refused' }]);
    expect(await stored()).toBe(before);
    const both = await zipOf({ '干部/甲.lrmx': sound, '干部/甲2.lrm': lrm, '干部/甲2.PIC': PHOTO });
    expect(problemsOf(await send({ '干部.zip': both }))).toEqual(['干部/甲2.lrm CADRE_TWICE']);
    const choices = [{ file: '干部/甲.lrmx', cadre: null }];
    const folder = await send({ '干部.zip': both }, { choices });
    expect(folder.body.forms.map(({ outcome }) => outcome)).toEqual(['skipped', 'stored']);
    expect(folder.body.forms[1]).toMatchObject({ photo: true, matchedBy: 'name-and-birth' });
  });

  it('a folder sent file by file keeps its folders: one name in two of them is two forms', async () => {
    const people = await Promise.all([person('钱甲', '1987-01'), person('钱乙', '1987-02')]);
    const of = (name: string, birth: string): string =>
      lrmx({ XingMing: name, ChuShengNianYue: birth, ShenFenZheng: '' });
    const { body } = await send({
      '甲局/审批表.lrmx': of('钱甲', '198701'),
      '乙局/审批表.lrmx': iconv.encode(of('钱乙', '198702').replace('utf-8', 'GB2312'), 'gb18030'),
    });
    expect(body.forms.map(({ file, cadre: found, outcome }) => [file, found?.code, outcome])).toEqual([
      ['甲局/审批表.lrmx', people[0].code, 'stored'],
      ['乙局/审批表.lrmx', people[1].code, 'stored'],
    ]);
  });

  it('names in a zip are read as Chinese systems write them', async () => {
    const name = iconv.encode('王伟.lrmx', 'gb18030');
    // A name of the same length, and the mark of UTF-8 taken away.
    const zip = renamedInZip(await zipOf({ 'abcd.lrmx': lrmx({ RenMianLiYou: '换届' }) }), 'abcd.lrmx', name);
    const { body } = await send({ 'a.zip': zip }, { dryRun: true });
    expect(body.forms).toMatchObject([{ file: '王伟.lrmx' }]);
  });

  it.each([
    [
      'a zip that points outside itself',
      async () => renamedInZip(await zipOf({ 'aa/bb/cc.lrmx': 'x' }), 'aa/bb/cc.lrmx', Buffer.from('../../cc.lrmx')),
      'a.zip',
      'ZIP_UNSAFE_NAME',
    ],
    ['a large form in a zip', () => zipOf({ 'a.lrmx': Buffer.alloc(9_000_000) }), 'a.lrmx', 'FORM_TOO_LARGE'],
    ['no zip', () => Promise.resolve(Buffer.from('PK\u0003\u0004')), 'a.zip', 'ZIP_BROKEN'],
    ['a zip of nothing', () => zipOf({ 'readme.md': 'x' }), '', 'NO_FORMS'],
  ])('%s is refused', async (_what, made, file, code) => {
    expect(problemsOf(await send({ 'a.zip': await made() }))).toEqual([`${file} ${code}`]);
  });

  it('a photo of 50 MB, a DOCTYPE, a bomb of entities, wrong encodings and a file of another kind are refused', async () => {
    const before = await stored();
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Person>';
    const answer = await send({
      'large.lrmx': lrmx({ ZhaoPian: 'A'.repeat(49 * 1024 * 1024) }),
      'bomb.lrmx': lrmx({ RenMianLiYou: '' }).replace('<Person>', bomb),
      'utf16.lrmx': Buffer.from(lrmx(), 'utf16le'),
      'gbk.lrmx': iconv.encode(lrmx(), 'gb18030'),
      'binary.lrm': Buffer.from([0x22, 0xff, 0xff, 0x22]),
      'xxe.lrmx': lrmx().replace('<Person>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Person>'),
      'a.doc': 'x',
    });
    expect(problemsOf(answer).toSorted()).toEqual([
      'a.doc FILE_NOT_A_FORM',
      'binary.lrm FORM_ENCODING_BROKEN',
      'bomb.lrmx FORM_HAS_DOCTYPE',
      'gbk.lrmx FORM_ENCODING_BROKEN',
      'large.lrmx FORM_TOO_LARGE',
      'utf16.lrmx FORM_ENCODING_BROKEN',
      'xxe.lrmx FORM_HAS_DOCTYPE',
    ]);
    expect(await stored()).toBe(before);
    expect((await send({ 'huge.lrmx': Buffer.alloc(51 * 1024 * 1024) })).status).toBe(413);
  });

  it('people of other units do not exist, for forms neither', async () => {
    const { reviewer } = stage.cast;
    const { db } = stage.app.database;
    await db.queryDynamic('UPDATE cadre SET home_unit_id = $2 WHERE id = $1', [cadre.id, stage.county.id]);
    await db.queryDynamic('UPDATE role_grant SET unit_id = $2 WHERE user_id = $1', [reviewer.id, stage.unit.id]);
    try {
      expect(problemsOf(await send({ 'a.lrmx': lrmx() }))).toEqual(['a.lrmx CADRE_UNKNOWN']);
      const chosen = await send({ 'a.lrmx': lrmx() }, { choices: [{ file: 'a.lrmx', cadre: cadre.code }] });
      expect(problemsOf(chosen)).toEqual(['a.lrmx CHOICE_UNKNOWN']);
      expect((await reviewer.downloadBytes(`cadres/${cadre.code}/approval-form`, WHY)).status).toBe(404);
    } finally {
      await db.queryDynamic('UPDATE role_grant SET unit_id = NULL WHERE user_id = $1', [reviewer.id]);
      await db.queryDynamic('UPDATE cadre SET home_unit_id = $2 WHERE id = $1', [cadre.id, stage.unit.id]);
    }
  });

  it('clerks import nothing, and choices that cannot be read are refused', async () => {
    expect((await send({ 'a.lrmx': lrmx() }, { by: stage.cast.clerk })).status).toBe(403);
    const { reviewer } = stage.cast;
    expect((await reviewer.upload('forms/imports', [], {})).status).toBe(400);
    const files = [{ name: 'a.lrmx', content: Buffer.from(lrmx()) }];
    const { body } = await reviewer.upload('forms/imports', files, { choices: [{ file: 1 }] });
    expect((body as { code: string }).code).toBe('CHOICES_INVALID');
  });

  it('a roster is compared person by person, and changes only the fields that were named (§3.3)', async () => {
    const folder = await makeScratchFolder();
    const path = join(folder.path, 'roster.xlsx');
    const people = [
      ['王 伟', '1986.09', '蒙古族', '2010.07', '某省丙市', '2018.03', '副局长'],
      ['李娜', '1988.03', '汉族', '2011.07', '', '', ''],
      ['无此人', '1980.01', '汉族', '', '', '', ''],
    ];
    const columns = ['姓名', '出生年月', '民族', '参加工作时间', '籍贯', '副科时间', '职务'].map((header) => ({
      header,
      width: 10,
    }));
    await writeXlsx(path, [{ name: '名册', columns, rows: people }]);
    const files = [{ name: 'roster.xlsx', content: await readFile(path) }];
    await folder.remove();
    const { reviewer } = stage.cast;
    interface Roster {
      changed: number;
      rows: { name: string; cadre: { code: string } | null; differences: { field: string }[] }[];
      problems: { row: number; code: string }[];
      notices: { row: number; column: string; code: string; message: string }[];
    }
    const trial = await reviewer.upload('forms/roster-imports?dryRun=true', files);
    const found = trial.body as Roster;
    expect(trial.status).toBe(422);
    expect(found.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'CHOICE_NEEDED'],
      [4, 'CADRE_UNKNOWN'],
    ]);
    expect(found.rows[0]).toMatchObject({ name: '王伟', cadre: { code: cadre.code } });
    expect(found.rows[0]!.differences.map(({ field }) => field)).toEqual(['ethnicity', 'workStart', 'nativePlace']);
    // A post is said to differ, and never changed by a list.
    expect(found.notices).toMatchObject([{ row: 2, column: '副科时间', code: 'TENURE_DIFFERS' }]);
    expect(found.notices[0]!.message).toContain('任职记录为“没有”');
    const options = { update: ['workStart', 'nativePlace'], choices: [3, 4].map((row) => ({ row, cadre: null })) };
    const import1 = await reviewer.upload('forms/roster-imports', files, { options });
    expect([import1.status, (import1.body as Roster).changed]).toEqual([200, 1]);
    expect(((await reviewer.upload('forms/roster-imports', files, { options })).body as Roster).changed).toBe(0);
    expect((await reviewer.get(`cadres/${cadre.code}`)).body).toMatchObject({
      ethnicity: '汉族',
      workStart: '2010-07',
    });
    expect((await reviewer.get(`cadres/${cadre.code}/dossier`)).body).toMatchObject({
      particulars: { nativePlace: '某省丙市' },
    });
    expect((await acts('personal-data-import')).map(({ action }) => action)).toContain(
      'import roster workStart nativePlace',
    );
    expect((await stage.cast.clerk.upload('forms/roster-imports', files)).status).toBe(403);
  });

  it('what a form says of family, schools and assessments goes into the dossier where it was ticked, and nothing is typed again', async () => {
    const { reviewer } = stage.cast;
    const somebody = await person('周某', '1986-09');
    const texts = { XingMing: '周某', ShenFenZheng: '', NianDuKaoHeJieGuo: '2024年优秀、2025年称职' };
    const file = { '周某.lrmx': lrmx(texts) };
    const trial = await send(file, { dryRun: true });
    const fields = trial.body.forms[0]!.differences.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['particulars', 'relatives', 'educations', 'assessments']));
    const update = ['relatives', 'assessments'];
    const choices = [{ file: '周某.lrmx', update }];
    expect((await send(file, { choices })).body.forms).toMatchObject([{ outcome: 'stored', updated: update }]);
    const { body: dossier } = await reviewer.get(`cadres/${somebody.code}/dossier`);
    expect(dossier).toMatchObject({
      relatives: [
        { relation: '妻子', name: '李甲', workplace: '某县第一小学教师' },
        { relation: '父亲', name: '王乙' },
      ],
      particulars: null,
      educations: [],
    });
    expect((dossier as { assessments: object[] }).assessments).toContainEqual({ year: 2024, grade: 'excellent' });
    // What came from the form is no news: it leaves as it came, and once more it changes nothing.
    const again = await send(file, { choices });
    expect(again.body.forms).toMatchObject([{ outcome: 'repeated' }]);
    expect(again.body.forms[0]!.differences.map(({ field }) => field)).not.toContain('relatives');
    const out = await reviewer.downloadBytes(`cadres/${somebody.code}/approval-form`, WHY);
    expect((out.body as Buffer).toString()).toBe(lrmx(texts));
    const empty = await send(
      { '空.lrmx': lrmx({ ...texts, NianDuKaoHeJieGuo: '' }) },
      { choices: [{ file: '空.lrmx', update: ['assessments'] }] },
    );
    expect(problemsOf(empty)).toEqual(['空.lrmx PART_NOT_SAID']);
  });

  it('a folder comes as it is: what is no form in it is named and left out, what systems leave there is not even named', async () => {
    const somebody = await person('吴某', '1986-09');
    const form = lrmx({ XingMing: '吴某', ShenFenZheng: '' });
    const { status, body } = await send({
      '某旗/吴某.lrmx': form,
      '某旗/说明.docx': 'x',
      '某旗/Thumbs.db': 'x',
      '某旗/.DS_Store': 'x',
    });
    expect([status, body.stored, body.notices.map(({ code }) => code)]).toEqual([200, 1, ['FILE_IGNORED']]);
    expect(body.forms).toMatchObject([{ file: '某旗/吴某.lrmx', cadre: { code: somebody.code } }]);
    expect(problemsOf(await send({ '说明.docx': 'x' }))).toContain('说明.docx FILE_NOT_A_FORM');
  });

  // Last: on its way a proposal moves the clock.
  describe('forms of a case (§3.2)', () => {
    const offers = async (path: string, by = stage.cast.clerk): Promise<string[]> => {
      const { body } = await by.get(`${path}/forms`);
      return (body as { name: string; available: boolean }[])
        .filter(({ available }) => available)
        .map(({ name }) => name);
    };
    const read = async (path: string): Promise<string> =>
      docxText((await stage.cast.clerk.downloadBytes(path)).body as Buffer);

    it('are there as soon as the case has come so far, to whoever may read it, and each taking is on record', async () => {
      const { cast, app } = stage;
      const { vacancies, members } = await stage.buildScene();
      const newcomer = await stage.cadre(YOUNG);
      const items = [
        { cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote', mode: 'probation', note: '试用期一年' },
        { cadre: members[0]!.cadre.code, removeFrom: members[0]!.post.code, kind: 'retire' },
      ];
      const first = await draft(stage, items);
      expect(await offers(`proposals/${first}`)).toEqual(['proposal-list']);
      const early = await cast.clerk.downloadBytes(`proposals/${first}/forms/public-notice`);
      expect([early.status, (JSON.parse((early.body as Buffer).toString()) as { code: string }).code]).toEqual([
        409,
        'FORM_NOT_AVAILABLE',
      ]);
      expect((await cast.clerk.downloadBytes(`proposals/${first}/forms/letter`)).status).toBe(404);
      expect((await cast.admin.get(`proposals/${first}/forms`)).status).toBe(403);
      await step(cast.clerk, 'proposals', first, 'WITHDRAW', { opinion: '另行提出。' });

      const id = await cleared(stage, items);
      const path = `proposals/${id}`;
      expect(await offers(path)).toEqual(['proposal-list', 'headcount-pre-review', 'young-cadre-pre-review']);
      const preReview = await read(`${path}/forms/young-cadre-pre-review`);
      expect(preReview).toContain('乡科级青年干部选配专项预审表');
      expect(preReview).toContain('动议关研判');
      const filing = await toFiling(stage, id, items.length);
      expect(await offers(path)).toEqual([
        'proposal-list',
        'headcount-pre-review',
        'young-cadre-pre-review',
        'voting-sheet',
        'voting-result',
        'public-notice',
      ]);
      expect(await read(`${path}/forms/voting-result`)).toContain('应到会成员9人，实到会成员9人');
      const notice = await read(`${path}/forms/public-notice`);
      expect(notice).toContain(`干部${newcomer.code}`);
      expect(notice).not.toContain(`干部${members[0]!.cadre.code}`);
      expect(notice).toContain('1995年1月生');

      await cast.clerk.attach('filings', filing, '会议纪要.txt', '纪要');
      expect(await offers(`filings/${filing}`)).toEqual([
        'filing-report',
        'filing-attachments',
        'headcount-pre-review',
        'young-cadre-pre-review',
      ]);
      const report = await read(`filings/${filing}/forms/filing-report`);
      for (const words of ['（1）会议纪要.txt', '得票率', '应到会成员9人，实到9人', '公示期间没有收到反映。']) {
        expect(report).toContain(words);
      }
      const attached = await read(`filings/${filing}/forms/filing-attachments`);
      for (const words of ['附件2', '民主推荐情况', '甲某、乙某', '讨论决定情况', '任前公示情况']) {
        expect(attached).toContain(words);
      }
      const decided = items.map(({ note: _note, ...item }) => item);
      await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', { decidedDay: START, items: decided });
      await readFiling(stage, filing);
      await step(cast.chief, 'filings', filing, 'ACCEPT');
      await settle(stage);
      const documentNo = '某组干〔2026〕1号';
      expect(await read(`${path}/forms/appointment-document`)).toContain('（未编号）');
      await step(cast.leader, 'proposals', id, 'APPOINT', { documentNo, documentDay: app.clock.today() });
      expect(await read(`${path}/forms/appointment-document`)).toContain(documentNo);
      const form = `cadres/${newcomer.code}/approval-form?format=lrmx&proposal=${id}`;
      const taken = ((await cast.reviewer.downloadBytes(form, WHY)).body as Buffer).toString();
      expect(taken).toContain(`职位${vacancies[0]!.code}</NiRenZhiWu>`);
      expect(taken).toMatch(/<XianRenZhiWu(\/>|><\/XianRenZhiWu>)/u);
      // Printed after the appointment, a form still says who sat where before it, and the day of submission.
      const list = await read(`${path}/forms/proposal-list`);
      expect(list.split(`职位${vacancies[0]!.code}`).length - 1).toBe(1);
      expect(await read(`${path}/forms/young-cadre-pre-review`)).toBe(preReview);

      const exports = (await acts('personal-data-export')).filter(
        ({ object }) => object.startsWith(`${id}/`) || object.startsWith(`${filing}/`),
      );
      expect(exports.map(({ action }) => action)).toEqual([
        'export form young-cadre-pre-review',
        'export form voting-result',
        'export form public-notice',
        'export form filing-report',
        'export form filing-attachments',
        'export form appointment-document',
        'export form appointment-document',
        'export form proposal-list',
        'export form young-cadre-pre-review',
      ]);
    });
  });
});
