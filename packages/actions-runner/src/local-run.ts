// The many things that a run is told on GitHub, as far as it makes no difference on this machine.

import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import type { WorkflowRun } from "./workflow-run.ts";

export interface LocalRun extends Partial<WorkflowRun> {
  /** The repository with the workflow, its commit checked out. */
  readonly root: string;
  /** The workflow's file, from there. */
  readonly workflow: string;
}

const nowhere = "http://127.0.0.1:9";

/** A push to `main` by whoever is logged in, with no secrets and nobody at its gates; whatever is given is taken instead. */
export function localRun({ root, workflow, ...given }: LocalRun): WorkflowRun {
  return {
    workflowFile: resolve(root, workflow),
    actionsRoot: resolve(root),
    workspace: join(tmpdir(), `actions-runner-${process.pid}`),
    event: { name: "push", payload: {} },
    repository: "local/repository",
    sha: "0".repeat(40),
    ref: "refs/heads/main",
    actor: userInfo().username,
    runId: 1,
    runNumber: 1,
    attempt: 1,
    apiUrl: nowhere,
    serverUrl: nowhere,
    token: "",
    secrets: {},
    vars: {},
    baseEnv: { PATH: process.env.PATH ?? "/usr/bin:/bin", HOME: process.env.HOME ?? "/" },
    nodePath: process.execPath,
    gate: async () => "approved",
    ...given,
  };
}
