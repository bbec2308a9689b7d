import { readFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { UserError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { t } from "../core/text/text.ts";
import { type GitHub, githubAway } from "../github/client.ts";
import { parsePlan, setPlanLocale } from "../plan/load.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { findLaunch, type FoundLaunch } from "../stages/launch/record/find-launch.ts";
import { connect, type Connections } from "../stages/launch/connect/connect.ts";
import type { RunContext } from "../stages/launch/context.ts";
import { readKeys } from "../stages/tell/notices.ts";
import { type Given, optionTable, type Out } from "./options.ts";
import { planText } from "./plan-file.ts";

export type KeyboardContext = RunContext & { readonly planText: string };

/** A person at the keyboard: who, why, and the context of the work. */
export interface AtKeyboard {
  readonly context: KeyboardContext;
  readonly because: string;
  /** The person's name, when it was given. */
  readonly by: string;
}

/** The context that a command works in: no run, no GitHub unless given, the plan from a file. */
export async function atKeyboard({ values }: Given, out: Out, github: GitHub = githubAway): Promise<AtKeyboard> {
  const { plan: file = optionTable.plan.default, "ssh-key-file": key } = values;
  const [by, because] = [(values.by ?? "").trim(), (values.because ?? "").trim()];
  const text = await planText(file, t`name the plan with --plan FILE`);
  const noticeKeys = process.env.GOLIVE_NOTICES;
  const context: KeyboardContext = {
    github,
    log: toPerson(out),
    run: { id: 0, attempt: process.pid, actor: by === "" ? userInfo().username : by },
    sshKey: key === undefined ? "" : await readFile(key, "utf8"),
    planFile: file,
    planText: text,
    jobDirectory: tmpdir(),
    noticeKeys: noticeKeys === undefined ? undefined : readKeys(noticeKeys),
    signal: ended(),
  };
  return { context, because, by };
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

/** What is done on record needs a reason. */
export function requireReason(because: string, mend: string): void {
  if (because === "") throw new UserError({ code: "no-reason", what: t`there is no reason`, where: "--because", mend });
}

/**
 * The plan that counts: while a launch is under way the one it was opened with, which the control host keeps; else the
 * file, as long as it holds.
 */
async function planThatCounts(context: KeyboardContext): Promise<Plan> {
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
  context: KeyboardContext,
  work: (plan: Plan, reached: Connections) => Promise<T>,
): Promise<T> {
  const plan = await planThatCounts(context);
  const reached = await connect(plan, context);
  try {
    return await work(plan, reached);
  } finally {
    await reached.close();
  }
}
