import { CommandError } from "../../../core/errors.ts";
import type { Host } from "../../../hosts/host.ts";
import type { Pooled } from "../kind.ts";
import { consoleCommand, type PgbouncerPlan, rowsByName } from "./console.ts";

/** One pgbouncer, and what it is asked about. */
export interface Bouncer {
  readonly plan: PgbouncerPlan;
  readonly host: Host;
  readonly pooled: Pooled;
}

/** A line of SHOW DATABASES, as far as it is used. */
export type Row = Readonly<Record<string, string>>;

export const ask = ({ plan, host, pooled }: Bouncer, words: string, database?: string, timeoutSeconds?: number) =>
  host.attempt(
    consoleCommand(plan, pooled.programs, {
      words,
      ...(database === undefined ? {} : { database }),
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    }),
  );

export async function rows(bouncer: Bouncer, words: string): Promise<Row[]> {
  const finished = await ask(bouncer, words);
  if (finished.code !== 0 || finished.timedOut)
    throw new CommandError(bouncer.host, consoleCommand(bouncer.plan, bouncer.pooled.programs, { words }), finished);
  return rowsByName(finished.stdout);
}

/** Names of the listed databases that lead to the service's. */
export function leadingTo(listed: readonly Row[], { name: service }: Pooled): string[] {
  return listed.flatMap(({ name = "", database }) => (database === service && name !== "" ? [name] : []));
}

/** For people. */
export function placeOf({ plan, host }: Bouncer): string {
  return `${host.name}: pgbouncer ${plan.connection.host ?? ""}:${plan.connection.port}`.replace(" :", " ");
}
