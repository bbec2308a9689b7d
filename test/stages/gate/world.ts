// A world of a case: a repository, its GitHub, who starts what, and what happens until the window.

import type { TestContext } from "node:test";
import { parse, stringify } from "yaml";
import type { DeploymentBranches, TwinEnvironment, TwinRuleset } from "@golive/github-twin";
import type { Approved } from "../../../src/core/approved.ts";
import { UserError } from "../../../src/core/errors.ts";
import { openGitHub } from "../../../src/github/client.ts";
import { changedSince } from "../../../src/stages/gate/at-use.ts";
import { passGate, type Passed } from "../../../src/stages/gate/gate.ts";
import { approvalOf } from "../../../src/stages/gate/reviewed.ts";
import type { RunContext } from "../../../src/stages/launch/context.ts";
import { samplePlanText } from "../../plan/sample-plan.ts";
import {
  githubUnderTest,
  type GithubUnderTest,
  repository,
} from "../../../packages/rehearsal/test/world/github-under-test.ts";

/** What a plan says otherwise than the sample: a merge patch (RFC 7396). */
type Patch = Readonly<Record<string, unknown>>;

export interface World {
  readonly github?: {
    readonly visibility?: "public" | "private";
    readonly plan?: "free" | "team" | "enterprise";
    readonly protectedBranches?: readonly string[];
    readonly rulesets?: readonly TwinRuleset[];
    readonly teams?: Readonly<Record<string, { readonly members: readonly string[] }>>;
  };
  /** By name; null: it is not there. */
  readonly environments?: Readonly<Record<string, Partial<TwinEnvironment> | null>>;
  /** The plan of the default branch, and what the tag's says otherwise than that. */
  readonly main?: Patch;
  readonly release?: Patch;
  /** What is written below the tag's plan, as YAML. */
  readonly releaseText?: string;
  /** Further files of the default branch; `PLAN` stands for the plan itself. */
  readonly files?: Readonly<Record<string, string>>;
  /** Branches beside the default one. */
  readonly branches?: readonly string[];
  /** Where the tag lies: on the default branch unless told, on a branch of that name, or on none that is left. */
  readonly tagOn?: string;
  readonly start?: Start;
  /** Until the window: each as it comes. */
  readonly then?: readonly Happening[];
}

interface Start {
  readonly by?: string;
  readonly ref?: string;
  readonly override?: string;
  readonly date?: string;
  readonly approval?: string;
  /** Path of the workflow file that the run follows. */
  readonly workflow?: string;
  readonly plan?: string;
  readonly tag?: string;
  readonly repositoryKey?: boolean;
}

type Happening =
  | { readonly do: "approve" | "reject"; readonly by: string }
  | { readonly do: "bypass"; readonly by: string; readonly onRecord: boolean }
  | { readonly do: "rerun"; readonly by: string }
  | { readonly do: "plan"; readonly patch: Patch }
  | { readonly do: "file"; readonly path: string; readonly text: string }
  | { readonly do: "tag"; readonly to: "main" | "gone" | "outside" }
  | { readonly do: "force"; readonly drop: "tag" }
  | { readonly do: "environment"; readonly name: string; readonly rules: TwinEnvironment | null };

export interface Came {
  readonly gate: string;
  /** Null when the gate let nothing through. */
  readonly use: string | null;
  /** Every sentence that a person reads. */
  readonly said: string;
}

const planFile = ".github/golive.yml";
const workflow = ".github/workflows/go-live.yml";
const own: DeploymentBranches = ["main"];
const usual: Readonly<Record<string, TwinEnvironment>> = {
  production: { reviewers: ["dmitry"], branches: own, adminsMayBypass: false },
  "production-day": { reviewers: [], branches: own },
  "production-rollback": { reviewers: ["dmitry"], branches: own, adminsMayBypass: false },
};

export async function played(t: TestContext, world: World): Promise<Came> {
  const mainPlan = patched(parse(samplePlanText), world.main ?? {});
  const tagPlan = patched(structuredClone(mainPlan), world.release ?? {});
  const tagText = `${stringify(tagPlan)}${world.releaseText ?? ""}`;
  const files = { [workflow]: "on: workflow_dispatch\n", ".github/CODEOWNERS": "/.github/ @clinic/leads\n" };
  const more = Object.fromEntries(
    Object.entries(world.files ?? {}).map(([path, text]) => [path, text === "PLAN" ? stringify(mainPlan) : text]),
  );
  const made = await githubUnderTest(
    t,
    { ...files, ...more, [planFile]: tagText },
    {
      environments: environmentsOf(world),
      github: { protectedBranches: ["main"], ...world.github },
    },
  );
  const tag = world.start?.tag ?? "v2";
  await placeTag(made, world, tag, tagText);
  await made.commit("main", { [planFile]: stringify(mainPlan), VERSION: "next\n" });
  for (const branch of world.branches ?? []) await made.commit(branch, { BRANCH: `${branch}\n` });
  const ref = world.start?.ref ?? "main";
  if (ref !== "main") await made.commit(ref, { [workflow]: "on: workflow_dispatch\n# its own\n" });
  return new Night(made, world, tag, ref, mainPlan).play();
}

function environmentsOf({ environments = {} }: World): Record<string, TwinEnvironment> {
  const names = [...new Set([...Object.keys(usual), ...Object.keys(environments)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const change = environments[name];
      return change === null ? [] : [[name, { reviewers: [], branches: own, ...usual[name], ...change }]];
    }),
  );
}

async function placeTag(made: GithubUnderTest, { tagOn = "main" }: World, tag: string, plan: string): Promise<void> {
  const branch = tagOn === "nowhere" ? "gone-soon" : tagOn;
  const commit = await made.commit(branch, { [planFile]: plan, RELEASE: `${tag}\n` });
  made.tag(tag, commit);
}

/** One launch, from the button to the window. */
class Night {
  readonly made: GithubUnderTest;
  readonly world: World;
  readonly tag: string;
  readonly ref: string;
  plan: Record<string, unknown>;

  constructor(made: GithubUnderTest, world: World, tag: string, ref: string, plan: Record<string, unknown>) {
    [this.made, this.world, this.tag, this.ref, this.plan] = [made, world, tag, ref, plan];
  }

  async play(): Promise<Came> {
    const { start = {} } = this.world;
    const by = start.by ?? "anna";
    const headSha = this.git("rev-parse", this.ref);
    const { twin } = this.made;
    const common = { workflow: "go-live.yml", event: "workflow_dispatch", headSha, headBranch: this.ref };
    const permissions = { actions: "read", contents: "read" } as const;
    let run = twin.startRun({ ...common, actor: by, permissions });
    let actor = by;
    const context = () => this.context(run, [by, actor], headSha);
    const passed = await answer(() =>
      passGate(context(), {
        tag: this.tag,
        override: start.override ?? "",
        date: start.date ?? "",
        approval: start.approval ?? "",
        repositoryKey: start.repositoryKey ?? false,
      }),
    );
    if (passed.value === null) return { gate: passed.code, use: null, said: passed.said };
    const { value } = passed;
    let earlier = 0;
    let gate = this.gate(run.id, value);
    for (const happening of this.world.then ?? []) {
      if (happening.do === "rerun") {
        const counted = await answer(() => approvalOf(context(), value.plan.approval, earlier));
        earlier = counted.value?.rows ?? earlier;
        actor = happening.by;
        twin.setRun(run.id, { status: "completed", conclusion: "failure" });
        run = twin.startRun({ ...common, actor, permissions, rerunOf: run.id });
        gate = this.gate(run.id, value);
      } else await this.happen(happening, run.id);
    }
    void gate;
    const approved: Approved = { tag: this.tag, commit: value.commit, policy: value.main.commit, digest: value.digest };
    const use = await answer(async () => {
      const problems = await changedSince(context(), approved);
      if (problems.length > 0) throw new UserError(problems);
      return approvalOf(context(), value.plan.approval, earlier);
    });
    return { gate: "pass", use: use.code, said: [...value.notes, use.said].join("\n") };
  }

  private context(run: { id: number; attempt: number; token: string }, starters: string[], sha: string): RunContext {
    const { twin } = this.made;
    const log = { info() {}, warn() {}, error() {} };
    return {
      github: openGitHub({ token: run.token, repository, apiUrl: twin.url, serverUrl: twin.serverUrl }, log),
      log,
      run: {
        id: run.id,
        attempt: run.attempt,
        actor: starters.at(-1) ?? "",
        starters: [...new Set(starters)],
        ref: `refs/heads/${this.ref}`,
        workflow: { path: this.world.start?.workflow ?? workflow, commit: sha },
      },
      sshKey: "",
      planFile: this.world.start?.plan ?? planFile,
      jobDirectory: "",
      signal: new AbortController().signal,
    };
  }

  private gate(run: number, { bound }: Passed): Promise<unknown> {
    const { window } = bound.environments;
    return window === "" ? Promise.resolve() : this.made.twin.gate(run, "Window", window);
  }

  private async happen(happening: Exclude<Happening, { do: "rerun" }>, run: number): Promise<void> {
    const { made } = this;
    switch (happening.do) {
      case "approve":
      case "reject":
        return this.review(run, happening.by, happening.do === "approve" ? "approved" : "rejected");
      case "bypass":
        return made.twin.bypass(run, happening.by, { onRecord: happening.onRecord });
      case "plan":
        this.plan = patched(this.plan, happening.patch);
        return void (await made.commit("main", { [planFile]: stringify(this.plan) }));
      case "file":
        return void (await made.commit("main", { [happening.path]: happening.text }));
      case "environment":
        return made.twin.changeEnvironment(happening.name, happening.rules);
      case "tag":
        return this.moveTag(happening.to);
      case "force":
        return this.forcePush();
    }
  }

  private async review(run: number, by: string, state: "approved" | "rejected"): Promise<void> {
    const path = `/repos/${repository}/actions/runs/${run}/pending_deployments`;
    const pending = (await this.made.api(by, "GET", path)) as { environment: { id: number } }[];
    const ids = pending.map(({ environment }) => environment.id);
    await this.made.api(by, "POST", path, { environment_ids: ids, state, comment: "" });
  }

  private async moveTag(to: "main" | "gone" | "outside"): Promise<void> {
    this.git("tag", "--delete", this.tag);
    if (to === "gone") return;
    this.made.tag(
      this.tag,
      to === "main" ? this.git("rev-parse", "main") : await this.made.commit("side", { X: "1\n" }),
    );
  }

  /** The default branch is rewritten, and the tag's commit is no part of it any more. */
  private forcePush(): void {
    this.git("checkout", "--quiet", "--orphan", "rewritten");
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", "rewritten");
    this.git("branch", "--force", "main", "rewritten");
    this.git("checkout", "--quiet", "main");
  }

  private git(...args: string[]): string {
    return this.made.git(...args);
  }
}

interface Answer<T> {
  readonly value: T | null;
  readonly code: string;
  readonly said: string;
}

async function answer<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await ask(), code: "pass", said: "" };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const codes = error.problems.map(({ code }) => code ?? "no-code");
    return { value: null, code: codes.join(" "), said: error.message };
  }
}

function patched<T>(value: T, patch: Patch): T {
  const result = { ...(value as Record<string, unknown>) };
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete result[key];
    else if (typeof change === "object" && !Array.isArray(change))
      result[key] = patched((result[key] ?? {}) as object, change as Patch);
    else result[key] = change;
  }
  return result as T;
}
