import { type Day, SEXES } from '../../../machines/rules/index.js';
import { fullPostName, type NamedPerson, postsHeld } from '../../directory/index.js';
import { buildDocument, dotted, fieldOfMonth, OWN_VERSION, type XmlDocument } from '../approval-form/index.js';

/** A form for somebody of whom none was imported: what the directory knows, the rest left empty for the clerk. */
export function formOfDirectory(person: NamedPerson, idNumber: string | null, today: Day): XmlDocument {
  const month = (value: string | null): string => (value === null ? '' : fieldOfMonth(value));
  return buildDocument(
    {
      XingMing: person.name,
      XingBie: SEXES[person.sex],
      ChuShengNianYue: fieldOfMonth(person.birth),
      MinZu: person.ethnicity ?? '',
      RuDangShiJian: month(person.partyJoin),
      CanJiaGongZuoShiJian: month(person.workStart),
      QuanRiZhiJiaoYu_XueLi: person.fullTimeEducation ?? '',
      ZaiZhiJiaoYu_XueLi: person.inServiceEducation ?? '',
      XianRenZhiWu: postsHeld(person, today).map(fullPostName).join('、'),
      JianLi: resumeOf(person),
      JiSuanNianLingShiJian: today.replaceAll('-', ''),
      TianBiaoShiJian: today.replaceAll('-', ''),
      ShenFenZheng: idNumber ?? '',
    },
    [],
    OWN_VERSION,
  );
}

/** Leading posts alone: the directory knows no others. */
function resumeOf({ terms }: NamedPerson): string {
  return terms
    .map((term) => {
      const end = term.to === null ? ' '.repeat(7) : dotted(term.to.slice(0, 7));
      return `${dotted(term.from.slice(0, 7))}--${end}  ${fullPostName(term)}`;
    })
    .join('\n');
}
