import type { PeoplePhase } from "../../core/comments/people-phases.ts";

type Phase = Exclude<PeoplePhase, "before-opening">;

/** Texts about steps that people do; those before the opening are asked with the scenarios. */
export interface ManualMessages {
  /** `until`: a time of day, or empty. */
  readonly head: Readonly<Record<Phase, (release: string, until: string) => string>>;
  readonly reminder: Readonly<Record<Phase, (lines: string, until: string) => string>>;
  readonly optional: string;
  broken(line: string): string;
  /** `lines`: a list, a line each. Of the way back, when people did not do what is theirs. */
  askBack(release: string, lines: string, until: string): string;
  /** A step could not be done with visitors on the site. */
  failedOpen(lines: string): string;
}
