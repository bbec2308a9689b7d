import { type Command, type Finished, script } from "../../core/command.ts";
import { CommandError, UserError } from "../../core/errors.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import { explain } from "./problems.ts";
import type { PgbackrestPlan } from "./schema.ts";

/**
 * pgbackrest as the plan's user, with its own configuration only: libpq's variables of the plan would lead it to
 * another server than the one its archive comes from.
 */
export function pgbackrestCommand(
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  verb: string,
  { args = [], timeoutSeconds = 3600 }: { readonly args?: readonly string[]; readonly timeoutSeconds?: number } = {},
): Command {
  const isOption = (word: string) => word.startsWith("--");
  const options = [
    `--stanza=${settings.stanza}`,
    ...(settings.config === undefined ? [] : [`--config=${settings.config}`]),
    "--log-level-stderr=warn",
  ];
  return {
    file: "pgbackrest",
    args: [verb, ...args.filter((word) => !isOption(word)), ...options, ...args.filter(isOption)],
    env: { LC_ALL: "C.UTF-8" },
    timeoutSeconds,
    label: `pgbackrest --stanza=${settings.stanza} ${verb}`,
    ...asUser(plan),
  };
}

/** A fixed shell script in the same surroundings. */
export function pgbackrestScript(
  plan: DatabasePlan,
  text: string,
  values: readonly string[],
  options: { readonly label: string; readonly stdin?: string; readonly timeoutSeconds?: number },
): Command {
  // The restored server asks for its log segments one by one: fetching ahead would share a lock with the live one's
  // archiving.
  const env = { LC_ALL: "C.UTF-8", PGBACKREST_ARCHIVE_ASYNC: "n", GOLIVE_PROGRAMS: plan.programs ?? "" };
  return script(text, values, { env, ...asUser(plan), ...options });
}

/** Runs it; a failure that is known is told in words, with the command's own as its cause. */
export async function runPgbackrest(
  host: Host,
  plan: DatabasePlan,
  settings: PgbackrestPlan,
  asked: Command,
): Promise<Finished> {
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return finished;
  const failed = new CommandError(host, asked, finished);
  const problem = explain(host.name, plan, settings, finished);
  throw problem === null ? failed : new UserError(problem, { cause: failed });
}

function asUser(plan: DatabasePlan): { user?: string } {
  return plan.runAs === undefined ? {} : { user: plan.runAs };
}
