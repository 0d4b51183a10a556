import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';
import { ChannelForm } from './channel-form.js';
import type { ChannelView } from './channel-types.js';
import { TestMessage } from './test-message.js';

/** One channel: whether it is on, what waits and fails, how it is set, and a message to try it with. */
export function ChannelCard({ channel }: { channel: ChannelView }): ReactElement {
  const { label, enabled, hasSecret, pausedUntil, waiting, failed, dead, sent } = channel;
  const [setting, setSetting] = useState(false);
  const isSet = Object.keys(channel.settings).length > 0 || hasSecret;
  const numbers: [string, number, boolean][] = [
    [t('待发'), waiting, false],
    [t('失败待重试'), failed, failed > 0],
    [t('已停止重试'), dead, dead > 0],
    [t('已发出'), sent, false],
  ];
  return (
    <section className="card channel" aria-label={label}>
      <header className="card-head">
        <h2>{label}</h2>
        <span className={`tag ${enabled ? 'verdict-clear' : ''}`}>
          {enabled ? t('已启用') : isSet ? t('未启用') : t('尚未设置')}
        </span>
        <Button size="small" aria-expanded={setting} onClick={() => setSetting(!setting)}>
          {t('设置')}
        </Button>
      </header>
      <dl className="numbers">
        {numbers.map(([name, value, bad]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={bad ? 'fails' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {pausedUntil !== null && (
        <p className="ageing">{t('对方要求稍后再发，暂停到{moment}', { moment: momentText(pausedUntil) })}</p>
      )}
      {setting && <ChannelForm channel={channel} onDone={() => setSetting(false)} />}
      {isSet && !setting && <TestMessage channel={channel} />}
    </section>
  );
}
