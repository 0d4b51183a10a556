/** What this process is there for. Any number of each may run on the same database. */
export class Duties {
  constructor(
    /** Answers people's requests. */
    readonly serves: boolean,
    /** Carries out what nobody waits for: reminders, what follows from a step, sealing the audit, opening rounds. */
    readonly works: boolean,
  ) {}
}

/** One process does everything: the default, and the only way with the embedded database. */
export const SERVES_AND_WORKS = new Duties(true, true);
export const SERVES = new Duties(true, false);
export const WORKS = new Duties(false, true);
/** A command beside the server: looks at cases and must not carry anything out on the way. */
export const LOOKS_ON = new Duties(false, false);
