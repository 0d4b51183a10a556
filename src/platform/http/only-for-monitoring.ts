import type { NextFunction, Request, Response } from 'express';

const ANSWERED = /^\/(health\/(live|ready)|metrics)$/;

/** Express middleware for a process that serves nobody: whoever watches it is answered, everybody else is not. */
export function onlyForMonitoring({ path }: Request, response: Response, next: NextFunction): void {
  if (ANSWERED.test(path)) return next();
  response.status(404).end();
}
