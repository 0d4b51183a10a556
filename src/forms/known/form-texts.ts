import { ANNUAL_GRADES, MEASURE_KINDS, type MeasureKind, SEXES } from '../../../machines/rules/index.js';
import { type Dossier, fullPostName, type NamedPerson, postsHeld } from '../../directory/index.js';
import { dotted, type FamilyTexts, fieldOfMonth, type FormTexts, partyJoinOf } from '../approval-form/index.js';

/** Printed of the annual assessments. @source handbook §3.1 (three years, as forms of the field have them; ours) */
const YEARS = 3;
/** Talks and inquiries are no sanctions: they stay out of 奖惩情况. @source handbook §1.9 (the split is ours) */
const NOT_PRINTED: ReadonlySet<MeasureKind> = new Set(['reminder-talk', 'letter-of-inquiry']);

/** What the product knows of a person, by the part of a form that says it. */
export interface KnownParts {
  party: FormTexts;
  workStart: FormTexts;
  particulars: FormTexts;
  education: FormTexts;
  honours: FormTexts;
  assessments: FormTexts;
  posts: FormTexts;
  relatives: FamilyTexts[];
}

const month = (value: string | null): string => (value === null ? '' : fieldOfMonth(value));

/** Texts of a form as directory and dossier have them; empty where nothing is known. @source handbook §3.1 */
export function knownParts(person: NamedPerson, dossier: Dossier | null, today: string): KnownParts {
  return {
    party: { RuDangShiJian: partyOf(person) },
    workStart: { CanJiaGongZuoShiJian: month(person.workStart) },
    particulars: {
      JiGuan: dossier?.particulars?.nativePlace ?? '',
      ChuShengDi: dossier?.particulars?.birthPlace ?? '',
      JianKangZhuangKuang: dossier?.particulars?.health ?? '',
      ZhuanYeJiShuZhiWu: dossier?.particulars?.technicalPost ?? '',
      ShuXiZhuanYeYouHeZhuanChang: dossier?.particulars?.speciality ?? '',
    },
    education: educationOf(person, dossier),
    honours: { JiangChengQingKuang: honoursOf(dossier) },
    assessments: { NianDuKaoHeJieGuo: assessmentsOf(dossier) },
    posts: {
      XianRenZhiWu: postsHeld(person, today).map(fullPostName).join('、'),
      JianLi: resumeOf(person, dossier),
    },
    relatives: (dossier?.relatives ?? []).map(({ relation, name, birth, politicalStatus, workplace }) => ({
      ChengWei: relation,
      XingMing: name ?? '',
      ChuShengRiQi: month(birth),
      ZhengZhiMianMao: politicalStatus ?? '',
      GongZuoDanWeiJiZhiWu: workplace ?? '',
    })),
  };
}

/** What no later fact changes: who it is. */
export const identityOf = (person: NamedPerson): FormTexts => ({
  XingMing: person.name,
  XingBie: SEXES[person.sex],
  ChuShengNianYue: fieldOfMonth(person.birth),
  MinZu: person.ethnicity ?? '',
});

/** A month for the Party, a name for a democratic party. @source handbook §3.1 */
function partyOf({ partyJoin, politicalStatus }: NamedPerson): string {
  const { democraticParty } = partyJoinOf(politicalStatus ?? '');
  return [month(partyJoin), democraticParty ?? ''].filter((part) => part !== '').join('；');
}

function educationOf(person: NamedPerson, dossier: Dossier | null): FormTexts {
  const fullTime = dossier?.educations.findLast(({ mode }) => mode === 'full-time');
  const inService = dossier?.educations.findLast(({ mode }) => mode === 'in-service');
  return {
    QuanRiZhiJiaoYu_XueLi: fullTime?.diploma ?? person.fullTimeEducation ?? '',
    QuanRiZhiJiaoYu_XueWei: fullTime?.degree ?? '',
    QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: fullTime?.school ?? '',
    ZaiZhiJiaoYu_XueLi: inService?.diploma ?? person.inServiceEducation ?? '',
    ZaiZhiJiaoYu_XueWei: inService?.degree ?? '',
    ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: inService?.school ?? '',
  };
}

/** Rewards and sanctions in time. */
function honoursOf(dossier: Dossier | null): string {
  if (dossier === null) return '';
  const rewards = dossier.rewards.map(({ name, on, by }) => ({ on, text: by === null ? name : `${name}（${by}）` }));
  const sanctions = dossier.measures
    .filter(({ kind }) => !NOT_PRINTED.has(kind))
    .map(({ kind, from, documentNo }) => ({
      on: from.slice(0, 7),
      text: `受${MEASURE_KINDS[kind]}${documentNo === null ? '' : `（${documentNo}）`}`,
    }));
  return [...rewards, ...sanctions]
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ on, text }) => `${dotted(on)}  ${text}`)
    .join('\n');
}

const assessmentsOf = (dossier: Dossier | null): string =>
  (dossier?.assessments ?? [])
    .toSorted((a, b) => b.year - a.year)
    .slice(0, YEARS)
    .toReversed()
    .map(({ year, grade }) => `${year}年${ANNUAL_GRADES[grade]}`)
    .join('、');

/** Schools and leading posts: the directory knows no other. @source handbook §3.1 (`2010.07--2012.03  单位职务`) */
function resumeOf({ terms }: NamedPerson, dossier: Dossier | null): string {
  const schools = (dossier?.educations ?? []).flatMap(({ mode, school, from, until }) =>
    mode === 'full-time' && school !== null && from !== null && until !== null
      ? [{ from, line: `${dotted(from)}--${dotted(until)}  ${school}学习` }]
      : [],
  );
  const posts = terms.map((term) => ({ from: term.from.slice(0, 7), line: lineOfTerm(term) }));
  return [...schools, ...posts]
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ line }) => line)
    .join('\n');
}

/** Seven blanks stand for an end that has not come. @source handbook §3.1 */
export function lineOfTerm(term: NamedPerson['terms'][number]): string {
  const end = term.to === null ? ' '.repeat(7) : dotted(term.to.slice(0, 7));
  return `${dotted(term.from.slice(0, 7))}--${end}  ${fullPostName(term)}`;
}
