import { Catch } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Problem, ProblemFilter } from '../../platform/index.js';

/**
 * Signing in through a provider is a walk of the browser, not a call of a page: what goes wrong on it is shown as a page
 * that says what happened and leads back. Programs get the problem document as everywhere.
 */
@Catch()
export class SignInPageFilter extends ProblemFilter {
  protected override send(problem: Problem, request: Request, response: Response): void {
    if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') {
      super.send(problem, request, response);
      return;
    }
    response.status(problem.status).type('html').send(failedPage(problem));
  }
}

/** Where the round began: one who is signed in already wanted to link an identity to the account. */
const BACK: Readonly<Record<string, { href: string; label: string }>> = {
  SIGN_IN_NOT_FRESH: { href: '/account', label: '返回我的账户' },
  EXTERNAL_IDENTITY_TAKEN: { href: '/account', label: '返回我的账户' },
};

const TO_SIGN_IN = { href: '/', label: '返回登录页' };

const STYLE = `body{margin:0;font:16px/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;background:#f4f6f8;color:#1f2933}
main{max-width:30em;margin:14vh auto 0;padding:2.2em 2.4em;background:#fff;border-radius:8px;box-shadow:0 1px 4px rgb(0 0 0/12%)}
h1{margin:0 0 .6em;font-size:1.35em;font-weight:600}p{margin:0 0 1em}a{color:#fff;background:#1d4f91;border-radius:6px;
padding:.5em 1.1em;text-decoration:none;display:inline-block}small{color:#616e7c}`;

function failedPage({ code, detail, requestId }: Problem): string {
  const { href, label } = BACK[code] ?? TO_SIGN_IN;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>未能登录 · 青配</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>未能完成统一认证登录</h1>
      <p>${escaped(detail)}</p>
      <p><a href="${href}">${label}</a></p>
      <small>如需协助，请把编号告知系统管理员：${escaped(requestId)}（${escaped(code)}）</small>
    </main>
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
