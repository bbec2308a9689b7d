// GitHub around one repository: the twin, the runner, and people who press its buttons.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "./checkout.ts";
import type { Secrets, TwinOptions, TwinUser } from "./github/twin-interface.ts";
import { type Dispatch, startTwin, type Twin, type TwinEvent } from "./github/twin.ts";
import type { LaunchOptions, Launched } from "./launch-options.ts";
import { runWorkflow, type Permissions as JobPermissions, type WorkflowRun } from "./runner/run-workflow.ts";
import { type Api, starter } from "./start-run.ts";

export type GithubSettings = Omit<TwinOptions, "repository" | "gitDirectory" | "users" | "environments">;

export interface GithubOptions {
  readonly repository: string;
  /** The git repository; its default branch is `main`. */
  readonly origin: string;
  /** Below it each run has its workspace. */
  readonly directory: string;
  readonly people: readonly TwinUser[];
  readonly environments: TwinOptions["environments"];
  readonly repositorySecrets?: Secrets;
  /** What else is said of this GitHub: its plan, teams, rules of branches. */
  readonly github?: GithubSettings;
  /** "OWNER/NAME" to a local directory, for what workflows use of other repositories. */
  readonly remoteActions?: Readonly<Record<string, string>>;
  readonly baseEnv?: Readonly<Record<string, string>>;
}

export interface GithubWorld {
  readonly twin: Twin;
  launch(options: LaunchOptions): Promise<Launched>;
  /** Somebody comments on an issue; then what GitHub starts upon it runs, and what that starts. `meanwhile` comes in between. */
  comment(login: string, issue: number, body: string, meanwhile?: (id: number) => Promise<void>): Promise<Heard>;
  readonly api: Api;
  stop(): Promise<void>;
}

export interface Heard {
  readonly id: number;
  readonly approve: Launched;
  readonly started: readonly Launched[];
}

export async function startGithub(options: GithubOptions): Promise<GithubWorld> {
  const { repository, origin, people, environments } = options;
  const path = `/repos/${repository}`;
  const twin = await startTwin({
    repository,
    gitDirectory: origin,
    users: people,
    environments,
    ...(options.repositorySecrets === undefined ? {} : { repositorySecrets: options.repositorySecrets }),
    ...options.github,
  });
  const api = apiOf(twin, people);
  let said: TwinEvent | null = null;
  let dispatches: Dispatch[] = [];
  twin.onEvent((event) => void (event.name === "issue_comment" && event.action === "created" && (said = event)));
  twin.onDispatch((dispatch) => void dispatches.push(dispatch));

  const press = async (login: string, workflow: string, body: object): Promise<Dispatch> => {
    await api(login, "POST", `${path}/actions/workflows/${workflow}/dispatches`, body);
    const pressed = dispatches.pop();
    if (pressed === undefined) throw new Error("the twin told no dispatch");
    return pressed;
  };
  const runs = starter(options, twin, api, press);

  const review = async (run: number, { review: decide, reviewer = "dmitry" }: LaunchOptions): Promise<void> => {
    const pending = await api(reviewer, "GET", `${path}/actions/runs/${run}/pending_deployments`);
    for (const { environment } of pending) {
      const state = (await decide?.(environment.name, run)) ?? "approved";
      const body = { environment_ids: [environment.id], state, comment: "" };
      await api(reviewer, "POST", `${path}/actions/runs/${run}/pending_deployments`, body);
    }
  };

  const eventOf = async (first: LaunchOptions, inputs: RunInputs): Promise<WorkflowRun["event"]> => {
    if (first.event !== undefined) return { name: first.event.name, payload: { ...first.event.payload } };
    const payload = { repository: await api(people[0]?.login ?? "", "GET", path) };
    return { name: "workflow_dispatch", payload, inputs };
  };

  const launch = async (o: LaunchOptions): Promise<Launched> => {
    const { run, actor, first } = await runs.start(o);
    o.onStart?.(run.id);
    twin.setRun(run.id, { status: "in_progress" });
    const log: string[] = [];
    const workspace = join(options.directory, "runner", `${run.id}-${run.attempt}`);
    await mkdir(workspace, { recursive: true });
    try {
      // A run takes its files from the ref that was chosen, as GitHub does, and each job has a token of its own.
      const tree = join(workspace, "_tree");
      await checkout(origin, run.start.headSha, tree);
      const ref = run.start.ref ?? `refs/heads/${run.start.headBranch}`;
      const result = await runWorkflow({
        workflowFile: o.workflowFile ?? join(tree, ".github/workflows", run.start.workflow),
        remoteActions: options.remoteActions ?? {},
        actionsRoot: tree,
        workspace,
        event: await eventOf(first, run.start.inputs ?? {}),
        repository,
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
        tokenFor: (_job: string, permissions: JobPermissions) => twin.tokenFor(run.id, permissions),
        secrets: { GITHUB_TOKEN: run.token, ...options.repositorySecrets, ...o.secrets },
        environmentSecrets: twin.environmentSecrets(),
        vars: {},
        baseEnv: withPath(options.baseEnv ?? {}, o.path),
        nodePath: process.execPath,
        gate: async (job, environment) => {
          const answer = twin.gate(run.id, job, environment);
          await Promise.race([answer, review(run.id, o)]);
          return answer;
        },
        onJob: (job) => {
          const { name, status, conclusion } = job;
          twin.setJob(run.id, { name, status, ...(conclusion === undefined ? {} : { conclusion }) });
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
  };

  return {
    twin,
    api,
    launch,
    async comment(login, issue, body, meanwhile) {
      const { id } = (await api(login, "POST", `${path}/issues/${issue}/comments`, { body })) as { id: number };
      const event = said;
      if (event === null) throw new Error("the twin told no comment");
      await meanwhile?.(id);
      dispatches = [];
      const approve = await launch({ tag: "", workflow: "approve.yml", actor: login, event });
      const started: Launched[] = [];
      for (const { workflow, actor, ref, inputs } of dispatches) {
        const { tag = "", ...rest } = inputs;
        const chosen = ref.replace(/^refs\/(heads|tags)\//, "");
        started.push(await launch({ tag, workflow, actor, inputs: rest, ref: chosen }));
      }
      return { id, approve, started };
    },
    stop: () => twin.close(),
  };
}

type RunInputs = NonNullable<WorkflowRun["event"]["inputs"]>;

function apiOf(twin: Twin, people: readonly TwinUser[]): Api {
  return async (login, method, path, body) => {
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
}

function withPath(env: Readonly<Record<string, string>>, first: string | undefined): Readonly<Record<string, string>> {
  const path = env["PATH"] ?? process.env["PATH"] ?? "/usr/bin:/bin";
  return {
    HOME: process.env["HOME"] ?? "/",
    LANG: "C.UTF-8",
    ...env,
    PATH: first === undefined ? path : `${first}:${path}`,
  };
}
