/** The parts of a launch, in the order of the checklist: from the checks before the window to what comes after it. */
export const phases = [
  "prepare",
  "day-before",
  "isolate",
  "backup",
  "deploy",
  "dns-tls",
  "verify",
  "open",
  "watch",
  "rollback",
  "after",
] as const;

export type PhaseId = (typeof phases)[number];

/** Those in which the site is closed, by a launch that goes well. */
export const windowPhases = ["isolate", "backup", "deploy", "dns-tls", "verify", "open"] as const satisfies PhaseId[];

/** Those that may not go on when the window's time is over; a step of a later one leads out of it. */
export const timedByWindow = ["isolate", "backup", "deploy", "dns-tls"] as const satisfies PhaseId[];

/** `backup.copy` belongs to backup. */
export function phaseOf(step: string): string {
  return step.slice(0, Math.max(0, step.indexOf(".")));
}

export function isOf(step: string, ...of: readonly PhaseId[]): boolean {
  return of.some((phase) => phase === phaseOf(step));
}
