import { runCheck } from "../../../checks/check.ts";
import type { Finished } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Trial } from "../../../plan/schema/prepare-schema.ts";
import type { Launch } from "../../launch/launch.ts";
import type { Tried } from "./tried.ts";

/** A check of the plan, in the built release. */
export async function tryCheck(launch: Launch, tried: Tried, check: Trial["tests"][number]): Promise<Judgement> {
  if (check.kind === "command") {
    const finished = await tried.host.attempt(tried.trial.command(check.run, check.timeout));
    return judgeCommand(finished, check.timeout);
  }
  return runCheck(check, {
    plan: launch.plan,
    expected: launch.release,
    hosts: launch.hosts,
    built: { directory: tried.directory },
  });
}

/** A program that could not be started measured nothing. */
function judgeCommand({ code, timedOut }: Finished, timeout: number): Judgement {
  if (timedOut) return { verdict: "error", evidence: t`did not end within ${timeout} s` };
  if (code === 0) return { verdict: "pass", evidence: "exit 0" };
  return { verdict: code === 126 || code === 127 ? "error" : "fail", evidence: t`exited ${code}` };
}
