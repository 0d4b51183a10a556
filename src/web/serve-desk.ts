import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import staticFiles from 'express-static-gzip';
import { Clock, type Config } from '../platform/index.js';
import { type DeskFiles, readDesk, withNote } from './desk-files.js';
import { PAGE_POLICY } from './page-policy.js';

/** Addresses that are never a page of the desk. */
const NOT_PAGES = /^\/(api|health|metrics|assets)(\/|$)/;

/** The desk, and the root, from which most people are led there. */
const DESK = '/desk';
const ROOT = '/';

/** Name of the session cookie, secure installations put a prefix before it. */
const SESSION_COOKIE = 'qingpei_session=';

/** A file's name changes with what stands in it: a browser that has it need never ask again. */
const KEPT = { immutable: true, maxAge: '365d', index: false } as const;

/** The moment by the product's clock, so that a page counts waiting time as the server does. */
const NOW_HEADER = 'Qingpei-Now';

/**
 * Serves the desk in front of the API's routes: its files, and one page for every address that a browser opens. The page
 * holds no data and needs no sign-in; what it shows it asks the API for.
 *
 * @param isUninstalled whether nobody can sign in yet, for want of administrators
 */
export function serveDesk(app: NestExpressApplication, config: Config, isUninstalled: () => Promise<boolean>): void {
  const clock = app.get(Clock);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader(NOW_HEADER, clock.now().toISOString());
    next();
  });
  const desk = readDesk(notesOf(config));
  if (desk === null) return;
  app.use('/assets', staticFiles(`${desk.folder}/assets`, { index: false, serveStatic: KEPT }));
  const awaitsInstall = untilOnce(isUninstalled);
  // Nobody works yet, whatever cookie an earlier installation may have left in the browser.
  const firstPage = withNote(desk.page, 'qingpei-install', 'awaited');
  const firstStart = { ...desk, page: firstPage, pageToWork: { inbox: firstPage, desk: firstPage, other: firstPage } };
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!opensPage(request)) return next();
    void awaitsInstall().then((awaits) => sendPage(request, response, awaits ? firstStart : desk));
  });
}

/**
 * Asks until the answer is no, and never again: from then on opening a page costs the database nothing. Where nothing can be
 * asked, the page is the ordinary one.
 */
function untilOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let isOver = false;
  return async () => {
    if (isOver) return false;
    const answer = await ask().catch(() => null);
    isOver = answer === false;
    return answer === true;
  };
}

/** Which profile runs, and which ways of signing in beside the password have a button, with what it says. */
function notesOf({ profile, signIn }: Config): Record<string, string> {
  const ways = Object.entries(signIn.ways).map(([way, label]) => [`sign-in-${way}`, label]);
  return { profile, ...Object.fromEntries(ways) };
}

/** Programs that ask for JSON get the API's own answer, also where no route is. */
function opensPage({ method, path, headers }: Request): boolean {
  return (
    (method === 'GET' || method === 'HEAD') && !NOT_PAGES.test(path) && (headers.accept?.includes('text/html') ?? false)
  );
}

/** A first visit brings no session cookie, and the page then need not ask who is signed in only to be refused. */
function sendPage(request: Request, response: Response, desk: DeskFiles): void {
  const mayHaveSession = request.headers.cookie?.includes(SESSION_COOKIE) ?? false;
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  response.setHeader('Cache-Control', 'no-cache');
  response.vary('Cookie');
  response.type('html').send(mayHaveSession ? toWork(request, desk) : withNote(desk.page, 'qingpei-session', 'none'));
}

function toWork({ path, originalUrl }: Request, { pageToWork }: DeskFiles): string {
  if (originalUrl === DESK) return pageToWork.inbox;
  return path === DESK || path === ROOT ? pageToWork.desk : pageToWork.other;
}
