// GITHUB_OUTPUT and its siblings: empty files before a process runs, read and obeyed after it.

import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseFileCommand } from "./parse-file-command.ts";
import type { CommandTarget, StepEffect, StepRun } from "../running-job.ts";

const summaryLimit = 1024 * 1024;
const names = {
  GITHUB_OUTPUT: "set_output",
  GITHUB_ENV: "set_env",
  GITHUB_PATH: "add_path",
  GITHUB_STATE: "save_state",
  GITHUB_STEP_SUMMARY: "step_summary",
} as const;
type Variable = keyof typeof names;

export async function withFileCommands(
  at: StepRun,
  state: Record<string, string>,
  run: (env: Readonly<Record<string, string>>, target: CommandTarget) => Promise<boolean>,
): Promise<StepEffect> {
  const { job } = at.scope;
  const folder = join(job.temp, "_runner_file_commands");
  await mkdir(folder, { recursive: true });
  const mark = randomUUID();
  const files = Object.fromEntries(
    Object.entries(names).map(([variable, name]) => [variable, join(folder, `${name}_${mark}`)]),
  ) as Record<Variable, string>;
  for (const file of Object.values(files)) await writeFile(file, "");

  const target: CommandTarget = { outputs: {}, state };
  let failed = await run(files, target);

  const obey = async (variable: Variable, into: (text: string) => void): Promise<void> => {
    try {
      into(await readFile(files[variable], "utf8"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      failed = true;
      const message = error instanceof Error ? error.message : String(error);
      at.log.annotate({
        level: "error",
        message: `Unable to process file command '${variable.replace("GITHUB_", "").toLowerCase()}' successfully. ${message}`,
      });
    }
  };
  await obey("GITHUB_ENV", (text) => {
    for (const [name, value] of parseFileCommand(text)) {
      if (name === "NODE_OPTIONS")
        throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
      job.env[name] = value;
    }
  });
  await obey("GITHUB_PATH", (text) => {
    for (const line of text.split(/\r?\n/)) if (line !== "") job.path.unshift(line);
  });
  await obey("GITHUB_OUTPUT", (text) => Object.assign(target.outputs, Object.fromEntries(parseFileCommand(text))));
  await obey("GITHUB_STATE", (text) => Object.assign(target.state, Object.fromEntries(parseFileCommand(text))));
  let summary = "";
  await obey("GITHUB_STEP_SUMMARY", (text) => {
    const size = Buffer.byteLength(text);
    if (size <= summaryLimit) summary = job.masker.mask(text);
    // The upload fails, the step does not.
    else
      at.log.annotate({
        level: "error",
        message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`,
      });
  });
  return { failed, outputs: target.outputs, summary };
}
