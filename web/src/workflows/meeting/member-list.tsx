import { Button, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Arrangeable } from '../../api/meeting-types.js';
import { Field } from '../../ui/field.js';
import { t } from '../../ui/t.js';
import { type Arrangement, emptyMember, type PlannedMember } from './arrangement.js';

interface Props {
  plan: Arrangement;
  change: (part: Partial<Arrangement>) => void;
  /** Who sits in the unit's teams today. */
  seated: Arrangeable['members'];
}

/** 应到会成员: taken from the unit's teams or typed in, in order; one of them presides. */
export function MemberList({ plan, change, seated }: Props): ReactElement {
  const { members, chair } = plan;
  const set = (at: number, part: Partial<PlannedMember>): void =>
    change({ members: members.map((member, index) => (index === at ? { ...member, ...part } : member)) });
  const remove = (at: number): void =>
    change({
      members: members.filter((_, index) => index !== at),
      chair: at + 1 < chair ? chair - 1 : at + 1 === chair ? 1 : chair,
    });
  const missing = seated.filter(({ cadre }) => !members.some((member) => member.cadre === cadre));
  const take = (): void =>
    change({
      members: [
        ...members.filter(({ name }) => name !== ''),
        ...missing.map(({ name, post, cadre }) => ({ name, post, cadre })),
      ],
    });
  return (
    <Field label={t('应到会成员')} required group hint={t('按名次排列；名册中没有的成员直接填写姓名和职务。')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('姓名')}</th>
            <th>{t('职务')}</th>
            <th>{t('主持')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {members.map((member, at) => (
            // Members have no name of their own while they are typed in.
            <tr key={at}>
              <td>
                <Input
                  aria-label={t('第{n}名成员的姓名', { n: at + 1 })}
                  maxLength={50}
                  value={member.name}
                  onChange={(event) => set(at, { name: event.target.value, cadre: null })}
                />
              </td>
              <td>
                <Input
                  aria-label={t('第{n}名成员的职务', { n: at + 1 })}
                  maxLength={100}
                  value={member.post}
                  onChange={(event) => set(at, { post: event.target.value })}
                />
              </td>
              <td>
                <Radio
                  aria-label={t('由第{n}名成员主持', { n: at + 1 })}
                  checked={chair === at + 1}
                  onChange={() => change({ chair: at + 1 })}
                />
              </td>
              <td className="row-buttons">
                <Button size="small" onClick={() => remove(at)}>
                  {t('移除')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <Button onClick={() => change({ members: [...members, emptyMember] })}>{t('添加成员')}</Button>
        {missing.length > 0 && <Button onClick={take}>{t('从班子取{n}名成员', { n: missing.length })}</Button>}
      </div>
    </Field>
  );
}
