import type { Day } from '../../../machines/rules/index.js';
import { decodeChinese } from './decode-text.js';
import { type ElementName, OWN_VERSION } from './elements.js';
import { type FormRemark, remark, UnreadableForm } from './form-fault.js';
import { buildDocument, type FamilyTexts, type FormTexts } from './build-document.js';
import { checkPhoto } from './photo.js';
import { type FormReading, readDocument, requireSize } from './read-form.js';

/** By position in a `.lrm` 2.0 file. @source handbook §3.1 (12 to 15 are not used by the reader they were learnt from) */
const FIELDS: Readonly<Partial<Record<ElementName, number>>> = {
  XingMing: 0,
  XingBie: 1,
  ChuShengNianYue: 2,
  MinZu: 3,
  JiGuan: 4,
  RuDangShiJian: 5,
  JianKangZhuangKuang: 6,
  ChuShengDi: 7,
  CanJiaGongZuoShiJian: 8,
  ZhuanYeJiShuZhiWu: 11,
  ShuXiZhuanYeYouHeZhuanChang: 16,
  JianLi: 17,
  JiangChengQingKuang: 18,
  NianDuKaoHeJieGuo: 19,
  XianRenZhiWu: 25,
  NiRenZhiWu: 26,
  NiMianZhiWu: 27,
  RenMianLiYou: 28,
  ChengBaoDanWei: 29,
  JiSuanNianLingShiJian: 30,
  TianBiaoRen: 31,
  TianBiaoShiJian: 32,
};
const EDUCATION = 9;
const SCHOOLS = 10;
const FAMILY = { ChengWei: 20, XingMing: 21, ChuShengRiQi: 22, ZhengZhiMianMao: 23, GongZuoDanWeiJiZhiWu: 24 } as const;
const FEWEST_FIELDS = 29;
const MOST_FIELDS = 80;
const MOST_RELATIVES = 30;

/**
 * Reads a `.lrm` 2.0 file with the photo that lies beside it. It becomes a form like any other, and goes out as `.lrmx`.
 *
 * @param picture content of the `.pic` of the same name; null when there is none
 */
export function readLrm(bytes: Buffer, picture: Buffer | null, today: Day): FormReading {
  try {
    requireSize(bytes);
    const fields = fieldsOf(decodeChinese(bytes));
    const reading = readDocument(buildDocument(textsOf(fields), familyOf(fields), OWN_VERSION), today);
    return picture === null ? reading : withPicture(reading, picture);
  } catch (error) {
    if (error instanceof UnreadableForm) {
      return { read: null, faults: [remark(error.code, '', '', error.params)], notices: [] };
    }
    throw error;
  }
}

/** `"…","…"`: quotes within a field are not escaped by anybody, so only a quote beside a comma ends one. */
function fieldsOf(text: string): string[] {
  const body = text.trim().replace(/,\s*$/u, '');
  if (!body.startsWith('"') || !body.endsWith('"') || body.length < 2) throw new UnreadableForm('FORM_UNKNOWN');
  const fields = body.slice(1, -1).split(/"\s*,\s*"/u);
  if (fields.length < FEWEST_FIELDS || fields.length > MOST_FIELDS) {
    throw new UnreadableForm('FORM_FIELDS_MISSING', { fields: fields.length });
  }
  return fields.map((field) => field.replaceAll('\r\n', '\n'));
}

function textsOf(fields: readonly string[]): FormTexts {
  const texts: FormTexts = {};
  for (const [name, index] of Object.entries(FIELDS)) texts[name as ElementName] = fields[index] ?? '';
  const [fullTime = '', inService = ''] = (fields[EDUCATION] ?? '').split('@');
  const [fullTimeSchool = '', inServiceSchool = ''] = (fields[SCHOOLS] ?? '').split('@');
  return {
    ...texts,
    QuanRiZhiJiaoYu_XueLi: part(fullTime, 0),
    QuanRiZhiJiaoYu_XueWei: part(fullTime, 1),
    QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: part(fullTimeSchool, 0),
    QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: part(fullTimeSchool, 1),
    ZaiZhiJiaoYu_XueLi: part(inService, 0),
    ZaiZhiJiaoYu_XueWei: part(inService, 1),
    ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: part(inServiceSchool, 0),
    ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: part(inServiceSchool, 1),
  };
}

const part = (text: string, index: number): string => text.split('#')[index]?.trim() ?? '';

function familyOf(fields: readonly string[]): FamilyTexts[] {
  const column = (index: number): string[] => (fields[index] ?? '').split('@').map((value) => value.trim());
  const columns = Object.entries(FAMILY).map(([name, index]) => [name, column(index)] as const);
  const rows = Math.min(MOST_RELATIVES, Math.max(...columns.map(([, values]) => values.length)));
  return Array.from(
    { length: rows },
    (_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? ''])) as FamilyTexts,
  ).filter((relative) => Object.values(relative).some((value) => value !== ''));
}

function withPicture(reading: FormReading, picture: Buffer): FormReading {
  const checked = checkPhoto(picture);
  if ('photo' in checked) {
    return reading.read === null ? reading : { ...reading, read: { ...reading.read, photo: checked.photo } };
  }
  const fault: FormRemark = remark(checked.code, 'ZhaoPian', '', checked.params);
  return { read: null, faults: [...reading.faults, fault], notices: reading.notices };
}
