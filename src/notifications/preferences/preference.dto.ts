import { z } from 'zod';

const account = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\w.@-]*$/, { error: '只能含字母、数字、点、下划线、横线和@' });

const robot = z.strictObject({
  enabled: z.boolean(),
  account: account.nullable().meta({ description: '本人在该平台的用户标识' }),
});

export const preferenceBody = z
  .strictObject({
    email: z.strictObject({ enabled: z.boolean(), address: z.email().max(200).nullable() }),
    wecom: robot,
    dingtalk: robot,
    mutedKinds: z
      .array(z.enum(['step', 'reminder', 'escalation', 'ended', 'copy', 'ageing-out', 'vacancy']))
      .max(7)
      .meta({ description: '不外发的通知种类；系统内照常显示' }),
    digestMinutes: z.int().min(5).max(480).meta({ description: '每隔多久最多外发一条（分钟）' }),
  })
  .meta({ id: 'NotificationPreference' });
export type PreferenceBody = z.infer<typeof preferenceBody>;

/** Of somebody who has chosen nothing: nothing leaves the product. */
export const NO_PREFERENCE: PreferenceBody = {
  email: { enabled: false, address: null },
  wecom: { enabled: false, account: null },
  dingtalk: { enabled: false, account: null },
  mutedKinds: [],
  digestMinutes: 30,
};
