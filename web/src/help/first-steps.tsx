import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { get } from '../api/client.js';
import { tasksQuery, unitsQuery } from '../api/queries.js';
import { belongsTo, BUSINESS, IMPORTERS, PARTIES, rolesOf, useSession } from '../app/current-session.js';
import { Link } from '../app/router.js';
import { t } from '../ui/t.js';

interface Step {
  title: string;
  how: string;
  /** Where it is done; null where that is not for the one who reads. */
  href: string | null;
  /** What is there already; null while nothing is, undefined where the reader cannot know. */
  done: string | null | undefined;
}

/** What an installation needs before work begins, what of it is there, and where the rest is done. */
export function FirstSteps(): ReactElement {
  const steps = useSteps();
  return (
    <section className="card" aria-label={t('开始使用')}>
      <header className="card-head">
        <h2>{t('开始使用')}</h2>
        <span className="muted">{t('按顺序做完，就可以起草第一件动议')}</span>
      </header>
      <ol className="first-steps">
        {steps.map(({ title, how, href, done }) => (
          <li key={title}>
            <p>
              <b>{href === null ? title : <Link href={href}>{title}</Link>}</b>{' '}
              {done === undefined ? null : done === null ? (
                <span className="tag verdict-flag">{t('尚未')}</span>
              ) : (
                <span className="tag verdict-clear">✓ {done}</span>
              )}
            </p>
            <p className="muted small">{how}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const countText = (total: number | undefined, say: (n: number) => string): string | null | undefined =>
  total === undefined ? undefined : total === 0 ? null : say(total);

function useSteps(): Step[] {
  const roles = rolesOf(useSession());
  const business = belongsTo(BUSINESS, roles);
  const { data: units } = useQuery({ ...unitsQuery({ limit: 1 }), enabled: business });
  const { data: tasks } = useQuery({ ...tasksQuery(), enabled: belongsTo(PARTIES, roles) });
  const { data: calendar } = useQuery({
    queryKey: ['admin', 'calendar', 'coverage'],
    queryFn: ({ signal }) => get<{ coverageUntil: string }>('calendar', {}, signal),
  });
  const importHref = belongsTo(IMPORTERS, roles) ? '/imports' : null;
  return [
    {
      title: t('三名管理员和各角色账户'),
      how: t('安装时用命令行建立系统、安全、审计三名管理员；系统管理员开户，安全管理员授权，一人不兼两职。'),
      href: null,
      done: undefined,
    },
    {
      title: t('工作日历'),
      how: t('载入国务院办公厅公布的放假安排，期限才能按工作日计算。'),
      href: '/admin/calendar',
      done: calendar && t('到{day}', { day: calendar.coverageUntil }),
    },
    {
      title: t('市工作簿：单位、班子、职位、干部、任职'),
      how: t('下载模板填写，先检查再入库；重复导入不产生变化。由科室审核人或科长办理。'),
      href: importHref,
      done: countText(units?.total, (n) => t('{n}个单位', { n })),
    },
    {
      title: t('配备任务'),
      how: t('写在同一工作簿的“配备任务”表里：对哪类班子、要求几名或多大比例、多大年龄。'),
      href: importHref,
      done: countText(tasks?.items.length, (n) => t('{n}项任务', { n })),
    },
    {
      title: t('确认假设的设置'),
      how: t('标“假设”的数值没有公开规定，请逐项确认或修改，保存前可试算影响。'),
      href: roles.has('chief') || roles.has('secadmin') ? '/admin/policies' : null,
      done: undefined,
    },
  ];
}
