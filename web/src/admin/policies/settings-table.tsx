import type { ReactElement } from 'react';
import { t } from '../../ui/t.js';
import type { PolicyDocument, PolicySetting } from '../admin-types.js';
import { LeafInput, leafText } from './leaf-input.js';
import { leavesOf, partName, withValue } from './leaves.js';

type Policy = PolicyDocument['policy'];

interface Props {
  settings: readonly PolicySetting[];
  policy: Policy;
  /** Paths of values that differ from the version before, or from the one in force while editing. */
  marked: ReadonlySet<string>;
  /** Null: to read only. */
  onChange: ((policy: Policy) => void) | null;
}

export function SettingsTable({ settings, policy, marked, onChange }: Props): ReactElement {
  return (
    <section className="card" aria-label={t('各项设置')}>
      <table className="plain settings">
        <thead>
          <tr>
            <th scope="col">{t('设置')}</th>
            <th scope="col">{t('依据')}</th>
            <th scope="col">{t('数值')}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <tr key={setting.path}>
              <td>
                {setting.meaning}
                <div className="small muted">{setting.path}</div>
              </td>
              <td>
                <Basis setting={setting} />
              </td>
              <td>
                <Values setting={setting} policy={policy} marked={marked} onChange={onChange} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Basis({ setting: { basis, source, confirmedBy } }: { setting: PolicySetting }): ReactElement {
  return (
    <>
      <span className={basis === 'assumption' ? 'tag verdict-flag' : 'tag verdict-clear'}>
        {basis === 'assumption' ? t('假设') : t('有规定')}
      </span>
      <div className="small muted">{source}</div>
      {confirmedBy !== undefined && <div className="small">{t('{name}已确认', { name: confirmedBy })}</div>}
    </>
  );
}

type ValuesProps = Omit<Props, 'settings'> & { setting: PolicySetting };

function Values({ setting, policy, marked, onChange }: ValuesProps): ReactElement {
  return (
    <dl className="leaves">
      {leavesOf(policy, setting.path).map(({ path, value }) => {
        const part = partName(setting.path, path);
        return (
          <div key={path} className={marked.has(path) ? 'changed' : undefined}>
            {part !== '' && <dt className="small muted">{part}</dt>}
            <dd>
              {onChange === null ? (
                <span className="leaf">{leafText(path, value)}</span>
              ) : (
                <LeafInput
                  path={path}
                  name={`${setting.meaning} ${part}`}
                  value={value}
                  onChange={(next) => onChange(withValue(policy, path, next))}
                />
              )}
              {marked.has(path) && <span className="small changed-mark">{t('有改动')}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
