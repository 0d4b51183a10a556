import { Checkbox, Input, Select, Table } from 'antd';
import type { ReactElement } from 'react';
import { t } from '../ui/t.js';
import type { Choices, Compared, MatchedBy } from './form-types.js';

const MATCHED: Readonly<Record<NonNullable<MatchedBy>, string>> = {
  'id-number': t('身份证号'),
  'name-and-birth': t('姓名和出生年月'),
  chosen: t('人工指定'),
};

/** Stands for "leave it out" in a list of codes. */
const LEAVE_OUT = '';

interface Props {
  people: readonly Compared[];
  choices: Choices;
  choose: (key: string, cadre: string | null) => void;
  /** Fields ticked, by person; absent where fields are chosen for all at once. */
  updates?: Readonly<Record<string, readonly string[]>>;
  update?: (key: string, fields: string[]) => void;
}

/** Person by person: whose it is, how that is known, and where the directory says something else. */
export function Comparison({ people, choices, choose, updates, update }: Props): ReactElement {
  return (
    <Table
      size="small"
      rowKey="key"
      dataSource={[...people]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      columns={[
        { title: t('文件或行'), dataIndex: 'place', width: 180 },
        { title: t('姓名'), dataIndex: 'name', width: 90 },
        {
          title: t('对应的干部'),
          width: 300,
          render: (_, person) => <Whose person={person} chosen={choices[person.key]} choose={choose} />,
        },
        {
          title: t('与名册不同之处'),
          render: (_, person) => (
            <Differences
              person={person}
              ticked={updates?.[person.key] ?? []}
              tick={update && ((fields) => update(person.key, fields))}
            />
          ),
        },
        { title: t('结果'), dataIndex: 'note', width: 110 },
      ]}
    />
  );
}

interface WhoseProps {
  person: Compared;
  chosen: string | null | undefined;
  choose: Props['choose'];
}

/** Sure ones are said; of the others the reader decides, and nobody is taken for somebody else by the product. */
function Whose({ person, chosen, choose }: WhoseProps): ReactElement {
  const { cadre, matchedBy, candidates, key, name } = person;
  if (cadre !== null && matchedBy !== 'chosen') {
    return (
      <span>
        {cadre.code} {cadre.unit ?? ''} <span className="muted">（{matchedBy && MATCHED[matchedBy]}）</span>
      </span>
    );
  }
  const label = t('{name}对应的干部', { name });
  if (candidates.length === 0 && matchedBy !== 'chosen') {
    return (
      <span className="row">
        <Input
          size="small"
          aria-label={label}
          placeholder={t('干部编号')}
          value={chosen ?? ''}
          disabled={chosen === null}
          onChange={({ target }) => choose(key, target.value)}
        />
        <Checkbox checked={chosen === null} onChange={({ target }) => choose(key, target.checked ? null : LEAVE_OUT)}>
          {t('不导入')}
        </Checkbox>
      </span>
    );
  }
  const options = candidates.map(({ code, unit, birth }) => ({ value: code, label: `${code} ${unit ?? ''} ${birth}` }));
  const known = cadre && !candidates.some(({ code }) => code === cadre.code);
  return (
    <Select
      size="small"
      aria-label={label}
      placeholder={t('请指定是哪一名')}
      style={{ width: '100%' }}
      value={chosen === undefined ? undefined : (chosen ?? LEAVE_OUT)}
      onChange={(code: string) => choose(key, code === LEAVE_OUT ? null : code)}
      options={[
        ...(known ? [{ value: cadre.code, label: `${cadre.code} ${cadre.unit ?? ''}` }] : []),
        ...options,
        { value: LEAVE_OUT, label: t('不导入') },
      ]}
    />
  );
}

interface DifferencesProps {
  person: Compared;
  ticked: readonly string[];
  tick: ((fields: string[]) => void) | undefined;
}

function Differences({ person: { differences, cadre }, ticked, tick }: DifferencesProps): ReactElement {
  if (cadre === null) return <span className="muted">—</span>;
  if (differences.length === 0) return <span className="muted">{t('一致')}</span>;
  return (
    <ul className="plain-list">
      {differences.map(({ field, label, directory, given }) => {
        const sentence = t('{label}：名册“{directory}”，表上“{given}”', {
          label,
          directory: directory ?? t('（空）'),
          given,
        });
        return (
          <li key={field}>
            {tick === undefined ? (
              sentence
            ) : (
              <Checkbox
                checked={ticked.includes(field)}
                onChange={({ target }) =>
                  tick(target.checked ? [...ticked, field] : ticked.filter((other) => other !== field))
                }
              >
                {sentence}
              </Checkbox>
            )}
          </li>
        );
      })}
    </ul>
  );
}
