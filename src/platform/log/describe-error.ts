export interface ErrorDescription {
  name: string;
  message: string;
  /** SQLSTATE or node error code. */
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: ErrorDescription;
}

interface DatabaseFault {
  code?: string;
  constraint?: string;
}

/**
 * An error as it may be logged. Messages of the database can quote values, and values can be names: of a database error
 * only its code, its constraint and where it happened are kept.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: 'thrown value is not an error' };
  const { code, constraint } = error as Error & DatabaseFault;
  const fromDatabase = 'severity' in error || 'driverError' in error;
  return {
    name: error.name,
    message: fromDatabase ? 'database error' : error.message,
    ...(typeof code === 'string' && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

// The head of a stack repeats the message.
function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
