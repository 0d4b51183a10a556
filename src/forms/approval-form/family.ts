import { tidyText } from '../../directory/index.js';
import { monthOfField } from './field-values.js';
import type { FamilyMember } from './form.js';
import { type FormRemark, remark } from './form-fault.js';
import { childNamed, isElement, textOf, type XmlElement } from './xml-tree.js';

const DECEASED = /去世|已故|病故|亡故|逝世/u;

/** The rows that say something, in their order; editors keep empty ones. @source handbook §3.1 */
export function readFamily(family: XmlElement | undefined): { members: FamilyMember[]; notices: FormRemark[] } {
  const items = (family?.children ?? []).filter(isElement).filter(({ name }) => name === 'Item');
  const members: FamilyMember[] = [];
  const notices: FormRemark[] = [];
  for (const [index, item] of items.entries()) {
    const member = memberOf(item);
    if (member === null) continue;
    members.push(member);
    if (member.birthMonth === null && member.birthText !== '') {
      notices.push(remark('FAMILY_MONTH_UNKNOWN', 'JiaTingChengYuan', member.birthText, { row: index + 1 }));
    }
  }
  return { members, notices };
}

function memberOf(item: XmlElement): FamilyMember | null {
  const text = (name: string): string => tidyText(textOf(childNamed(item, name)));
  const birthText = text('ChuShengRiQi');
  const member = {
    relation: text('ChengWei'),
    name: text('XingMing').replaceAll(' ', ''),
    birthMonth: monthOfField(birthText),
    birthText,
    politicalStatus: text('ZhengZhiMianMao'),
    post: text('GongZuoDanWeiJiZhiWu'),
  };
  const { relation, name, politicalStatus, post } = member;
  if ([relation, name, birthText, politicalStatus, post].every((value) => value === '')) return null;
  return { ...member, deceased: DECEASED.test(post) };
}
