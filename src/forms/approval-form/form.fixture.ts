import * as fc from 'fast-check';
import { ELEMENT_NAMES, type ElementName } from './elements.js';

/** A drawn head and shoulders, 75 × 92: nobody. */
export const PHOTO = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYV',
    'pQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCABc',
    'AEsDASIAAhEBAxEB/8QAGwABAAMBAQEBAAAAAAAAAAAAAAMFBgQCAQf/xAAwEAABBAECAwYDCQAAAAAAAAABAAIDEQQFEiExQQYTIlFxoVJhwS',
    'MyM0JygZGx8P/EABcBAQEBAQAAAAAAAAAAAAAAAAABAgP/xAAWEQEBAQAAAAAAAAAAAAAAAAAAARH/2gAMAwEAAhEDEQA/AN7aWo7S10YSWlqO',
    '0tBJaWo7S0ElpajtLQSWlqO0tBHaWvFpaI92qrU9ciwnGKJvezDmL4N9VPqeUcTAllb98Cm+pWKJLiS4kk8ST1VkLVo/tBqLnW2RjB5NYK912Y',
    'faV4eG5kbS0/nZwI/bqs8iuJr9CjlZLG2SNwcxwsEdV6tZrszluEkmI420jez5HqtFamK92lrxaWoI7S1HaWqK/tE0v02xya8E+4+qyy2s8bZ4',
    'XxScWvFFZHMxZcSYxyD9LujgrEQIi+gEkAAknkAqix0BpdqjHDkxrifSq+q1dqp0bBOJCZJRUsnMfCPJWVqKktLUdpaio9yblHaWqiTcock47o',
    'qyu72H4yFV5+r7SYsUgkcC/n/CpnvfI4ukcXOPUm0FtJDo2/8AHe35NJI/oruwW6bG4HFdGXnqXW73WZRVG13JuWYw9TnxyGvJkj8ieI9Cr+DI',
    'jyIhJE62n2UV0bk3KO0tBHardXzDGzuIzTnjxHyC79yzWTL32RJJ8R4enRVESIiAiIgLr0/LOLOCT9m7g4fVciINbuvklrh0ybvMJoPNnhP+9F',
    '12ggnftgkcOYaT7LOLQScYng8i0rPoCIiAiIgIiILTR3eCVvQEFWVqs0nhHIfMhWFqj//Z',
  ].join(''),
  'base64',
);

/** A form in full; everybody in it is made up. */
export const SOUND: Readonly<Record<ElementName, string>> = {
  XingMing: '王 伟',
  XingBie: '男',
  ChuShengNianYue: '198609',
  MinZu: '汉族',
  JiGuan: '某省甲市',
  ChuShengDi: '某省甲市',
  RuDangShiJian: '201506；民盟',
  CanJiaGongZuoShiJian: '2010.07',
  JianKangZhuangKuang: '健康',
  ZhuanYeJiShuZhiWu: '',
  ShuXiZhuanYeYouHeZhuanChang: '财政管理',
  QuanRiZhiJiaoYu_XueLi: '大学',
  QuanRiZhiJiaoYu_XueWei: '经济学学士',
  QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '某大学经济系财政学专业',
  QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: '',
  ZaiZhiJiaoYu_XueLi: '研究生',
  ZaiZhiJiaoYu_XueWei: '',
  ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '某党校经济管理专业',
  ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: '',
  XianRenZhiWu: '某县财政局副局长',
  NiRenZhiWu: '',
  NiMianZhiWu: '',
  JianLi:
    '2006.09--2010.07  某大学经济系财政学专业学习\n2010.07--2018.03  某县财政局科员\n' +
    '                  （其间：2013.03--2014.03  在某镇挂职）\n2018.03--         某县财政局副局长',
  JiangChengQingKuang: '2020年度嘉奖',
  NianDuKaoHeJieGuo: '2023年称职、2024年优秀、2025年称职',
  RenMianLiYou: '工作需要',
  JiaTingChengYuan: '',
  ChengBaoDanWei: '中共某县委组织部',
  JiSuanNianLingShiJian: '20260930',
  TianBiaoShiJian: '20260921',
  TianBiaoRen: '经办人',
  ShenFenZheng: '150402198609300016',
  ZhaoPian: PHOTO.toString('base64'),
  Version: '3.2.1.16',
};

const FAMILY = `
    <Item><ChengWei>妻子</ChengWei><XingMing>李甲</XingMing><ChuShengRiQi>198711</ChuShengRiQi><ZhengZhiMianMao>群众</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>某县第一小学教师</GongZuoDanWeiJiZhiWu></Item>
    <Item><ChengWei>父亲</ChengWei><XingMing>王乙</XingMing><ChuShengRiQi>195603</ChuShengRiQi><ZhengZhiMianMao>中共党员</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>某厂职工（已去世）</GongZuoDanWeiJiZhiWu></Item>
    <Item><ChengWei></ChengWei><XingMing></XingMing><ChuShengRiQi></ChuShengRiQi><ZhengZhiMianMao></ZhengZhiMianMao><GongZuoDanWeiJiZhiWu></GongZuoDanWeiJiZhiWu></Item>
  `;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** How a producer of the field writes. */
export interface Style {
  /** Empty elements as `<a/>`. */
  closesItself?: boolean;
  lineEnd?: '\n' | '\r\n';
  indent?: string;
  /** Elements that we do not know, with their text, after the named one. */
  unknown?: { name: string; text: string; after: ElementName }[];
  encoding?: string;
}

/** A `.lrmx` text as the producers of the field write it. */
export function lrmx(texts: Partial<Record<ElementName, string>> = {}, style: Style = {}): string {
  const { closesItself = false, lineEnd = '\r\n', indent = '  ', unknown = [], encoding = 'utf-8' } = style;
  const written = (name: string, content: string): string =>
    content === '' && closesItself ? `<${name}/>` : `<${name}>${content}</${name}>`;
  const lines = ELEMENT_NAMES.flatMap((name) => [
    written(name, name === 'JiaTingChengYuan' ? FAMILY : escaped({ ...SOUND, ...texts }[name])),
    ...unknown.filter(({ after }) => after === name).map((extra) => written(extra.name, escaped(extra.text))),
  ]);
  const head = `<?xml version="1.0" encoding="${encoding}"?>\n<Person>\n`;
  const body = lines.map((line) => `${indent}${line}\n`).join('');
  return `${head}${body}</Person>\n`.replaceAll('\n', lineEnd);
}

const words = fc.stringMatching(/^[一-龥A-Za-z0-9，。；（）&<>"' -]{0,30}$/u);
const month = fc
  .tuple(fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => ({ year: String(year), number: String(number).padStart(2, '0') }));
const monthText = fc
  .tuple(month, fc.constantFrom('', '.'), fc.constantFrom('', '01', '28'))
  .map(([{ year, number }, dot, day]) => `${year}${dot}${number}${day === '' ? '' : dot + day}`);

const FREE: readonly ElementName[] = [
  'MinZu',
  'JiGuan',
  'ShuXiZhuanYeYouHeZhuanChang',
  'XianRenZhiWu',
  'JianLi',
  'JiangChengQingKuang',
  'NianDuKaoHeJieGuo',
  'RenMianLiYou',
  'ChengBaoDanWei',
];

/** Forms as they come: both versions, months in every way of writing, free texts, elements of newer dialects. */
export const anyForm = fc
  .record({
    texts: fc.record(Object.fromEntries(FREE.map((name) => [name, words])) as Record<ElementName, typeof words>),
    birth: monthText,
    workStart: fc.oneof(monthText, fc.constant('')),
    party: fc.oneof(monthText, fc.constantFrom('', '民盟', '201506；民盟', '群众')),
    version: fc.constantFrom('3.2.1.6', '3.2.1.16'),
    photo: fc.boolean(),
    style: fc.record({
      closesItself: fc.boolean(),
      lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
      indent: fc.constantFrom('', '  ', '\t'),
      unknown: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('DaoLingNianYue', 'ZhengZhiMianMao', 'BeiZhu', 'X1'),
          text: words,
          after: fc.constantFrom(...ELEMENT_NAMES),
        }),
        { selector: ({ name }) => name, maxLength: 3 },
      ),
    }),
  })
  .map(({ texts, birth, workStart, party, version, photo, style }) => ({
    version,
    style,
    text: lrmx(
      {
        ...texts,
        ChuShengNianYue: birth,
        CanJiaGongZuoShiJian: workStart,
        RuDangShiJian: party,
        Version: version,
        ...(photo ? {} : { ZhaoPian: '' }),
      },
      style,
    ),
  }));
