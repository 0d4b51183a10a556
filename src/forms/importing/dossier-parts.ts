import { ANNUAL_GRADES, type AnnualGrade } from '../../../machines/rules/index.js';
import { type Dossier, dossierBody, type DossierBody } from '../../directory/index.js';
import { type ApprovalForm, dotted, ELEMENTS } from '../approval-form/index.js';

/** Sections of a dossier that an approval form says, too. Measures are the archive's own and never taken from a form. */
type Parts = Required<Pick<DossierBody, 'particulars' | 'relatives' | 'educations' | 'assessments'>>;
export type PartName = keyof Parts;

interface PartRule<Part> {
  label: string;
  /** What the section becomes; null where the form says nothing of it. */
  of: (form: ApprovalForm, now: Part) => Part | null;
  words: (part: Part) => string;
}

const given = (text: string): string | null => (text === '' ? null : text);
const listed = (parts: readonly (string | null)[], separator = '，'): string =>
  parts.filter((part) => part !== null && part !== '').join(separator);

const PARTS: { readonly [Name in PartName]: PartRule<Parts[Name]> } = {
  particulars: { label: '籍贯、健康、专长等', of: particularsOf, words: particularsWords },
  relatives: { label: ELEMENTS.JiaTingChengYuan, of: relativesOf, words: relativesWords },
  educations: { label: '学历学位、院校专业', of: educationsOf, words: educationsWords },
  assessments: { label: ELEMENTS.NianDuKaoHeJieGuo, of: assessmentsOf, words: assessmentsWords },
};
export const PART_NAMES = Object.keys(PARTS) as [PartName, ...PartName[]];
export const isPart = (name: string): name is PartName => name in PARTS;
export const partLabel = (name: PartName): string => PARTS[name].label;

export interface PartDifference<Name extends PartName = PartName> {
  field: Name;
  label: string;
  directory: string | null;
  form: string;
}

/** Where the form says something else than the dossier, in words of both. */
export function partDifferences(form: ApprovalForm, dossier: Dossier): PartDifference[] {
  return PART_NAMES.flatMap((name) => differenceOf(name, form, dossier));
}

function differenceOf<Name extends PartName>(name: Name, form: ApprovalForm, dossier: Dossier): PartDifference<Name>[] {
  const { label, words } = PARTS[name];
  const now = dossier[name] as Parts[Name];
  const next = partOf(name, form, dossier);
  if (next === null || words(next) === words(now)) return [];
  return [{ field: name, label, directory: given(words(now)), form: words(next) }];
}

/**
 * What a section of a dossier becomes by a form. What the form leaves empty stays; a relative keeps the unit that somebody
 * has matched; a school keeps its months.
 *
 * @returns null when the form does not say it, or says more than a dossier can hold
 */
export function partOf<Name extends PartName>(name: Name, form: ApprovalForm, dossier: Dossier): Parts[Name] | null {
  const part = PARTS[name].of(form, dossier[name]);
  return part !== null && dossierBody.safeParse({ [name]: part }).success ? part : null;
}

/** Those of the named sections that change. */
export function changesBy(names: readonly PartName[], form: ApprovalForm, dossier: Dossier): DossierBody {
  const changed = names.filter((name) => differenceOf(name, form, dossier).length > 0);
  return Object.fromEntries(changed.map((name) => [name, partOf(name, form, dossier)]));
}

function particularsOf(form: ApprovalForm, now: Parts['particulars']): Parts['particulars'] | null {
  const said = {
    nativePlace: given(form.nativePlace),
    birthPlace: given(form.birthPlace),
    health: given(form.health),
    technicalPost: given(form.technicalPost),
    speciality: given(form.speciality),
  };
  const known = Object.entries(said).filter(([, text]) => text !== null);
  if (known.length === 0) return null;
  const before = now ?? { nativePlace: null, birthPlace: null, health: null, technicalPost: null, speciality: null };
  return { ...before, ...Object.fromEntries(known) };
}

function particularsWords(part: Parts['particulars']): string {
  if (part === null) return '';
  const word = (name: string, text: string | null): string | null => text && `${name}${text}`;
  return listed(
    [
      word('籍贯', part.nativePlace),
      word('出生地', part.birthPlace),
      word('健康状况', part.health),
      word('专业技术职务', part.technicalPost),
      word('专长', part.speciality),
    ],
    '；',
  );
}

function relativesOf(form: ApprovalForm, now: Parts['relatives']): Parts['relatives'] | null {
  if (form.family.length === 0) return null;
  return form.family.map(({ relation, name, birthMonth, politicalStatus, post }) => {
    const same = now.find((one) => one.relation === relation && one.name === given(name) && one.workplace === post);
    return {
      relation,
      name: given(name),
      birth: birthMonth,
      politicalStatus: given(politicalStatus),
      workplace: given(post),
      unit: same?.unit ?? null,
      leads: same?.leads ?? null,
    };
  });
}

function relativesWords(relatives: Parts['relatives']): string {
  return relatives
    .map(({ relation, name, birth, politicalStatus, workplace }) => {
      const more = listed([birth && dotted(birth), politicalStatus, workplace]);
      return `${relation}${name ?? ''}${more === '' ? '' : `（${more}）`}`;
    })
    .join('；');
}

function educationsOf(form: ApprovalForm, now: Parts['educations']): Parts['educations'] | null {
  const said = [
    { mode: 'full-time' as const, ...form.fullTime },
    { mode: 'in-service' as const, ...form.inService },
  ].filter(({ diploma }) => diploma !== '');
  if (said.length === 0) return null;
  const kept = now.filter((one) => !said.some(({ mode, diploma }) => mode === one.mode && diploma === one.diploma));
  return [
    ...kept,
    ...said.map(({ mode, diploma, degree, diplomaSchool, degreeSchool }) => {
      const same = now.findLast((one) => one.mode === mode && one.diploma === diploma);
      return {
        mode,
        diploma,
        degree: given(degree) ?? same?.degree ?? null,
        school: given(diplomaSchool || degreeSchool) ?? same?.school ?? null,
        from: same?.from ?? null,
        until: same?.until ?? null,
      };
    }),
  ];
}

function educationsWords(educations: Parts['educations']): string {
  return educations
    .map(({ mode, diploma, degree, school }) => {
      const more = listed([degree, school]);
      return `${mode === 'full-time' ? '全日制' : '在职'}${diploma}${more === '' ? '' : `（${more}）`}`;
    })
    .toSorted()
    .join('；');
}

const GRADES = new Map(Object.entries(ANNUAL_GRADES).map(([grade, word]) => [word as string, grade as AnnualGrade]));
/** 2023年称职, 2024年度考核优秀, 2025年被评为优秀: a year with its grade; what is said otherwise is left to people. */
const YEAR_AND_GRADE =
  /(\d{4})\s*年度?(?:考核)?(?:结果)?(?:被?评为|确定为|为|：|:)?\s*(基本称职|不称职|不定等次|优秀|称职)/gu;

function assessmentsOf({ assessments }: ApprovalForm, now: Parts['assessments']): Parts['assessments'] | null {
  const said = [...assessments.matchAll(YEAR_AND_GRADE)].flatMap(([, year, word]) => {
    const grade = GRADES.get(word ?? '');
    return grade === undefined ? [] : [{ year: Number(year), grade }];
  });
  if (said.length === 0) return null;
  const byYear = new Map([...now, ...said].map(({ year, grade }) => [year, grade]));
  return [...byYear].map(([year, grade]) => ({ year, grade }));
}

function assessmentsWords(assessments: Parts['assessments']): string {
  return assessments
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, grade }) => `${year}年${ANNUAL_GRADES[grade]}`)
    .join('、');
}
