// A `run:` step.

import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { evaluateText } from "../expressions/evaluate.ts";
import { launchProcess } from "./launch-process.ts";
import { type Token, child } from "../workflow/read-token.ts";
import type { StepEffect, StepRun } from "../running-job.ts";
import { shellCommand } from "./shell-command.ts";
import { processEnv } from "./step-scope.ts";
import { withFileCommands } from "../commands/with-file-commands.ts";

export async function runScript(at: StepRun, step: Token): Promise<StepEffect> {
  const { scope, log, plan } = at;
  const { job } = scope;
  const evaluation = at.evaluation();
  // A composite action does not inherit the job's defaults.
  const defaults = scope.around === undefined ? job.defaults : {};
  const script = evaluateText(child(step, "run"), evaluation) ?? "";
  const shell = shellCommand(evaluateText(child(step, "shell"), evaluation) ?? defaults.shell);
  const directory = evaluateText(child(step, "working-directory"), evaluation) ?? defaults.workingDirectory ?? ".";
  const file = join(job.temp, `${randomUUID()}${shell.extension}`);
  await writeFile(file, `${script}\n`, { mode: 0o755 });
  return withFileCommands(at, {}, async (files, target) => {
    const code = await launchProcess({
      file: shell.file,
      args: shell.args(file),
      cwd: resolve(job.workspace, directory),
      env: { ...processEnv(scope, at.env, plan.action), ...files },
      signal: at.signal,
      onLine: (line) => log.line(line, target),
    });
    if (code !== 0 && !at.signal.aborted)
      log.annotate({ level: "error", message: `Process completed with exit code ${code}.` });
    return code !== 0;
  });
}
