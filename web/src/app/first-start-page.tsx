import { type ReactElement, useEffect } from 'react';
import { t } from '../ui/t.js';
import { BrandMark } from './brand-mark.js';

/** Nobody can sign in yet: what whoever installs does on the server, and who does what after that. Names nothing of the installation. */
export function FirstStartPage(): ReactElement {
  useEffect(() => void (document.title = t('首次启动 · 青配')), []);
  return (
    <main className="sign-in">
      <section className="sign-in-card first-start" aria-label={t('首次启动')}>
        <p className="brand">
          <BrandMark size={28} /> {t('青配')}
        </p>
        <h1>{t('首次启动：还没有管理员')}</h1>
        <p>{t('请安装人员在服务器上执行下面的命令，按提示建立三名管理员，口令由三人各自输入：')}</p>
        <pre>
          <code>qingpei install</code>
        </pre>
        <ol>
          <li>{t('系统管理员、安全管理员、审计管理员须为三个人；任何一人都看不到业务数据。')}</li>
          <li>{t('系统管理员登录，为组织部的科长或科室审核人新建账户；安全管理员授予角色。')}</li>
          <li>{t('科长登录，导入市工作簿（单位、班子、职位、干部、任职和配备任务），载入下一年放假安排。')}</li>
        </ol>
        <button type="button" className="plain-button primary" onClick={() => window.location.reload()}>
          {t('已建立，去登录')}
        </button>
      </section>
    </main>
  );
}
