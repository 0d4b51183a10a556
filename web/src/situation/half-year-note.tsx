import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { sentenceOf } from '../api/problem.js';
import { serverNow } from '../api/server-time.js';
import { belongsTo, DEPARTMENT, rolesOf, useSession } from '../app/current-session.js';
import { DocumentLinks } from '../ui/document-links.js';
import { DownloadLink } from '../ui/download-link.js';
import { t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import type { Schemas } from '../api/schema.js';
import { reportDueQuery } from './queries.js';

type ReportDue = Schemas['CommitteeReportDue'];

const RECORDERS = ['chief', 'deputy', 'head'];

/** When the standing committee is to be reported to, for the department alone: what is overdue stands above everything else. */
export function HalfYearNote(): ReactElement | null {
  const roles = rolesOf(useSession());
  const isDepartment = belongsTo(DEPARTMENT, roles);
  const { data } = useQuery({ ...reportDueQuery(), enabled: isDepartment });
  if (!isDepartment || !data) return null;
  const half = halfYearOf(dayInChina(serverNow()));
  return (
    <Alert
      type={data.overdueDays > 0 ? 'warning' : 'info'}
      showIcon
      title={sentence(data)}
      action={
        <span className="buttons">
          <DocumentLinks path={`reports/half-year.docx?half=${half}`}>{t('半年专题汇报')}</DocumentLinks>
          <DownloadLink path={`reports/half-year.xlsx?half=${half}`}>{t('半年数据表')}</DownloadLink>
          {RECORDERS.some((role) => roles.has(role)) && <Recording />}
        </span>
      }
    />
  );
}

function sentence({ lastReportedOn, dueDay, overdueDays }: ReportDue): string {
  if (lastReportedOn === null || dueDay === null) return t('尚未登记过向市委常委会的半年专题汇报。');
  const given = { last: lastReportedOn, due: dueDay, n: overdueDays };
  return overdueDays > 0
    ? t('半年专题汇报已逾期{n}天：上次汇报{last}，应于{due}前再次汇报。', given)
    : t('上次向市委常委会专题汇报：{last}，下次应于{due}前。', { last: lastReportedOn, due: dueDay });
}

/** Says on which day the committee was reported to. */
function Recording(): ReactElement {
  const client = useQueryClient();
  const today = dayInChina(serverNow());
  const [reportedOn, setReportedOn] = useState(today);
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post('reports/half-year/reported', { reportedOn, half: halfYearOf(reportedOn) }),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: reportDueQuery().queryKey });
    },
  });
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="filters">
          <label>
            {t('汇报日期')}
            <Input
              type="date"
              className="day"
              max={today}
              value={reportedOn}
              onChange={(event) => setReportedOn(event.target.value)}
            />
          </label>
          <Button type="primary" loading={isPending} disabled={reportedOn === ''} onClick={() => mutate()}>
            {t('登记')}
          </Button>
          {error !== null && <span role="alert">{sentenceOf(error)}</span>}
        </div>
      }
    >
      <Button size="small">{t('登记已汇报')}</Button>
    </Popover>
  );
}

/** @returns as the call wants it: 2026H2 */
function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}
