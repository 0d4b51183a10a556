import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

/** How a file is handed out. */
export interface DownloadRule {
  /** It takes people out of the product: what for must be declared, and is recorded. */
  needsPurpose: boolean;
}

export const DOWNLOAD_METADATA = 'qingpei:download';

/** The parameter of the address in which the grant travels. */
export const GRANT_PARAMETER = 'grant';

/**
 * The route hands out a file, and only to who has just asked for this one: `POST /api/v1/download-grants` gives leave to
 * the caller's session, for one address, once, within a minute. An address that was copied, logged or guessed opens nothing.
 */
export const ByDownloadGrant = (rule: Partial<DownloadRule> = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(DOWNLOAD_METADATA, { needsPurpose: rule.needsPurpose ?? false } satisfies DownloadRule),
    ApiQuery({
      name: GRANT_PARAMETER,
      type: String,
      description: '下载凭证，由 POST /api/v1/download-grants 取得：一分钟内有效，一次一件',
    }),
  );
