/** Work that fills a new installation, such as the generated sample city. Runs before the server listens. */
export interface FirstStartTask {
  /** One line for the console, shown while it runs. */
  readonly title: string;
  /** False once done: tasks are asked at every start. */
  isNeeded(): Promise<boolean>;
  /** @param progress shows one more line */
  run(progress: (line: string) => void): Promise<void>;
}

/** Lines printed once the server answers, such as the sample sign-ins. */
export interface ReadyNote {
  lines(): Promise<string[]>;
}
