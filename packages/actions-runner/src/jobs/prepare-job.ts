// Directories, contexts, secrets and environment of a job about to start.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runAction } from "../actions/run-action.ts";
import { type Evaluation, evaluateText, evaluateTexts } from "../expressions/evaluate.ts";
import type { Flow, Leg } from "./flow.ts";
import { jobSecrets } from "./job-secrets.ts";
import type { JobState, StepScope } from "../running-job.ts";
import { createMasker } from "../commands/masker.ts";
import { workflowIdentity } from "../workflow/load-workflow.ts";
import { narrowPermissions } from "../workflow/permissions.ts";
import { type Token, child } from "../workflow/read-token.ts";
import type { Permissions } from "../workflow-run.ts";

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

export async function prepareJob(flow: Flow, start: JobStart): Promise<PreparedJob> {
  const { token, leg, environment, signal, mark } = start;
  const { run } = flow;
  const githubToken = run.tokenFor?.(leg.id, permissionsOf(flow, start)) ?? run.token;
  const secrets: Readonly<Record<string, string>> = { ...jobSecrets(flow, environment), GITHUB_TOKEN: githubToken };
  const places = await prepareFolders(flow, leg);
  const contexts = {
    ...leg.evaluation.contexts,
    github: {
      ...flow.github,
      token: githubToken,
      job: leg.key,
      workspace: places.workspace,
      event_path: places.event,
    },
    job: workflowIdentity(flow.workflow),
    runner: runnerContext(places),
    secrets,
  };
  const env = jobEnv(flow, token, { ...leg.evaluation, contexts });
  const job: JobState = {
    run,
    id: leg.id,
    key: leg.key,
    contexts,
    workspace: places.workspace,
    temp: places.temp,
    // A runner masks what the job was given; it does not know of anything else.
    masker: createMasker(Object.values(secrets)),
    debug: secrets.ACTIONS_STEP_DEBUG === "true" || run.vars.ACTIONS_STEP_DEBUG === "true",
    mark,
    defaults: jobDefaults(flow, token, { ...leg.evaluation, contexts: { ...contexts, env } }),
    signal,
    result: { status: "success" },
    env,
    path: [],
    annotations: [],
    steps: [],
    posts: [],
    uses: new Map(),
    runAction,
  };
  return { job, scope: jobScope(flow, job, secrets) };
}

function permissionsOf({ permissions, workflow }: Flow, { token, leg }: JobStart): Permissions {
  const asked = child(token, "permissions") ?? child(workflow.tokens, "permissions");
  return narrowPermissions(permissions, asked, leg.key);
}

interface Folders {
  readonly workspace: string;
  readonly temp: string;
  readonly tools: string;
  /** The file with the event's payload. */
  readonly event: string;
}

async function prepareFolders({ run, github }: Flow, leg: Leg): Promise<Folders> {
  const base = join(run.workspace, `${run.runId}-${run.attempt}`);
  const folder = leg.id.replaceAll(/[^\w.-]+/g, "_");
  const workspace = join(base, folder);
  const temp = join(base, "_temp", folder);
  const tools = join(base, "_tool");
  for (const directory of [workspace, temp]) await rm(directory, { recursive: true, force: true });
  for (const directory of [workspace, temp, tools]) await mkdir(directory, { recursive: true });
  const event = join(temp, "event.json");
  await writeFile(event, JSON.stringify(github.event, null, 2));
  return { workspace, temp, tools, event };
}

function runnerContext({ temp, tools }: Folders): Readonly<Record<string, string>> {
  return {
    os: "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
    name: "rehearsal",
    environment: "self-hosted",
    temp,
    tool_cache: tools,
  };
}

/** The workflow's `env`, and the job's, which may refer to it. */
function jobEnv({ workflow }: Flow, token: Token, at: Evaluation): Record<string, string> {
  const env = evaluateTexts(child(workflow.tokens, "env"), at);
  return Object.assign(env, evaluateTexts(child(token, "env"), { ...at, contexts: { ...at.contexts, env } }));
}

function jobDefaults({ workflow }: Flow, token: Token, at: Evaluation): JobState["defaults"] {
  const setting = (key: string): string | undefined => {
    const [ofJob, ofWorkflow] = [token, workflow.tokens].map((of) => child(child(child(of, "defaults"), "run"), key));
    return evaluateText(ofJob ?? ofWorkflow, at);
  };
  const shell = setting("shell");
  const workingDirectory = setting("working-directory");
  return {
    ...(shell === undefined ? {} : { shell }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
  };
}

function jobScope({ workflow, inputs }: Flow, job: JobState, secrets: StepScope["secrets"]): StepScope {
  return {
    job,
    root: workflow.root,
    inputs,
    secrets,
    steps: {},
    env: {},
    github: {},
    result: job.result,
    path: "",
  };
}
