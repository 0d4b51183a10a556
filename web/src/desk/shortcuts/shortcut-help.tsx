import { Modal, Switch } from 'antd';
import type { ReactElement } from 'react';
import { t } from '../../ui/t.js';
import { useShortcutSetting } from './shortcut-setting.js';

const KEYS: readonly (readonly [string, string])[] = [
  ['J / K', t('下一个、上一个事项')],
  ['Enter', t('打开事项')],
  ['A', t('办理：打开第一项可办操作')],
  ['R', t('退回：打开退回操作')],
  ['X', t('选中，用于批量办理')],
  ['/', t('筛选')],
  ['Esc', t('离开输入框')],
  ['Ctrl + Enter', t('提交正在填写的操作')],
  ['?', t('本说明')],
];

export function ShortcutHelp({ onClose }: { onClose: () => void }): ReactElement {
  const [on, setOn] = useShortcutSetting();
  return (
    <Modal open title={t('键盘操作')} footer={null} onCancel={onClose} width={460}>
      <table className="plain">
        <tbody>
          {KEYS.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="inline shortcut-switch">
        <Switch checked={on} onChange={setOn} aria-label={t('使用单键快捷键')} />
        {t('使用单键快捷键（关闭后 Ctrl + Enter 仍可用）')}
      </label>
    </Modal>
  );
}
