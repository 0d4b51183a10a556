import { useQuery } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import type { ReactElement } from 'react';
import type { Plural } from '../../../api/plurals.js';
import { WORKFLOW_NAMES } from '../../../api/workflow-names.js';
import { caseQuery, historyQuery } from '../../../api/queries.js';
import { serverNow } from '../../../api/server-time.js';
import type { CaseView, HistoryEntry } from '../../../api/types.js';
import { Link } from '../../../app/router.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { VerdictTag } from '../../../ui/tags.js';
import { dayInChina, momentText } from '../../../ui/time.js';
import { FactList, factsOf } from '../context-facts.js';
import { roleText } from '../flow/flow-words.js';
import { ItemTable } from '../items/item-table.js';
import { t } from '../../../ui/t.js';

/** 送签单: one case on A4 to be signed by hand or kept in the file, with a code that leads back to the record. */
export default function SheetPage({ plural, id }: { plural: Plural; id: number }): ReactElement {
  const { data: view, error, refetch } = useQuery(caseQuery(plural, id));
  const { data: history = [] } = useQuery(historyQuery(plural, id));
  if (!view)
    return error === null ? <div aria-busy="true" /> : <ErrorNote error={error} retry={() => void refetch()} />;
  const address = `/${plural}/${id}`;
  return (
    <div className="page">
      <div className="buttons no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('打印')}
        </Button>
        <Link href={address}>{t('返回事项')}</Link>
        <span className="muted">{t('A4 纵向；二维码指向系统内的记录，扫码后须登录方可查看。')}</span>
      </div>
      <article className="sheet" aria-label={t('送签单')}>
        <SheetHead view={view} plural={plural} address={window.location.origin + address} />
        <Subject view={view} />
        <Opinions history={history} />
        <Blanks />
        <footer className="sheet-foot">
          {t('打印时间 {moment}；本单内容以系统记录第{n}版为准。', {
            moment: momentText(serverNow().toISOString()),
            n: view.version,
          })}
        </footer>
      </article>
    </div>
  );
}

function SheetHead({ view, plural, address }: { view: CaseView; plural: Plural; address: string }): ReactElement {
  return (
    <header className="sheet-head">
      <div>
        <h1>{t('{kind}送签单', { kind: WORKFLOW_NAMES[plural] })}</h1>
        <dl className="facts">
          <Pair name={t('编号')} value={`${WORKFLOW_NAMES[plural]} ${view.id}`} />
          <Pair name={t('单位')} value={view.unit.name} />
          <Pair name={t('当前环节')} value={view.label} />
          <Pair name={t('日期')} value={dayInChina(serverNow())} />
          {view.deadlines.map(({ name, label, dueDay }) => (
            <Pair key={name} name={label} value={dueDay} />
          ))}
        </dl>
      </div>
      <QRCode
        type="svg"
        size={96}
        bordered={false}
        value={address}
        aria-label={t('指向 {address} 的二维码', { address })}
      />
    </header>
  );
}

function Pair({ name, value }: { name: string; value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Subject({ view }: { view: CaseView }): ReactElement {
  const { context, gate } = view;
  const items = context.items ?? context.cleared ?? [];
  return (
    <section>
      <h2>{view.title}</h2>
      {context.reason && <p>{context.reason}</p>}
      {items.length > 0 ? (
        <ItemTable items={items} teams={gate?.headcount.map(({ team }) => team) ?? []} />
      ) : (
        <FactList facts={factsOf(context)} />
      )}
      {gate && (
        <>
          <p>
            {t('动议关结论：')}
            <VerdictTag verdict={gate.verdict} />{' '}
            <span className="muted">{t('按 {day} 计算', { day: gate.decisionDate })}</span>
          </p>
          {gate.teams.map(({ team, task, teamName, sentence }) => (
            <p key={team + task}>
              {teamName}：{sentence}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

/** What was said so far, in the order in which it was said. */
function Opinions({ history }: { history: readonly HistoryEntry[] }): ReactElement {
  return (
    <section>
      <h2>{t('办理意见')}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('环节')}</th>
            <th scope="col">{t('意见')}</th>
            <th scope="col">{t('办理人')}</th>
            <th scope="col">{t('时间')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ version, label, payload, actor, at }) => (
            <tr key={version}>
              <td>{label}</td>
              <td>{typeof payload['opinion'] === 'string' ? payload['opinion'] : ''}</td>
              <td>
                {actor.display}
                {actor.role !== 'system' && `（${roleText(actor.role)}）`}
              </td>
              <td className="day-cell">{momentText(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Room for ink. */
function Blanks(): ReactElement {
  return (
    <table className="plain sheet-blanks">
      <tbody>
        {[t('承办科室意见'), t('分管部领导意见'), t('部长意见')].map((label) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span>{t('签字：')}</span>
              <span>{t('年　　月　　日')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
