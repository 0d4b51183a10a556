import type { Settings } from './settings.js';

// Passwords that stand in tutorials, images and examples.
const WELL_KNOWN_PASSWORDS = new Set([
  '',
  'postgres',
  'password',
  'passw0rd',
  'changeme',
  'secret',
  'admin',
  'root',
  'test',
  '123456',
  '12345678',
  'qingpei',
]);

/** What a production installation may not run with; empty when all is well. */
export function requireFitForProduction(settings: Settings, hasKeyFile: boolean): string[] {
  const faults: string[] = [];
  for (const name of ['SAMPLE_CITY', 'SAMPLE_PASSWORD', 'SAMPLE_TODAY'] as const) {
    if (settings[name] !== undefined) faults.push(`${name}：生产环境（PROFILE=production）不接受示例设置，请删除`);
  }
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL', 'REDIS_URL'] as const) {
    if (hasWellKnownPassword(settings[name])) faults.push(`${name}：生产环境不接受空口令或常见默认口令`);
  }
  if (settings.DATA_KEY === undefined && !hasKeyFile) {
    faults.push('DATA_KEY：生产环境必须设置（openssl rand -base64 32），或在 DATA_DIR/keys/data.key 中提供');
  }
  if (settings.DATA_KEY !== undefined && new Set(Buffer.from(settings.DATA_KEY, 'base64')).size < 8) {
    faults.push('DATA_KEY：不是随机生成的密钥');
  }
  return faults;
}

function hasWellKnownPassword(url: string | undefined): boolean {
  return url !== undefined && WELL_KNOWN_PASSWORDS.has(decodeURIComponent(new URL(url).password).toLowerCase());
}
