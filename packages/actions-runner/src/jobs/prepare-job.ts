// Directories, contexts, secrets and environment of a job about to start.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { evaluateText, evaluateTexts } from "../expressions/evaluate.ts";
import type { Flow, Leg } from "./flow.ts";
import { jobSecrets } from "./job-secrets.ts";
import type { JobState } from "./job-state.ts";
import { createMasker } from "../commands/masker.ts";
import { workflowIdentity } from "../workflow/load-workflow.ts";
import { narrowPermissions } from "../workflow/permissions.ts";
import { type Token, child } from "../workflow/read-token.ts";
import type { StepScope } from "../steps/step-scope.ts";

export interface PreparedJob {
  readonly job: JobState;
  readonly scope: StepScope;
}

export interface JobStart {
  readonly token: Token;
  readonly leg: Leg;
  readonly environment: string | undefined;
  readonly signal: AbortSignal;
  readonly mark: string;
}

export async function prepareJob(
  flow: Flow,
  { token, leg, environment, signal, mark }: JobStart,
): Promise<PreparedJob> {
  const { run } = flow;
  const { tokens } = flow.workflow;
  const permissions = narrowPermissions(
    flow.permissions,
    child(token, "permissions") ?? child(tokens, "permissions"),
    leg.key,
  );
  const githubToken = run.tokenFor?.(leg.id, permissions) ?? run.token;
  const secrets = {
    ...jobSecrets(flow, environment),
    GITHUB_TOKEN: githubToken,
  };

  const base = join(run.workspace, `${run.runId}-${run.attempt}`);
  const folder = leg.id.replaceAll(/[^\w.-]+/g, "_");
  const workspace = join(base, folder);
  const temp = join(base, "_temp", folder);
  const tools = join(base, "_tool");
  for (const directory of [workspace, temp]) await rm(directory, { recursive: true, force: true });
  for (const directory of [workspace, temp, tools]) await mkdir(directory, { recursive: true });
  const eventPath = join(temp, "event.json");
  await writeFile(eventPath, JSON.stringify(flow.github["event"], null, 2));

  const runner = {
    os: "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
    name: "rehearsal",
    environment: "self-hosted",
    temp,
    tool_cache: tools,
  };
  const contexts = {
    ...leg.evaluation.contexts,
    github: { ...flow.github, token: githubToken, job: leg.key, workspace, event_path: eventPath },
    job: workflowIdentity(flow.workflow),
    runner,
    secrets,
  };
  const at = { ...leg.evaluation, contexts };
  const env = evaluateTexts(child(tokens, "env"), at);
  Object.assign(env, evaluateTexts(child(token, "env"), { ...at, contexts: { ...contexts, env } }));
  const inEnv = { ...at, contexts: { ...contexts, env } };
  const setting = (key: string): string | undefined =>
    evaluateText(
      child(child(child(token, "defaults"), "run"), key) ?? child(child(child(tokens, "defaults"), "run"), key),
      inEnv,
    );
  const shell = setting("shell");
  const workingDirectory = setting("working-directory");

  const job: JobState = {
    run,
    id: leg.id,
    key: leg.key,
    contexts,
    workspace,
    temp,
    // A runner masks what the job was given; it does not know of anything else.
    masker: createMasker(Object.values(secrets)),
    debug:
      (secrets as Readonly<Record<string, string>>)["ACTIONS_STEP_DEBUG"] === "true" ||
      run.vars["ACTIONS_STEP_DEBUG"] === "true",
    mark,
    defaults: {
      ...(shell === undefined ? {} : { shell }),
      ...(workingDirectory === undefined ? {} : { workingDirectory }),
    },
    signal,
    result: { status: "success" },
    env,
    path: [],
    annotations: [],
    steps: [],
    posts: [],
    uses: new Map(),
  };
  const scope: StepScope = {
    job,
    root: flow.workflow.root,
    inputs: flow.inputs,
    secrets,
    steps: {},
    env: {},
    github: {},
    result: job.result,
    path: "",
  };
  return { job, scope };
}
