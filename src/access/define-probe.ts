import type { z } from "zod";
import type { Parsed } from "../plan/camel-keys.ts";
import type { AccessContext, Probed } from "./access.ts";

/** What golive knows of a kind of access probe, and all that it knows. */
export interface ProbeDefinition<Probe> {
  /** What has to be installed on the host that asks. */
  readonly programs: readonly string[];
  /** Whether its key is in the service's settings file. */
  readonly readsSettings: boolean;
  /** Its line on the checklist, where the plan gives it none. */
  title(probe: Probe): string;
  /** Asks with the key. One that is refused fails; what cannot be asked is `error`. */
  run(probe: Probe, context: AccessContext): Promise<Probed>;
}

/** A kind of probe. Its schema is a constant beside it: inside the same literal as `run` its type would lead to itself. */
export function defineProbe<Schema extends z.ZodType>(schema: Schema, definition: ProbeDefinition<Parsed<Schema>>) {
  return { schema, ...definition };
}
