// A repository in a temporary directory, and one run of its workflow.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { type JobResult, type RunResult, type WorkflowRun, runWorkflow } from "../src/run-workflow.ts";

export interface Run extends RunResult {
  readonly log: readonly string[];
  job(id: string): JobResult;
}

export type Overrides = Partial<WorkflowRun> & { readonly onLine?: (line: string) => void };

export async function repository(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "golive-runner-"));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

/** `jobs` alone, or a whole workflow if it says `on:`. Other files by their path. */
export async function run(
  t: TestContext,
  workflow: string,
  files: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<Run> {
  const text = /^on:/m.test(workflow) ? workflow : `on: push\n${workflow}`;
  const root = await repository(t, {
    "repo/.github/workflows/main.yml": text,
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`repo/${path}`, content])),
  });
  const log: string[] = [];
  const { onLine, ...rest } = overrides;
  const result = await runWorkflow({
    workflowFile: join(root, "repo/.github/workflows/main.yml"),
    actionsRoot: join(root, "repo"),
    workspace: join(root, "work"),
    event: { name: "push", payload: { head_commit: { id: "abc" } } },
    repository: "acme/shop",
    sha: "0123456789abcdef0123456789abcdef01234567",
    ref: "refs/heads/main",
    actor: "ann",
    runId: 7,
    runNumber: 3,
    attempt: 1,
    apiUrl: "http://127.0.0.1:1",
    serverUrl: "http://127.0.0.1:2",
    token: "ghs_token_of_the_run",
    secrets: {},
    vars: {},
    baseEnv: { PATH: process.env.PATH ?? "/usr/bin:/bin", HOME: root },
    nodePath: process.execPath,
    gate: async () => "approved",
    onLog: (line) => {
      log.push(line);
      onLine?.(line);
    },
    ...rest,
  });
  return {
    ...result,
    log,
    job(id) {
      const found = result.jobs.find((job) => job.id === id);
      if (found === undefined) throw new Error(`no job ${id} among ${result.jobs.map((job) => job.id).join(", ")}`);
      return found;
    },
  };
}

/** An action.yml for a JavaScript action. */
export function nodeAction(runs: string, inputs = ""): string {
  return `name: a\ndescription: b\n${inputs}runs:\n  using: node24\n${runs.replaceAll(/^/gm, "  ")}\n`;
}
