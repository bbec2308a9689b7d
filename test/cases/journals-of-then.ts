import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderPage } from "../../src/checklist/render.ts";
import { stateLine } from "../../src/checklist/standing-text.ts";
import type { Release } from "../../src/core/release.ts";
import type { GitHub } from "../../src/github/client.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import type { Entry } from "../../src/journal/event.ts";
import { parseJournal } from "../../src/journal/journal.ts";
import { standing } from "../../src/journal/standing.ts";
import { latestRelease, next, stateOf } from "../../src/journal/state.ts";
import { en } from "../../src/locale/en.ts";
import { useOlderPlan } from "../../src/plan/older-spelling.ts";
import { strategyOf } from "../../src/presets/strategy.ts";
import { begun } from "../../src/journal/state.ts";
import {
  backupDirectory,
  copyOf,
  dumpProved,
  manifestHash,
  wayBackIsThere,
} from "../../src/stages/backup/backup-record.ts";
import { previousOf } from "../../src/stages/deploy/context.ts";
import { partSteps } from "../../src/stages/deploy/part-steps.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { runSteps, type Step } from "../../src/stages/launch/run-steps.ts";
import { windowOf } from "../../src/stages/launch/window-gate.ts";
import { migrationsRan } from "../../src/journal/migrated.ts";
import { launchFor } from "../stages/launch-for.ts";
import { versionsBefore } from "../../src/stages/verify/run-checks.ts";

export const planFile = ".github/golive.yml";

/** What an older golive left of a launch, as today's has it in hand. */
export interface OnRecord {
  readonly journal: string;
  /** Text of the plan in the tag's commit. */
  readonly plan: string;
  readonly entries: readonly Entry[];
  readonly release: Release;
  /** Of the run that wrote last. Its hosts answer what `answer` says, and otherwise fail whoever asks them. */
  readonly launch: Launch;
}

export async function onRecord(
  directory: string,
  { answer, github }: { readonly answer?: (command: string) => string; readonly github?: GitHub } = {},
): Promise<OnRecord> {
  const [journal, plan] = await Promise.all([
    readFile(join(directory, "journal.jsonl"), "utf8"),
    readFile(join(directory, "plan.yml"), "utf8"),
  ]);
  const entries = parseJournal(journal, directory);
  const id = latestRelease(entries) ?? "";
  let state = stateOf(entries, id);
  const { release } = state;
  if (release === null) throw new Error(`no launch in ${directory}`);
  const loaded = useOlderPlan(plan, planFile);
  const run = entries.at(-1)?.run ?? { id: 0, attempt: 0 };
  const { launch } = launchFor({
    plan: loaded,
    release,
    run: { ...run, actor: "anna" },
    entries: [...entries],
    hosts: Object.keys(loaded.hosts).map((name) => hostThat(name, answer)),
    over: {
      messages: en,
      phases: outline(loaded, en),
      ...(github === undefined ? {} : { github }),
      state: () => state,
      async record(event) {
        state = next(state, { ...event, at: new Date().toISOString(), release: id, run });
      },
    },
  });
  return { journal, plan, entries, release, launch };
}

function hostThat(name: string, answer?: (command: string) => string): Host {
  return hostFrom(name, async ({ file, args }) => {
    const asked = [file, ...args].join(" ");
    if (answer === undefined) throw new Error(`${name} was asked: ${asked}`);
    return { code: 0, signal: null, stdout: answer(asked), stderr: "", timedOut: false, seconds: 0 } as never;
  });
}

/** How it stands: from the journal alone. */
export function standingOf({ launch }: OnRecord) {
  const state = launch.state();
  const { phase, page, code, previous, database, kept, copy, unfinished } = standing(state);
  const line = Object.entries(en.states).find(([, text]) => text === stateLine(state, en))?.[0];
  return { phase, page, code, previous, database, kept, copy, unfinished: unfinished.map(({ id }) => id), line };
}

/** What the way back needs of the record. */
export function wayBackOf({ launch }: OnRecord) {
  const [host = ""] = launch.plan.deploy.hosts;
  return {
    directory: backupDirectory(launch),
    manifest: manifestHash(launch),
    copy: copyOf(launch),
    proved: dumpProved(launch),
    there: wayBackIsThere(launch),
    migrated: migrationsRan(launch.state()),
    codeTouched: begun(launch.state(), partSteps[strategyOf(launch.plan).touches].on(host).id),
    previous: previousOf(launch, host),
    version: versionsBefore(launch.state())[host],
  };
}

/** Ids of these phases that are not on the checklist as optional and would be done now, in their order. */
export async function stepsLeft(directory: string, ...phases: readonly string[]): Promise<readonly string[]> {
  const { launch } = await onRecord(directory);
  const left: string[] = [];
  const stand = (id: string): Step => ({
    id,
    async run() {
      left.push(id);
      return {};
    },
  });
  const lines = launch.phases.filter(({ id }) => phases.includes(id)).flatMap((phase) => phase.lines);
  // The window is long over.
  const plan = { ...launch.plan, window: { ...launch.plan.window, onOverrun: "continue" } } as Launch["plan"];
  await runSteps(
    { ...launch, plan },
    lines.filter(({ optional }) => optional !== true).map(({ id }) => stand(id)),
  );
  return left;
}

export function checklistOf({ launch }: OnRecord): string {
  const { plan, release, phases, messages } = launch;
  const runUrl = "https://github.test/o/r/actions/runs/1";
  return renderPage({ plan, release, phases, messages, state: launch.state(), window: windowOf(launch), runUrl });
}

/** Steps on record that no line of today's checklist stands for. */
export function withoutLine({ launch }: OnRecord): readonly string[] {
  const known = launch.phases.flatMap(({ lines }) => lines.map(({ id }) => id));
  return [...launch.state().steps.keys()].filter((id) => !known.includes(id));
}

export interface Repository {
  /** Text of the plan by commit. */
  readonly plans: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** GitHub as far as a launch is looked for in it; what is written to it is kept in `said`. */
export function githubWith({ plans, tags = {} }: Repository, said: string[] = []): GitHub {
  const missing = () => Promise.reject(Object.assign(new Error("Not Found"), { status: 404 }));
  const repos = {
    get: async () => ({ data: { default_branch: "main" } }),
    getBranch: async () => ({ data: { name: "main", protected: true, commit: { sha: "main" } } }),
    compareCommitsWithBasehead: async () => ({ data: { status: "behind" } }),
    getCommit: async ({ ref }: { ref: string }) => {
      const sha = tags[ref.replace("tags/", "")];
      return sha === undefined ? missing() : { data: { sha } };
    },
    getContent: async ({ path, ref }: { path: string; ref: string }) => {
      const text = path === planFile ? plans[ref] : undefined;
      if (text === undefined) return missing();
      return { data: { type: "file", content: Buffer.from(text).toString("base64") } };
    },
  };
  const issues = {
    listComments: {},
    async createComment({ body }: { body: string }) {
      said.push(body);
      return { data: { id: 1 } };
    },
    update: async ({ state }: { state?: string }) => void said.push(`issue ${state}`),
  };
  const octokit = { rest: { repos, issues }, paginate: async () => [] };
  return { octokit: octokit as never, owner: "o", repo: "r", serverUrl: "https://github.test" };
}
