import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const wholeNumber = (min: number, max: number) => {
  const error = `应为 ${min} 到 ${max} 之间的整数`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const networks = list
  .refine((items) => items.every((item) => addToList(new BlockList(), item)), {
    error: '应为以逗号分隔的地址或网段，例如 10.0.0.5,10.1.0.0/16',
  })
  .optional();

const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol), { error: '应为网址' })
  .optional();

/** What stands on a button of the sign-in page, written into that page as it is. */
const buttonLabel = z
  .string()
  .trim()
  .regex(/^[^\p{C}<>&"']{1,20}$/u, { error: '应为 1 到 20 个字，不含引号、尖括号与 &' });

const roleMap = z.array(z.strictObject({ group: z.string().min(1), role: z.string(), unit: z.string().nullable() }));

/** Variables that say how people prove who they are. Messages never repeat a value. */
export const signInSettings = {
  PASSWORD_MAX_AGE_DAYS: wholeNumber(0, 3650).optional(),
  PASSWORD_HISTORY: wholeNumber(0, 24).default(5),
  SECOND_FACTOR_ROLES: list.optional(),
  SIGN_INS_PER_MINUTE: wholeNumber(1, 100_000).default(60),
  CHANGES_PER_MINUTE: wholeNumber(0, 1_000_000).optional(),
  TRUSTED_PROXIES: networks,
  OIDC_ISSUER: webAddress,
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_LABEL: buttonLabel.default('统一认证登录'),
  CAS_URL: webAddress,
  CAS_LABEL: buttonLabel.default('统一认证登录（CAS）'),
  EXTERNAL_GROUPS_CLAIM: z.string().default('groups'),
  EXTERNAL_ROLE_MAP: z
    .string()
    .transform((text, context) => {
      const parsed = roleMap.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({
        code: 'custom',
        message: '应为 JSON：[{"group":"组","role":"角色","unit":"单位编码或 null"}]',
      });
      return z.NEVER;
    })
    .optional(),
  GATEWAY_USER_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, { error: '应为请求头名称，例如 x-remote-user' })
    .optional(),
  GATEWAY_ADDRESSES: networks,
  GATEWAY_LABEL: buttonLabel.default('经办公网关登录'),
};

export type SignInWay = 'oidc' | 'cas' | 'gateway';

type Given = z.infer<z.ZodObject<typeof signInSettings>> & {
  PROFILE: 'sample' | 'production';
  PUBLIC_ORIGIN?: string | undefined;
};

/** How people sign in, as configured. */
export interface SignInConfig {
  /** 0: passwords do not age. */
  passwordMaxAgeDays: number;
  /** Last passwords that may not be chosen again. */
  passwordHistory: number;
  secondFactorRoles: readonly string[];
  /** Per address. */
  signInsPerMinute: number;
  /** Per user; 0: not counted. */
  changesPerMinute: number;
  /** Proxies whose word about the caller's address is taken. */
  trustedProxies: readonly string[];
  oidc: { issuer: string; clientId: string; clientSecret: string; scope: string } | undefined;
  casUrl: string | undefined;
  /** Ways beside the password that are set up, with what their buttons say. */
  ways: Readonly<Partial<Record<SignInWay, string>>>;
  groupsClaim: string;
  roleMap: readonly { group: string; role: string; unit: string | null }[];
  gateway: { header: string; addresses: readonly string[] } | undefined;
}

/** Settings that need one another, or do not fit production; empty when all is well. */
export function signInFaults(given: Given): string[] {
  const faults: string[] = [];
  const oidc = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET];
  if (oidc.some((value) => value !== undefined) && oidc.includes(undefined)) {
    faults.push('OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET：须同时设置');
  }
  for (const name of ['OIDC_ISSUER', 'CAS_URL'] as const) {
    if (given[name] === undefined) continue;
    if (given.PUBLIC_ORIGIN === undefined) faults.push(`${name}：须同时设置 PUBLIC_ORIGIN`);
    if (given.PROFILE === 'production' && !given[name].startsWith('https:')) faults.push(`${name}：生产环境须为 https`);
  }
  if ((given.GATEWAY_USER_HEADER === undefined) !== (given.GATEWAY_ADDRESSES === undefined)) {
    faults.push('GATEWAY_USER_HEADER、GATEWAY_ADDRESSES：须同时设置');
  }
  return faults;
}

export function signInConfigOf(given: Given): SignInConfig {
  const isSample = given.PROFILE === 'sample';
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  const { GATEWAY_USER_HEADER: header, GATEWAY_ADDRESSES: addresses } = given;
  return {
    passwordMaxAgeDays: given.PASSWORD_MAX_AGE_DAYS ?? (isSample ? 0 : 90),
    passwordHistory: given.PASSWORD_HISTORY,
    secondFactorRoles: given.SECOND_FACTOR_ROLES ?? (isSample ? [] : ['sysadmin', 'secadmin', 'auditadmin']),
    signInsPerMinute: given.SIGN_INS_PER_MINUTE,
    changesPerMinute: given.CHANGES_PER_MINUTE ?? (isSample ? 6000 : 600),
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    oidc:
      issuer !== undefined && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret, scope: given.OIDC_SCOPE }
        : undefined,
    casUrl: given.CAS_URL?.replace(/\/+$/, ''),
    ways: {
      ...(issuer !== undefined && { oidc: given.OIDC_LABEL }),
      ...(given.CAS_URL !== undefined && { cas: given.CAS_LABEL }),
      ...(header !== undefined && { gateway: given.GATEWAY_LABEL }),
    },
    groupsClaim: given.EXTERNAL_GROUPS_CLAIM,
    roleMap: given.EXTERNAL_ROLE_MAP ?? [],
    gateway: header !== undefined && addresses !== undefined ? { header: header.toLowerCase(), addresses } : undefined,
  };
}

/** The addresses and networks of a checked list. */
export function networkList(items: readonly string[]): BlockList {
  const found = new BlockList();
  for (const item of items) addToList(found, item);
  return found;
}

function addToList(found: BlockList, item: string): boolean {
  const [address = '', bits, ...rest] = item.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (bits === undefined) found.addAddress(address, family);
  else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most) found.addSubnet(address, Number(bits), family);
  else return false;
  return true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
