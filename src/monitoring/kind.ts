import type { Done } from "../core/step.ts";
import type { Api } from "./api.ts";

/** The site that is closed now. */
export interface Closed {
  readonly phase: "isolate" | "rollback";
  readonly service: string;
  /** The release's id and tag. */
  readonly release: string;
  readonly tag: string;
  readonly run: number;
  /** ISO 8601. */
  readonly windowEnd: string;
  readonly timezone: string;
}

/** The site that is open again. */
export interface Opened {
  readonly service: string;
  readonly release: string;
  /** Opened, rolled back, or opened by hand. */
  readonly how: string;
  /** The facts of what this launch began, as far as they are on record. */
  readonly begun: readonly Readonly<Record<string, unknown>>[];
}

/** All that is asked of what watches the service, and is told that its site is closed; one file. */
export interface WatcherKind<Keys> {
  /** What people call the one that is asked. */
  readonly called: string;
  /** Begins, or finds what this release began, and proves it. */
  begin(api: Api, keys: Keys, closed: Closed): Promise<Done>;
  /** Whether what these facts tell of is still so; where nobody ends it by himself nobody looks. */
  holds?(api: Api, facts: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Ends all that this release began, and proves that it is over. */
  end(api: Api, opened: Opened): Promise<Done>;
  /** What is told when it could not be begun, or ended. */
  notBegun(): string;
  notEnded(): string;
  notEndedByHand(why: string): string;
}
