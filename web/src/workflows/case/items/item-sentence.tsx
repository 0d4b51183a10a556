import type { ReactElement } from 'react';
import type { Item } from '../../../api/types.js';
import { kindLabel } from '../forms/field-words.js';
import type { ItemNames } from './use-item-names.js';
import { t } from '../../../ui/t.js';

/** '王某 任 某班子 副部长，免 某班子 科长（转任）'. */
export function ItemSentence({ item, names }: { item: Item; names: ItemNames }): ReactElement {
  const parts = [
    item.appointTo ? t('任 {post}', { post: names.post(item.appointTo) }) : '',
    item.removeFrom ? t('免 {post}', { post: names.post(item.removeFrom) }) : '',
  ].filter((part) => part !== '');
  return (
    <span>
      <b>{names.cadre(item.cadre)?.name ?? item.cadre}</b> {parts.join('，')}
      <span className="muted">（{kindLabel(item.kind)}）</span>
    </span>
  );
}
