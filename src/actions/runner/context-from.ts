import { tmpdir } from "node:os";
import { openGitHub } from "../../github/client.ts";
import { keyMasks, masksOf } from "../../hosts/keys/masks.ts";
import type { RunContext } from "../../stages/launch/context.ts";
import { readKeys } from "../../stages/tell/notices.ts";
import type { InputValues } from "./action.ts";
import { repositoryName, serverUrls, thisRun } from "./run-environment.ts";
import { maskValue, runnerLog } from "./runner-log.ts";

/** What an action works with, by its inputs and what the runner tells; what of it is secret is masked first. */
export function contextFrom(inputs: InputValues, signal: AbortSignal): RunContext {
  keyMasks(inputs["ssh-key"] ?? "").forEach(maskValue);
  const noticeKeys = inputs["notice-keys"] ? readKeys(inputs["notice-keys"]) : undefined;
  Object.values(noticeKeys ?? {})
    .flatMap(masksOf)
    .forEach(maskValue);
  const github = openGitHub({ token: inputs.token ?? "", repository: repositoryName(), ...serverUrls() }, runnerLog);
  return {
    github,
    log: runnerLog,
    run: thisRun(),
    sshKey: inputs["ssh-key"] ?? "",
    planFile: inputs.plan ?? "",
    noticeKeys,
    jobDirectory: process.env.RUNNER_TEMP ?? tmpdir(),
    signal,
  };
}
