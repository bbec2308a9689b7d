import { createHash } from "node:crypto";

/** Which workflow file a run follows: its path, and the object that holds it. */
export interface WorkflowFile {
  readonly path: string;
  readonly blob: string;
}

/** Everything an approval is for. Whatever of it changes asks for a new one. */
export interface Bound {
  readonly tag: string;
  readonly commit: string;
  readonly plan: { readonly path: string; readonly sha256: string };
  /** sha256 of the policy. */
  readonly policy: string;
  readonly workflow: WorkflowFile | null;
  /** Of golive. */
  readonly version: string;
  /** Inputs of the run that act. */
  readonly override: string;
  /** Day of the window, where one was asked for; empty for the next one. */
  readonly date: string;
  readonly environments: EnvironmentNames;
}

/** Names of GitHub environments; empty where there is none. */
export interface EnvironmentNames {
  readonly window: string;
  readonly day: string;
  readonly rollback: string;
}

/** sha256, in hex. */
export function digestOf(bound: Bound): string {
  const { plan, workflow, environments } = bound;
  const parts = [
    bound.tag,
    bound.commit,
    plan.path,
    plan.sha256,
    bound.policy,
    workflow?.path ?? "",
    workflow?.blob ?? "",
    bound.version,
    bound.override,
    bound.date,
    environments.window,
    environments.day,
    environments.rollback,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

export function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
