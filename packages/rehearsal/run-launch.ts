// One attempt of a run: its files, its jobs, the people at its gates.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "./world/checkout.ts";
import type { GithubOptions } from "./world/github-options.ts";
import { inTurn, type Twin } from "@golive/github-twin";
import type { LaunchOptions, Launched } from "./launch-options.ts";
import { reviewGates } from "./world/review-gates.ts";
import {
  type Concurrency,
  concurrency,
  type JobStatus,
  type RunResult,
  runWorkflow,
  type WorkflowRun,
} from "@golive/actions-runner";
import type { Api, Started, Starter } from "./world/start-run.ts";

export function launcher(
  options: GithubOptions,
  twin: Twin,
  api: Api,
  { start }: Starter,
): (o: LaunchOptions) => Promise<Launched> {
  const runner: Runner = {
    options,
    twin,
    api,
    onlooker: options.people[0]?.login ?? "",
    groups: concurrency(),
    results: new Map(),
  };
  return async (o) => {
    const started = await start(o);
    const { run } = started;
    o.onStart?.(run.id);
    twin.setRun(run.id, { status: "in_progress" });
    const workspace = join(options.directory, "runner", `${run.id}-${run.attempt}`);
    await mkdir(workspace, { recursive: true });
    const log: string[] = [];
    try {
      const result = await runWorkflow(await workflowRun(runner, { o, started, workspace, log }));
      runner.results.set(run.id, result);
      twin.setRun(run.id, { status: "completed", conclusion: result.conclusion });
      return { ...result, runId: run.id, log };
    } catch (error) {
      twin.setRun(run.id, { status: "completed", conclusion: "failure" });
      throw error;
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  };
}

/** What all runs of a repository share. */
interface Runner {
  readonly options: GithubOptions;
  readonly twin: Twin;
  readonly api: Api;
  /** Who looks at what waits. */
  readonly onlooker: string;
  readonly groups: Concurrency;
  /** By run, of the newest attempt. */
  readonly results: Map<number, RunResult>;
}

interface Attempt {
  readonly o: LaunchOptions;
  readonly started: Started;
  readonly workspace: string;
  readonly log: string[];
}

async function workflowRun(runner: Runner, { o, started, workspace, log }: Attempt): Promise<WorkflowRun> {
  const { options, twin } = runner;
  const { run, first } = started;
  // A run takes its files from the ref that was chosen, as GitHub does.
  const tree = join(workspace, "_tree");
  await checkout(options.origin, run.start.headSha, tree);
  return {
    ...identity(runner, started),
    workflowFile: o.workflowFile ?? first.workflowFile ?? join(tree, ".github/workflows", run.start.workflow),
    actionsRoot: tree,
    workspace,
    remoteActions: options.remoteActions ?? {},
    event: await eventOf(runner, started),
    ...(o.rerun === "failed" ? { earlier: runner.results.get(run.id)?.jobs ?? [] } : {}),
    tokenFor: (_job, permissions) => twin.tokenFor(run.id, permissions),
    secrets: { GITHUB_TOKEN: run.token, ...options.repositorySecrets, ...o.secrets },
    environmentSecrets: twin.environmentSecrets(),
    vars: {},
    concurrency: runner.groups,
    ...(options.runners === undefined ? {} : { runners: options.runners }),
    baseEnv: withPath(options.baseEnv ?? {}, o.path),
    nodePath: process.execPath,
    gate: gateOf(runner, run.id, o),
    onJob: (job) => {
      twin.setJob(run.id, jobState(job));
      o.onJob?.(job);
    },
    onLog: (line, at) => {
      log.push(line);
      o.onLog?.(line, at);
    },
    ...(o.signal ? { signal: o.signal } : {}),
  };
}

/** What the run is, apart from where its files lie and who listens. */
function identity({ options, twin }: Runner, { run, actor }: Started) {
  const ref = run.start.ref ?? `refs/heads/${run.start.headBranch}`;
  return {
    repository: options.repository,
    sha: run.start.headSha,
    ref,
    refProtected: ref.startsWith("refs/heads/") && twin.isProtected(ref.slice("refs/heads/".length)),
    actor: run.start.actor,
    triggeringActor: actor,
    runId: run.id,
    runNumber: run.number,
    attempt: run.attempt,
    apiUrl: twin.url,
    serverUrl: twin.serverUrl,
    token: run.token,
  };
}

async function eventOf({ options, api, onlooker }: Runner, { first, run }: Started): Promise<WorkflowRun["event"]> {
  if (first.event !== undefined) return { name: first.event.name, payload: { ...first.event.payload } };
  const payload = { repository: await api(onlooker, "GET", `/repos/${options.repository}`) };
  return { name: "workflow_dispatch", payload, inputs: run.start.inputs ?? {} };
}

function gateOf({ options, twin, api, onlooker }: Runner, run: number, o: LaunchOptions): WorkflowRun["gate"] {
  // Two gates at once are looked at one after the other: what the first look settled is not asked again.
  const reviews = inTurn();
  const path = `/repos/${options.repository}/actions/runs/${run}/pending_deployments`;
  return async (job, environment) => {
    const answer = twin.gate(run, job, environment);
    await Promise.race([answer, reviews(() => reviewGates({ twin, api, onlooker, path }, run, o))]);
    return answer;
  };
}

function jobState({ name, status, conclusion }: JobStatus): Parameters<Twin["setJob"]>[1] {
  return { name, status, ...(conclusion === undefined ? {} : { conclusion }) };
}

function withPath(env: Readonly<Record<string, string>>, first: string | undefined): Readonly<Record<string, string>> {
  const path = env.PATH ?? process.env.PATH ?? "/usr/bin:/bin";
  return {
    HOME: process.env.HOME ?? "/",
    LANG: "C.UTF-8",
    ...env,
    PATH: first === undefined ? path : `${first}:${path}`,
  };
}
