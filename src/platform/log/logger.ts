import { ConsoleLogger, type LogLevel } from '@nestjs/common';

export type LogThreshold = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: Record<LogThreshold, LogLevel[]> = {
  debug: ['debug', 'log', 'warn', 'error', 'fatal'],
  info: ['log', 'warn', 'error', 'fatal'],
  warn: ['warn', 'error', 'fatal'],
  error: ['error', 'fatal'],
};

// A line per module and route at every start would bury the lines an operator looks for.
const CHATTY_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

class QuietLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (CHATTY_CONTEXTS.has(String(rest.at(-1))) && !this.isLevelEnabled('debug')) return;
    super.log(message, ...rest);
  }
}

/**
 * One JSON object a line, or coloured text for a person at a terminal. Callers log what happened and to which id; never
 * a request's body, and never a name, unit or post.
 */
export function createLogger(threshold: LogThreshold, pretty: boolean): ConsoleLogger {
  return new QuietLogger({ logLevels: LEVELS[threshold], json: !pretty, colors: pretty });
}
