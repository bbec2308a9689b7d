import { runCheck } from "../../../checks/check.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Trial } from "../../../plan/schema/prepare-schema.ts";
import type { Launch } from "../../launch/context.ts";
import type { Tried } from "./tried.ts";

/** A check of the plan, in the built release. */
export async function tryCheck(launch: Launch, tried: Tried, check: Trial["tests"][number]): Promise<Judgement> {
  return runCheck(check, {
    plan: launch.plan,
    expected: launch.release,
    hosts: launch.hosts,
    built: {
      directory: tried.directory,
      attempt: (words, timeoutSeconds) => tried.host.attempt(tried.trial.command(words, timeoutSeconds)),
    },
  });
}
