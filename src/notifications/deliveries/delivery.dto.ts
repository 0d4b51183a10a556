import { z } from 'zod';
import { channelName } from '../channels/channel.dto.js';

const id = z.int().positive();

export const deliveryQuery = z.strictObject({
  state: z
    .enum(['waiting', 'failed', 'dead'])
    .default('dead')
    .meta({ description: 'failed 失败待重试，dead 已停止重试' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50).meta({ description: '每页条数' }),
  cursor: z.coerce.number().pipe(id).optional().meta({ description: '上一页的 next' }),
});
export type DeliveryQuery = z.infer<typeof deliveryQuery>;

export const deliveryId = z.coerce.number().pipe(id).meta({ description: '外发消息编号' });

export const deliveryView = z
  .object({
    id,
    channel: channelName,
    user: z.object({ id, username: z.string() }),
    state: z.string(),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
    nextAttemptAt: z.iso.datetime(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof deliveryView>;

export const deliveryPage = z.object({ items: z.array(deliveryView), next: id.nullable() });
export type DeliveryPage = z.infer<typeof deliveryPage>;
