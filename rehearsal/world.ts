import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseJournal } from "../src/journal/journal.ts";
import type { Entry } from "../src/journal/event.ts";
import { parse } from "yaml";
import { addWorkflows } from "./add-workflows.ts";
import { type Dispatch, startTwin, type Twin, type TwinEvent } from "./github/twin.ts";
import { type HostsStage, startHostsStage } from "./hosts/hosts-stage.ts";
import { type PlanChange, planFor } from "./plan-for.ts";
import { planForHosts } from "./plan-for-hosts.ts";
import type { Permissions } from "./github/twin-interface.ts";
import { runWorkflow, type RunResult, type JobStatus } from "./runner/run-workflow.ts";
import { type Production, type Stage, startStage } from "./stage/stage.ts";
import type { BalancerKind, Strategy } from "./stage/facts.ts";
import { gitShow } from "./git-show.ts";

export const root = fileURLToPath(new URL("..", import.meta.url));

export interface WorldOptions {
  readonly change?: PlanChange;
  readonly ssh?: boolean;
  /** How releases lie on the host; in-place unless told otherwise. */
  readonly strategy?: Strategy;
  /** What stands in front of the service; nginx unless told otherwise. */
  readonly balancer?: BalancerKind;
  /** The plan rehearses the release on the nightly backup the day before; otherwise the window is only forecast. */
  readonly dayBefore?: boolean;
  /** Metrics and logs of the service are collected, and the plan asks them; for the day before there is a staging server as well. */
  readonly watched?: boolean;
  readonly clients?: number;
  /** Where the stage lies; a new temporary folder unless told. */
  readonly directory?: string;
  readonly environments?: Parameters<typeof startTwin>[0]["environments"];
  readonly log?: (line: string) => void;
  /** The default branch has the workflows, so that one run can start another. */
  readonly workflows?: boolean;
}

export interface LaunchOptions {
  readonly tag: string;
  /** Further inputs of the workflow. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly actor?: string;
  /** Says yes or no at the gate; by default dmitry, a reviewer, approves at once. */
  readonly review?: (environment: string, run: number) => Promise<"approved" | "rejected">;
  /** The same run again, next attempt. */
  readonly rerunOf?: number;
  readonly workflow?: string;
  /** A workflow that is none of the suite's own: its path. OWNER/golive in it is this suite. */
  readonly workflowFile?: string;
  readonly signal?: AbortSignal;
  readonly onLog?: (line: string, at: { job: string; step: string }) => void;
  readonly onJob?: (job: JobStatus) => void;
  /** Called with the run's id before its first job. */
  readonly onStart?: (run: number) => void;
  /** What started the run, when it was not a person who pressed the button. */
  readonly event?: { readonly name: string; readonly payload: object };
  readonly permissions?: Permissions;
  /** Put in front of the PATH of every step, for a test that replaces a program. */
  readonly path?: string;
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface Launched extends RunResult {
  readonly runId: number;
  readonly log: readonly string[];
}

/** A throwaway production, a GitHub in front of its repository, and people. */
export interface World<S extends Production = Stage> {
  readonly stage: S;
  readonly twin: Twin;
  launch(options: LaunchOptions): Promise<Launched>;
  /** Somebody comments on an issue; then what GitHub starts upon it runs, and what that starts. `meanwhile` comes in between. */
  comment(
    login: string,
    issue: number,
    body: string,
    meanwhile?: (id: number) => Promise<void>,
  ): Promise<{ readonly id: number; readonly approve: Launched; readonly started: readonly Launched[] }>;
  journal(): Promise<Entry[]>;
  issues(): Promise<{ number: number; title: string; body: string; state: string }[]>;
  api(login: string, method: string, path: string, body?: unknown): Promise<any>;
  stop(): Promise<void>;
}

export const repository = "clinic/psychology-api";
const people = [
  { login: "anna", token: "token-anna", permission: "admin" },
  { login: "dmitry", token: "token-dmitry", permission: "write" },
  { login: "guest", token: "token-guest", permission: "read" },
] as const;

/** What the jobs of go-live.yml ask for; each of its jobs gets exactly this. */
const launchPermissions: Permissions = {
  actions: "read",
  attestations: "write",
  contents: "read",
  "id-token": "write",
  issues: "write",
  metadata: "read",
};

export async function startWorld(options: WorldOptions & { readonly stage: "hosts" }): Promise<World<HostsStage>>;
export async function startWorld(options?: WorldOptions & { readonly stage?: "machine" }): Promise<World>;
export async function startWorld(
  options: WorldOptions & { readonly stage?: "machine" | "hosts" } = {},
): Promise<World<Production>> {
  const change: PlanChange = (plan, of) => {
    if (options.dayBefore !== true) delete plan["prepare"];
    options.change?.(plan, of);
  };
  const common = {
    ...(options.clients === undefined ? {} : { clients: options.clients }),
    ...(options.log ? { log: options.log } : {}),
  };
  const stage: Production =
    options.stage === "hosts"
      ? await startHostsStage({ ...common, planFor: (tag, facts) => planForHosts(facts, tag, change) })
      : await startStage({
          ...common,
          planFor: (tag, facts) => planFor(facts, tag, change),
          ssh: options.ssh ?? false,
          watched: options.watched ?? false,
          staging: options.watched === true && options.dayBefore === true,
          ...(options.balancer === undefined ? {} : { balancer: options.balancer }),
          ...(options.directory === undefined ? {} : { directory: options.directory }),
          ...(options.strategy === undefined ? {} : { strategy: options.strategy }),
        });
  let twin: Twin;
  try {
    if (options.workflows === true) await addWorkflows(stage.origin, join(root, ".github/workflows"));
    twin = await startTwin({
      repository,
      gitDirectory: stage.origin,
      users: people,
      environments: options.environments ?? {
        production: { reviewers: ["dmitry"] },
        "production-rollback": { reviewers: ["dmitry"] },
      },
    });
  } catch (error) {
    await stage.stop();
    throw error;
  }
  const api: World["api"] = async (login, method, path, body) => {
    const token = people.find((one) => one.login === login)?.token ?? "";
    const answer = await fetch(`${twin.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  const review = async (run: number, reviewer: NonNullable<LaunchOptions["review"]>) => {
    const pending = await api("dmitry", "GET", `/repos/${repository}/actions/runs/${run}/pending_deployments`);
    for (const { environment } of pending) {
      const state = await reviewer(environment.name, run);
      await api("dmitry", "POST", `/repos/${repository}/actions/runs/${run}/pending_deployments`, {
        environment_ids: [environment.id],
        state,
        comment: "",
      });
    }
  };
  let said: TwinEvent | null = null;
  let dispatches: Dispatch[] = [];
  twin.onEvent((event) => void (event.name === "issue_comment" && event.action === "created" && (said = event)));
  twin.onDispatch((dispatch) => void dispatches.push(dispatch));
  const world: World<Production> = {
    stage,
    twin,
    api,
    async comment(login, issue, body, meanwhile) {
      const { id } = (await api(login, "POST", `/repos/${repository}/issues/${issue}/comments`, { body })) as {
        id: number;
      };
      const event = said;
      if (event === null) throw new Error("the twin told no comment");
      await meanwhile?.(id);
      const workflow = parse(await readFile(join(root, ".github/workflows/approve.yml"), "utf8")) as {
        jobs: { approve: { permissions: Permissions } };
      };
      dispatches = [];
      const approve = await world.launch({
        tag: "",
        workflow: "approve.yml",
        actor: login,
        event,
        permissions: { ...workflow.jobs.approve.permissions, metadata: "read" },
      });
      const started: Launched[] = [];
      for (const {
        workflow: file,
        actor,
        inputs: { tag = "", ...inputs },
      } of dispatches)
        started.push(await world.launch({ tag, workflow: file, actor, inputs }));
      return { id, approve, started };
    },
    async launch(o) {
      const actor = o.actor ?? "anna";
      const sha = await gitShow(stage.origin, "main");
      const workflow = o.workflow ?? "go-live.yml";
      const inputs = { tag: o.tag, ...o.inputs };
      const run = twin.startRun({
        workflow,
        event: o.event?.name ?? "workflow_dispatch",
        actor,
        headSha: sha,
        headBranch: "main",
        ...(o.event ? {} : { inputs }),
        permissions: o.permissions ?? launchPermissions,
        ...(o.rerunOf === undefined ? {} : { rerunOf: o.rerunOf }),
      });
      o.onStart?.(run.id);
      twin.setRun(run.id, { status: "in_progress" });
      const log: string[] = [];
      const workspace = join(stage.directory, "runner", `${run.id}-${run.attempt}`);
      await mkdir(workspace, { recursive: true });
      const key = stage.ssh ? await readFile(stage.ssh.privateKeyFile, "utf8") : "";
      try {
        const result = await runWorkflow({
          workflowFile: o.workflowFile ?? join(root, ".github/workflows", workflow),
          remoteActions: {
            "OWNER/golive": root,
            "actions/upload-artifact": join(root, "rehearsal/remote/upload-artifact"),
            "actions/attest": join(root, "rehearsal/remote/attest"),
          },
          actionsRoot: root,
          workspace,
          event: o.event
            ? { name: o.event.name, payload: { ...o.event.payload } }
            : { name: "workflow_dispatch", payload: {}, inputs },
          repository,
          sha,
          ref: "refs/heads/main",
          actor,
          runId: run.id,
          runNumber: 1,
          attempt: run.attempt,
          apiUrl: twin.url,
          serverUrl: twin.serverUrl,
          token: run.token,
          secrets: {
            GITHUB_TOKEN: run.token,
            GOLIVE_SSH_KEY: key,
            ...("team" in stage && stage.team
              ? { GOLIVE_NOTICES: `TELEGRAM_TOKEN=${(stage.team as { token: string }).token}` }
              : {}),
            ...o.secrets,
          },
          vars: {},
          baseEnv: {
            PATH: `${o.path ? `${o.path}:` : ""}${process.env.PATH ?? "/usr/bin:/bin"}`,
            HOME: process.env.HOME ?? "/",
            XDG_STATE_HOME: join(stage.directory, "home-state"),
            LANG: "C.UTF-8",
          },
          nodePath: process.execPath,
          gate: async (job, environment) => {
            const answer = twin.gate(run.id, job, environment);
            await Promise.race([answer, review(run.id, o.review ?? (async () => "approved"))]);
            return answer;
          },
          onJob: (job) => {
            twin.setJob(run.id, {
              name: job.name,
              status: job.status,
              ...(job.conclusion === undefined ? {} : { conclusion: job.conclusion }),
            });
            o.onJob?.(job);
          },
          onLog: (line, at) => {
            log.push(line);
            o.onLog?.(line, at);
          },
          ...(o.signal ? { signal: o.signal } : {}),
        });
        twin.setRun(run.id, { status: "completed", conclusion: result.conclusion });
        return { ...result, runId: run.id, log };
      } catch (error) {
        twin.setRun(run.id, { status: "completed", conclusion: "failure" });
        throw error;
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    },
    async journal() {
      return parseJournal(await stage.journal(), "journal");
    },
    issues: () => api("anna", "GET", `/repos/${repository}/issues?state=all&labels=golive`),
    async stop() {
      await twin.close();
      await stage.stop();
    },
  };
  return world;
}
