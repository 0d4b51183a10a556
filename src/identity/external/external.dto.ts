import { z } from 'zod';
import { plainText } from '../plain-text.js';

export const linkBody = z
  .strictObject({
    way: z.enum(['oidc', 'cas', 'gateway']),
    subject: plainText(1, 255).meta({ description: 'as the provider names the person for ever' }),
  })
  .meta({ id: 'ExternalIdentity' });
export type LinkBody = z.infer<typeof linkBody>;

export const casAnswerQuery = z.object({
  ticket: z.string().min(1).max(1024),
  state: z.string().min(1).max(64),
});
export type CasAnswerQuery = z.infer<typeof casAnswerQuery>;

/**
 * The browser's session cookie is sent to requests from our own site alone, and an answer to another site's redirect is
 * none: this page of ours leads on.
 */
export const SIGNED_IN_PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="0;url=/" />
    <title>登录完成 · 青配</title>
  </head>
  <body><a href="/">登录完成，继续</a></body>
</html>
`;
