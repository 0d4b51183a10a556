/**
 * A reason not to start that the operator can act on. Its message is printed as it stands, without a stack, so it says
 * in a full sentence what is wrong and what to do; `code` is for scripts that watch the start.
 */
export class StartupError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartupError';
  }
}
