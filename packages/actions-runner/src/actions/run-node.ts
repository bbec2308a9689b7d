// One script of a JavaScript action.

import { join } from "node:path";
import { launchProcess } from "../steps/launch-process.ts";
import type { Action } from "./load-action.ts";
import type { StepEffect, StepRun } from "../running-job.ts";
import { processEnv } from "../steps/step-scope.ts";
import { withFileCommands } from "../commands/with-file-commands.ts";

export interface NodeScript {
  readonly action: Action;
  readonly script: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Record<string, string>;
}

export async function runNode(at: StepRun, { action, script, inputs, state }: NodeScript): Promise<StepEffect> {
  const { scope, log, plan } = at;
  const { source } = action;
  const from =
    source.repository === undefined ? {} : { action_repository: source.repository, action_ref: source.ref ?? "" };
  return withFileCommands(at, state, async (files, target) => {
    const code = await launchProcess({
      file: scope.job.run.nodePath,
      args: [join(source.directory, script)],
      cwd: scope.job.workspace,
      env: {
        ...processEnv({ ...scope, github: { ...scope.github, ...from } }, at.env, plan.action),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])),
        ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
        ...files,
      },
      signal: at.signal,
      onLine: (line) => log.line(line, target),
    });
    return code !== 0;
  });
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
