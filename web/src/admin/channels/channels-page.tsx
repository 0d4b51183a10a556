import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { ChannelCard } from './channel-card.js';
import { channelsQuery } from './channel-queries.js';
import { Deliveries } from './deliveries.js';

/** Ways out of the product, and what became of the messages: how many, to which account; never what they tell. */
export default function ChannelsPage(): ReactElement {
  const { data, error, refetch } = useQuery(channelsQuery);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('外发渠道')}</h1>
        <span className="muted">
          {t('外发的消息只说“有几件事项待看”，不含姓名、单位和职务；各人自行选择是否接收。')}
        </span>
      </header>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      <div className="cards" aria-busy={!data}>
        {(data?.items ?? []).map((channel) => (
          <ChannelCard key={channel.name} channel={channel} />
        ))}
      </div>
      <Deliveries channels={data?.items ?? []} />
    </div>
  );
}
