import type { Run } from "../launch/context.ts";

/** Whoever started the run, first or again; at the keyboard the person there. */
export function startersOf({ starters, actor }: Pick<Run, "starters" | "actor">): readonly string[] {
  return starters ?? [actor];
}

export interface Starter {
  /** Who started the run, and who started it again. */
  readonly logins: readonly string[];
  /** This run opens the launch; otherwise a comment handed it on, and the run that opened it was looked at. */
  readonly opens: boolean;
}

export function among(logins: readonly string[], login: string): boolean {
  return logins.some((one) => one.toLowerCase() === login.toLowerCase());
}
