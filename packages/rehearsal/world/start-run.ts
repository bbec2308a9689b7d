// How a run comes into being: somebody presses the button, presses it again, or something happened.

import type { LaunchOptions } from "../launch-options.ts";
import { gitShow } from "./git-show.ts";
import type { GithubOptions } from "./github-options.ts";
import type { Dispatch, Run, RunStart, Twin } from "@golive/github-twin";

/** Asks the twin as this person; what it answers is read by those who know the documents of the path. */
// biome-ignore lint/suspicious/noExplicitAny: one function for the documents of all paths
export type Api = (login: string, method: string, path: string, body?: unknown) => Promise<any>;

export interface Started {
  readonly run: Run;
  /** Who started this attempt. */
  readonly actor: string;
  /** The options of the first attempt. */
  readonly first: LaunchOptions;
}

export interface Starter {
  start(options: LaunchOptions): Promise<Started>;
}

export const defaultActor = "anna";
export const defaultWorkflow = "go-live.yml";

/** `press` asks the twin for a dispatch and returns what it made of it. */
export function starter(
  options: GithubOptions,
  twin: Twin,
  api: Api,
  press: (login: string, workflow: string, body: object) => Promise<Dispatch>,
): Starter {
  const firsts = new Map<number, LaunchOptions>();
  const path = `/repos/${options.repository}`;

  const startOf = async (o: LaunchOptions): Promise<RunStart> => {
    const workflow = o.workflow ?? defaultWorkflow;
    const actor = o.actor ?? defaultActor;
    const inputs = { tag: o.tag, ...o.inputs };
    const ref = o.ref ?? "main";
    const common = { workflow, actor };
    if (o.event !== undefined)
      // Whatever happened, it runs what lies on the default branch.
      return { ...common, event: o.event.name, headSha: await gitShow(options.origin, "main"), headBranch: "main" };
    const person = options.people.some(({ login }) => login === actor);
    if (person) {
      const pressed = await press(actor, workflow, { ref, inputs });
      return { ...common, ...dispatched(pressed), inputs: pressed.inputs };
    }
    const full = await fullRef(options.origin, ref);
    const headSha = await gitShow(options.origin, full);
    return { ...common, ...dispatched({ ref: full, sha: headSha }), inputs };
  };

  return {
    async start(o) {
      const earlier = o.rerunOf === undefined ? undefined : firsts.get(o.rerunOf);
      const actor = o.actor ?? defaultActor;
      if (o.rerunOf !== undefined && earlier !== undefined) {
        const what = o.rerun === "failed" ? "rerun-failed-jobs" : "rerun";
        await api(actor, "POST", `${path}/actions/runs/${o.rerunOf}/${what}`);
        return { run: twin.startRun(again(earlier, o.rerunOf, actor)), actor, first: earlier };
      }
      const run = twin.startRun({ ...(await startOf(o)), ...(o.rerunOf === undefined ? {} : { rerunOf: o.rerunOf }) });
      firsts.set(run.id, o);
      return { run, actor, first: o };
    },
  };
}

/** All but who pressed the button comes from the first attempt. */
function again(first: LaunchOptions, run: number, actor: string): RunStart {
  return {
    workflow: first.workflow ?? defaultWorkflow,
    event: first.event?.name ?? "workflow_dispatch",
    actor,
    headSha: "",
    headBranch: "",
    rerunOf: run,
  };
}

function dispatched({
  ref,
  sha,
}: Pick<Dispatch, "ref" | "sha">): Pick<RunStart, "event" | "headSha" | "headBranch" | "ref"> {
  return { event: "workflow_dispatch", headSha: sha, headBranch: ref.replace(/^refs\/(heads|tags)\//, ""), ref };
}

async function fullRef(origin: string, name: string): Promise<string> {
  const branch = `refs/heads/${name}`;
  const found = await gitShow(origin, branch).catch(() => null);
  return found === null ? `refs/tags/${name}` : branch;
}
