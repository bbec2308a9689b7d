import { type Command, command } from "../../core/command.ts";
import type { DatabasePlan } from "../postgres.ts";

/** Names that stand in a provider's words as {database}, {snapshot}, {id}. */
export type Named = Readonly<Record<string, string>>;

/** A provider's words with the names in them. */
export function wordsWith(words: readonly string[], names: Named): string[] {
  return words.map((word) => word.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole));
}

/** A command of the plan's that asks the provider, on the database host as the user of its programs. */
export function providerCommand(
  plan: DatabasePlan,
  words: readonly string[],
  names: Named,
  timeoutSeconds: number,
): Command {
  const [program = "", ...args] = wordsWith(words, names);
  return command(program, args, { timeoutSeconds, ...(plan.runAs === undefined ? {} : { user: plan.runAs }) });
}
