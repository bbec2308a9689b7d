import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { keyOf, linesOf, runCommand } from "./run.ts";
import type { CommandsPlan } from "./schema.ts";

/** Lines that tell what a database holds; null where the plan has no command for them. They are never published. */
export type State = readonly string[] | null;

/** What the service's database holds now. */
export async function readState(host: Host, plan: CommandsPlan): Promise<State> {
  if (plan.state === undefined) return null;
  return stated(host, "state", await runCommand(host, plan, "state"));
}

/** The state that a command printed; one without a line says nothing, and nothing could differ from it. */
export function stated(host: Host, key: "state" | "prove", stdout: string): readonly string[] {
  const lines = linesOf(host, key, stdout);
  if (lines.length > 0) return lines;
  throw new UserError({
    code: "engine-state-empty",
    what: t`${keyOf(key)} printed no line of the database's state`,
    where: host.name,
    mend: t`let it print a line for each table, such as its name, its rows and a checksum`,
  });
}

/** How many lines are not on both sides; one that changed counts once. */
export function differing(one: readonly string[], other: readonly string[]): number {
  return Math.max(missingFrom(other, one).length, missingFrom(one, other).length);
}

/** Those of `wanted` that `there` has not, each as often as it lacks. */
export function missingFrom(there: readonly string[], wanted: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of there) left.set(line, (left.get(line) ?? 0) + 1);
  return wanted.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Lines that are the same at two times: what nobody wrote to in between. */
export function steadyOf(before: readonly string[], after: readonly string[]): string[] {
  const gone = missingFrom(after, before);
  return missingFrom(gone, before);
}

/** How many of what the lines are about, their first words, are not on both sides. */
export function unnamed(one: readonly string[], other: readonly string[]): number {
  const names = (lines: readonly string[]) => lines.map((line) => line.split(/\s/)[0] ?? "");
  return differing(names(one), names(other));
}
