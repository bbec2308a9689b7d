import type { Judgement } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";

export interface AccessContext {
  /** The host that asks. */
  readonly host: Host;
  /** The service's settings file there. */
  readonly envFile: string | undefined;
  /** The user of that host who asks and reads the file. */
  readonly user: string | undefined;
}

export type Probed = Judgement & {
  readonly latencyMs?: number;
  /** Until when the key is good, in ISO 8601. */
  readonly expires?: string;
};

export function failed(evidence: string): Probed {
  return { verdict: "fail", evidence };
}

/** Nothing was measured. */
export function unknown(evidence: string): Probed {
  return { verdict: "error", evidence };
}

export function asUser({ user }: AccessContext): { user?: string } {
  return user === undefined ? {} : { user };
}

export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}
