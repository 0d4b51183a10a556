import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { signInSettings } from './sign-in-settings.js';

const url = (protocols: string[], message: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), { error: message })
    .optional();

const wholeNumber = (min: number, max: number) => {
  const error = `应为 ${min} 到 ${max} 之间的整数`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `应为 ${values.join(' 或 ')}` });

const postgresUrl = url(['postgres:', 'postgresql:'], '应为 postgres://用户:密码@主机:端口/数据库 形式的地址');

const dataKey = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32 && /^[A-Za-z0-9+/]{43}=$/.test(text), {
    error: '应为 32 字节的 Base64，可用 openssl rand -base64 32 生成',
  });

/** Every variable of the installation guide. Messages never repeat a value: some are secrets. */
export const settingsSchema = z.object({
  PROFILE: oneOf(['sample', 'production']).default('sample'),
  PORT: wholeNumber(0, 65_535).optional(),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  DATABASE_WORKER_URL: postgresUrl,
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  ROBOT_HOSTS: z
    .string()
    .default('qyapi.weixin.qq.com,oapi.dingtalk.com')
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
    .refine((hosts) => hosts.every((host) => /^[a-z0-9.-]{1,200}(:\d{1,5})?$/.test(host)), {
      error: '应为以逗号分隔的主机名，例如 qyapi.weixin.qq.com,oapi.dingtalk.com',
    }),
  REDIS_URL: url(['redis:', 'rediss:'], '应为 redis://主机:端口 形式的地址'),
  OFFICE_SUITE: z
    .string()
    .refine(isAbsolute, { error: '应为办公套件 soffice 的绝对路径，例如 /usr/bin/soffice' })
    .optional(),
  NATIONAL_CODES: z
    .string()
    .refine(isAbsolute, { error: '应为对应关系文件的绝对路径，例如 /etc/qingpei/national-codes.json' })
    .optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, {
      error: '应为不带路径的网址，例如 https://qingpei.example.gov.cn',
    })
    .optional(),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']).default('info'),
  SESSION_IDLE_MINUTES: wholeNumber(1, 1440).default(30),
  SESSION_MAX_HOURS: wholeNumber(1, 168).default(12),
  DATA_KEY: dataKey.optional(),
  DATA_KEY_NEXT: dataKey.optional(),
  DATA_KEY_RETIRED: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(dataKey))
    .optional(),
  ...signInSettings,
  SAMPLE_CITY: oneOf(['on', 'off']).optional(),
  SAMPLE_PASSWORD: z.string().min(8, { error: '至少 8 个字符' }).optional(),
  SAMPLE_TODAY: z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' }).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
