import { type Day, monthOf, type Month, SEXES, type Sex } from '../../../machines/rules/index.js';
import { compactText, tidyText } from '../../directory/index.js';
import { decodeXml } from './decode-text.js';
import { type ElementName, ELEMENT_NAMES, ELEMENTS, POLITICAL_STATUS } from './elements.js';
import { readFamily } from './family.js';
import { dayOfField, monthOfField, partyJoinOf } from './field-values.js';
import type { ApprovalForm, Education, ReadForm } from './form.js';
import { type FormRemark, remark, UnreadableForm } from './form-fault.js';
import { FORM_LIMITS, megabytes } from './form-limits.js';
import { readIdNumber, type ReadIdNumber } from './id-field.js';
import { parseXml } from './parse-xml.js';
import { photoOfBase64 } from './photo.js';
import { readResume } from './resume.js';
import { childNamed, isElement, textOf, withText, type XmlDocument, type XmlElement } from './xml-tree.js';

export interface FormReading {
  /** Null when there are faults. */
  read: ReadForm | null;
  faults: FormRemark[];
  notices: FormRemark[];
}

/**
 * Reads a `.lrmx` file: every fault is listed, nothing is guessed, and what we do not know is kept in its place.
 *
 * @param today months after it cannot be
 * @source handbook §3.1
 */
export function readLrmx(bytes: Buffer, today: Day): FormReading {
  try {
    requireSize(bytes);
    const { document, repaired } = parseXml(decodeXml(bytes));
    const reading = readDocument(document, today);
    return repaired ? { ...reading, notices: [remark('ESCAPES_REPAIRED'), ...reading.notices] } : reading;
  } catch (error) {
    if (error instanceof UnreadableForm) {
      return { read: null, faults: [remark(error.code, '', '', error.params)], notices: [] };
    }
    throw error;
  }
}

export function requireSize(bytes: Buffer): void {
  const { fileBytes } = FORM_LIMITS;
  if (bytes.length === 0) throw new UnreadableForm('FORM_EMPTY');
  if (bytes.length > fileBytes) throw new UnreadableForm('FORM_TOO_LARGE', { max: megabytes(fileBytes) });
}

/** The same for a tree, whatever kind of file it was made from. */
export function readDocument(document: XmlDocument, today: Day): FormReading {
  if (document.root.name !== 'Person') throw new UnreadableForm('FORM_UNKNOWN');
  const reader = new FormReader(document.root, today);
  const form = reader.form();
  const photo = reader.photo();
  const { faults, notices } = reader;
  if (faults.length > 0) return { read: null, faults, notices };
  // The photo is kept apart: neither lists nor logs ever carry it.
  const withoutPhoto = photo === null ? document : { ...document, root: withText(document.root, 'ZhaoPian', '') };
  return { read: { form, document: withoutPhoto, photo }, faults, notices };
}

class FormReader {
  readonly faults: FormRemark[] = [];
  readonly notices: FormRemark[] = [];

  constructor(
    private readonly person: XmlElement,
    private readonly today: Day,
  ) {
    this.checkShape();
  }

  form(): ApprovalForm {
    const id = this.idNumber();
    const party = partyJoinOf(this.text('RuDangShiJian'));
    if (!party.understood) this.notices.push(remark('PARTY_UNKNOWN', 'RuDangShiJian', this.text('RuDangShiJian')));
    const resume = readResume(this.raw('JianLi'));
    for (const row of resume.unknown) this.notices.push(remark('RESUME_LINE_UNKNOWN', 'JianLi', '', { row }));
    const family = readFamily(childNamed(this.person, 'JiaTingChengYuan'));
    this.notices.push(...family.notices);
    const form: ApprovalForm = {
      ...this.plainTexts(),
      name: this.required('XingMing').replaceAll(' ', ''),
      sex: this.sex(),
      birthMonth: this.birthMonth(),
      cpcJoinMonth: party.cpcJoinMonth,
      democraticParty: party.democraticParty,
      partyText: this.text('RuDangShiJian'),
      politicalStatus: tidyText(textOf(childNamed(this.person, POLITICAL_STATUS))),
      workStartMonth: this.month('CanJiaGongZuoShiJian'),
      fullTime: this.education('QuanRiZhiJiaoYu'),
      inService: this.education('ZaiZhiJiaoYu'),
      resume: resume.lines,
      resumeText: this.raw('JianLi'),
      family: family.members,
      ageDay: this.day('JiSuanNianLingShiJian'),
      filledOn: this.day('TianBiaoShiJian'),
      idNumber: id?.number ?? null,
      idBirthMonth: id?.birthMonth ?? null,
    };
    if (id !== null) this.compareWithId(form, id);
    return form;
  }

  photo(): Buffer | null {
    const text = this.raw('ZhaoPian');
    if (text.trim() === '') return null;
    const reading = photoOfBase64(text);
    if ('photo' in reading) return reading.photo;
    this.faults.push(remark(reading.code, 'ZhaoPian', '', reading.params));
    return null;
  }

  private plainTexts() {
    return {
      ethnicity: this.text('MinZu'),
      nativePlace: this.text('JiGuan'),
      birthPlace: this.text('ChuShengDi'),
      health: this.text('JianKangZhuangKuang'),
      technicalPost: this.text('ZhuanYeJiShuZhiWu'),
      speciality: this.text('ShuXiZhuanYeYouHeZhuanChang'),
      currentPost: this.text('XianRenZhiWu'),
      proposedAppointment: this.text('NiRenZhiWu'),
      proposedRemoval: this.text('NiMianZhiWu'),
      rewards: this.raw('JiangChengQingKuang').trim(),
      assessments: this.raw('NianDuKaoHeJieGuo').trim(),
      reasons: this.raw('RenMianLiYou').trim(),
      reportingUnit: this.text('ChengBaoDanWei'),
      filledBy: this.text('TianBiaoRen'),
      version: this.text('Version'),
    };
  }

  /** Elements that readers could read in two ways, and those that we only keep. */
  private checkShape(): void {
    const seen = new Set<string>();
    for (const child of this.person.children.filter(isElement)) {
      const { name } = child;
      const isKnown = name in ELEMENTS || name === POLITICAL_STATUS;
      if (!isKnown) this.notices.push(remark('ELEMENT_UNKNOWN', name));
      else if (seen.has(name)) this.faults.push(remark('ELEMENT_TWICE', name));
      else if (name !== 'JiaTingChengYuan' && child.children.some(isElement)) {
        this.faults.push(remark('ELEMENT_NOT_TEXT', name));
      }
      seen.add(name);
    }
    const { textChars } = FORM_LIMITS;
    for (const name of ELEMENT_NAMES) {
      if (name !== 'ZhaoPian' && this.raw(name).length > textChars) {
        this.faults.push(remark('FORM_TEXT_TOO_LONG', name, '', { max: textChars }));
      }
    }
  }

  private raw(name: ElementName): string {
    return textOf(childNamed(this.person, name));
  }

  private text(name: ElementName): string {
    return tidyText(this.raw(name));
  }

  private required(name: ElementName): string {
    const text = this.text(name);
    if (text === '') this.faults.push(remark('REQUIRED_MISSING', name));
    return text;
  }

  private sex(): Sex {
    const text = compactText(this.raw('XingBie'));
    if (text !== SEXES.male && text !== SEXES.female) this.faults.push(remark('SEX_INVALID', 'XingBie', text));
    return text === SEXES.female ? 'female' : 'male';
  }

  private birthMonth(): Month {
    return this.required('ChuShengNianYue') === '' ? '' : (this.month('ChuShengNianYue') ?? '');
  }

  private month(name: ElementName): Month | null {
    const text = this.text(name);
    if (text === '') return null;
    const month = monthOfField(text);
    if (month === null) this.faults.push(remark('MONTH_INVALID', name, text));
    else if (month > monthOf(this.today)) this.faults.push(remark('MONTH_IN_FUTURE', name, text));
    return month;
  }

  private day(name: ElementName): Day | null {
    const text = this.text(name);
    if (text === '') return null;
    const day = dayOfField(text);
    // Some editors give a month alone; a day is not invented for it.
    if (day === null && monthOfField(text) === null) this.faults.push(remark('DAY_INVALID', name, text));
    return day;
  }

  private education(way: 'QuanRiZhiJiaoYu' | 'ZaiZhiJiaoYu'): Education {
    return {
      diploma: this.text(`${way}_XueLi`),
      degree: this.text(`${way}_XueWei`),
      diplomaSchool: this.text(`${way}_XueLi_BiYeYuanXiaoXi`),
      degreeSchool: this.text(`${way}_XueWei_BiYeYuanXiaoXi`),
    };
  }

  private idNumber(): ReadIdNumber | null {
    const reading = readIdNumber(this.raw('ShenFenZheng'), this.today);
    if (reading === null || 'number' in reading) return reading;
    this.faults.push(remark(reading.code, 'ShenFenZheng', reading.shown));
    return null;
  }

  private compareWithId(form: ApprovalForm, id: ReadIdNumber): void {
    if (id.sex !== form.sex) this.notices.push(remark('ID_SEX_DIFFERS', 'ShenFenZheng'));
    if (id.birthMonth !== form.birthMonth) {
      this.notices.push(remark('ID_BIRTH_DIFFERS', 'ShenFenZheng', '', { idBirth: id.birthMonth }));
    }
  }
}
