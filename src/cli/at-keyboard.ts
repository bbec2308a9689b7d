import { readFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UserError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { t } from "../core/text/text.ts";
import { type GitHub, githubAway } from "../github/client.ts";
import { parsePlan, setPlanLocale } from "../plan/load.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { findLaunch, type FoundLaunch } from "../stages/launch/find-launch.ts";
import { reach, type Reach, type RunContext } from "../stages/launch/launch.ts";
import { readKeys } from "../stages/tell/notices.ts";

/** What every command of a person at the keyboard takes. */
export const commonOptions = {
  plan: { type: "string", default: ".github/golive.yml" },
  "ssh-key-file": { type: "string" },
  because: { type: "string" },
  by: { type: "string" },
} as const;

export type Out = (text: string) => void;

/** The words of a command, and the context it works in: no run, no GitHub unless given, the plan from a file. */
export async function atKeyboard<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  out: Out,
  github: GitHub = githubAway,
) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...commonOptions, ...options },
    allowPositionals: true,
  });
  const {
    plan: file,
    by = "",
    because = "",
    "ssh-key-file": key,
  } = values as {
    plan: string;
    by?: string;
    because?: string;
    "ssh-key-file"?: string;
  };
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError({
      what: t`there is no such file`,
      where: file,
      mend: t`name the plan with --plan FILE`,
    });
  });
  const given = process.env["GOLIVE_NOTICES"];
  const context: RunContext & { readonly planText: string } = {
    github,
    log: toPerson(out),
    run: { id: 0, attempt: process.pid, actor: by.trim() === "" ? userInfo().username : by.trim() },
    sshKey: key === undefined ? "" : await readFile(key, "utf8"),
    planFile: file,
    planText: text,
    jobDirectory: tmpdir(),
    noticeKeys: given === undefined ? undefined : readKeys(given),
    signal: ended(),
  };
  return { values, positionals, context, because: because.trim(), by: by.trim() };
}

/** Ctrl-C ends what runs on the hosts, as a cancelled run does. */
function ended(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => abort.abort());
  return abort.signal;
}

export function toPerson(out: Out): Log {
  const warn = (text: string) => out(t`Warning: ${text}\n`);
  return { info: (text) => out(`${text}\n`), warn, error: warn };
}

/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
export async function planThatCounts(context: RunContext & { readonly planText: string }): Promise<Plan> {
  const read = parsePlan(context.planText, context.planFile);
  setPlanLocale(read);
  const last = await lastOf(context);
  if (last !== null && (last.state.ended === null || !read.ok)) {
    for (const text of last.told) context.log.warn(text);
    return last.plan;
  }
  if (!read.ok) throw new UserError(read.problems);
  return read.plan;
}

async function lastOf(context: RunContext): Promise<FoundLaunch | null> {
  try {
    return await findLaunch(context, "last");
  } catch (error) {
    if (error instanceof UserError && error.problems[0]?.code === "launch-not-found") return null;
    throw error;
  }
}

/** The hosts of the plan that counts, open while the work lasts. */
export async function withReach<T>(
  context: RunContext & { readonly planText: string },
  work: (plan: Plan, reached: Reach) => Promise<T>,
): Promise<T> {
  const plan = await planThatCounts(context);
  const reached = await reach(plan, context);
  try {
    return await work(plan, reached);
  } finally {
    await reached.close();
  }
}
