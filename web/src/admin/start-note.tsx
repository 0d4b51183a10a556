import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { BUSINESS, belongsTo } from '../app/current-session.js';
import { Link } from '../app/router.js';
import { rich, t } from '../ui/t.js';
import type { User } from './admin-api.js';

interface Props {
  /** All accounts, as long as they fit on one page. */
  users: readonly User[];
  keepsAccounts: boolean;
}

/** On a new installation, what comes next and who does it; silent once somebody can work. */
export function StartNote({ users, keepsAccounts }: Props): ReactElement | null {
  const hasWorkers = users.some(({ grants }) => grants.some(({ role }) => belongsTo(BUSINESS, new Set([role]))));
  if (hasWorkers) return null;
  const waiting = users.filter(({ grants, status }) => grants.length === 0 && status === 'active').length;
  const next = keepsAccounts
    ? waiting === 0
      ? t('下一步：为组织部科长或科室审核人新建账户，再请安全管理员授权；由他们导入市工作簿。')
      : t('已建{n}个账户待授权：请安全管理员登录，在“授权”页授予角色。', { n: waiting })
    : waiting === 0
      ? t('下一步：请系统管理员先为组织部科长或科室审核人新建账户，您再在这里授权。')
      : t('下一步：为下列账户授予角色。先授组织部“科长”或“科室审核人”（不选单位即全市），由他们导入市工作簿。');
  return (
    <Alert
      type="info"
      showIcon
      title={next}
      description={rich('全部步骤见{help}。', {
        help: (
          <Link key="help" href="/help">
            {t('开始使用')}
          </Link>
        ),
      })}
    />
  );
}
