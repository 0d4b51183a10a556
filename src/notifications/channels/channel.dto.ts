import { z } from 'zod';

export const CHANNELS = ['email', 'wecom', 'dingtalk'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Readonly<Record<ChannelName, string>> = {
  email: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
};

export const channelName = z.enum(CHANNELS).meta({ description: '渠道' });

const enabled = z.boolean().meta({ description: '是否启用' });
const secret = z.string().trim().min(1).max(500).optional();
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9.-]{1,200}(:\d{1,5})?$/)
  .optional();

export const emailBody = z.strictObject({
  enabled,
  host: z.string().trim().min(1).max(200).meta({ description: '邮件服务器' }),
  port: z.int().min(1).max(65_535),
  tls: z
    .enum(['implicit', 'starttls', 'none'])
    .meta({ description: 'implicit 直接加密，starttls 升级加密，none 不加密' }),
  from: z.email().max(200).meta({ description: '发件地址' }),
  username: z.string().trim().max(200).optional(),
  password: secret.meta({ description: '不填则沿用' }),
});
export type EmailBody = z.infer<typeof emailBody>;

export const wecomBody = z.strictObject({
  enabled,
  host: host.meta({ description: '须在 ROBOT_HOSTS 之内，默认 qyapi.weixin.qq.com' }),
  key: secret.meta({ description: '机器人地址中的 key，不填则沿用' }),
});
export type WecomBody = z.infer<typeof wecomBody>;

export const dingtalkBody = z.strictObject({
  enabled,
  host: host.meta({ description: '须在 ROBOT_HOSTS 之内，默认 oapi.dingtalk.com' }),
  accessToken: secret.meta({ description: '机器人地址中的 access_token，不填则沿用' }),
  secret: secret.meta({ description: '加签密钥，不填则沿用' }),
});
export type DingtalkBody = z.infer<typeof dingtalkBody>;

const count = z.int().min(0);

export const channelView = z
  .object({
    name: channelName,
    label: z.string(),
    enabled: z.boolean(),
    settings: z.record(z.string(), z.json()),
    hasSecret: z.boolean(),
    pausedUntil: z.iso.datetime().nullable(),
    waiting: count,
    failed: count.meta({ description: '发送失败、等待重试' }),
    dead: count.meta({ description: '多次失败、已停止重试' }),
    sent: count,
  })
  .meta({ id: 'Channel' });
export type ChannelView = z.infer<typeof channelView>;

export const channelList = z.object({ items: z.array(channelView) });

export const testBody = z.strictObject({
  to: z.string().trim().min(1).max(200).meta({ description: '邮件地址；机器人为该平台的用户标识' }),
});
export type TestBody = z.infer<typeof testBody>;

export const testResult = z.object({ sent: z.literal(true) });
