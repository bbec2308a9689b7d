import { noView } from "../../src/checklist/view.ts";
import type { Command, Finished } from "../../src/core/command.ts";
import type { Release } from "../../src/core/release.ts";
import type { GitHub } from "../../src/github/client.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import type { Hosts } from "../../src/hosts/open-hosts.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import type { Journal } from "../../src/journal/journal.ts";
import type { Held, Lock, Owner } from "../../src/journal/lock.ts";
import { stateOf } from "../../src/journal/state.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import type { Launch, Run } from "../../src/stages/launch/context.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { release as sampleRelease } from "../checklist/sample-page.ts";
import { samplePlan } from "../plan/sample-plan.ts";

/** What a test needs otherwise than the sample has it. */
export interface Given {
  readonly plan?: Plan;
  readonly release?: Partial<Release>;
  readonly run?: Run;
  /** The machines that are there; asking another is a mistake of the test. */
  readonly hosts?: readonly Host[];
  /** The parts of GitHub's client that are asked. Asking another, or any without these, is a mistake of the test. */
  readonly octokit?: object;
  /** The journal, with what is on record already; kept as it is, so that several launches may share one. */
  readonly entries?: Entry[];
  /** The same, as this run's events. */
  readonly events?: readonly Event[];
  /** Sees each event before it is on record. What it throws goes to whoever wanted to record it. */
  readonly beforeRecord?: (event: Event) => void;
  readonly signal?: AbortSignal;
  /** Anything else of the launch. */
  readonly over?: Partial<Launch>;
}

export interface Told {
  readonly info: string[];
  readonly warn: string[];
  readonly error: string[];
}

export interface LaunchFor {
  readonly launch: Launch;
  /** The journal. */
  readonly entries: Entry[];
  /** What the log was told. */
  readonly told: Told;
}

/** A launch of the sample plan, with its journal in memory, its lock taken, and nothing that leaves this process. */
export function launchFor(given: Given = {}): LaunchFor {
  const { plan = samplePlan(), run = { id: 7, attempt: 1, actor: "anna" }, entries = [] } = given;
  const release: Release = { ...sampleRelease, runId: run.id, ...given.release };
  const messages = messagesOf(plan);
  const told: Told = { info: [], warn: [], error: [] };
  const record = async (event: Event) => {
    given.beforeRecord?.(event);
    // The run may be another one by now.
    const { id, attempt } = run;
    entries.push({ at: new Date().toISOString(), release: release.id, run: { id, attempt }, ...event });
  };
  for (const event of given.events ?? []) void record(event);
  const launch: Launch = {
    plan,
    release,
    run,
    messages,
    phases: outline(plan, messages),
    hosts: hostsFrom(given.hosts ?? []),
    github: githubWith(given.octokit),
    log: {
      info: (text) => void told.info.push(text),
      warn: (text) => void told.warn.push(text),
      error: (text) => void told.error.push(text),
    },
    journal: journalIn(entries),
    lock: lockOf(run, release),
    view: noView,
    sshKey: "",
    planFile: ".github/golive.yml",
    jobDirectory: "/nonexistent",
    signal: given.signal ?? new AbortController().signal,
    state: () => stateOf(entries, release.id),
    shutOutOwn: async () => true,
    record,
    refresh: async () => {},
    close: async () => {},
    ...given.over,
  };
  return { launch, entries, told };
}

function hostsFrom(all: readonly Host[]): Hosts {
  return {
    all,
    get(name) {
      const found = all.find((host) => host.name === name);
      if (found === undefined) throw new Error(`the test has no host ${name}`);
      return found;
    },
    close: async () => {},
  };
}

function githubWith(octokit: object | undefined): GitHub {
  // Only some of the client is there. What is not fails where it is asked.
  return { octokit: (octokit ?? {}) as GitHub["octokit"], owner: "o", repo: "r", serverUrl: "https://github.test" };
}

function journalIn(entries: Entry[]): Journal {
  return {
    read: async () => [...entries],
    append: async (added) => void entries.push(...added),
    keepLog: async (id, step) => `app-1:/logs/${id}/${step}.log`,
  };
}

/** Taken by the run, for its release. */
function lockOf({ id, actor }: Run, { id: release, tag, commit, digest }: Release): Lock {
  const own: Owner = { release, tag, commit, digest, runId: id, runUrl: "", actor, since: new Date().toISOString() };
  let held: Held | null = { owner: own, token: 1, silentSeconds: 0 };
  return {
    async take(owner) {
      if (held !== null) return { taken: false, ...held };
      held = { owner, token: 2, silentSeconds: 0 };
      return { taken: true, token: 2 };
    },
    held: async () => held,
    async takeOver(_dead, owner) {
      const token: number = (held?.token ?? 0) + 1;
      held = { owner, token, silentSeconds: 0 };
      return token;
    },
    async release(owner) {
      if (held?.owner.runId === owner.runId) held = null;
    },
    beat: async () => {},
  };
}

/** What a command on a recorded host says; undefined: nothing, and ends well. */
export type Answer = (command: Command) => Partial<Finished> | undefined;

export interface RecordedHost {
  readonly host: Host;
  /** All that was run there. */
  readonly commands: Command[];
}

/** A machine that runs nothing: every command is noted, and ends well unless `answer` says otherwise. */
export function recordedHost(name: string, answer: Answer = () => undefined): RecordedHost {
  const commands: Command[] = [];
  const host = hostFrom(name, async (command) => {
    commands.push(command);
    return { code: 0, stdout: "", stderr: "", seconds: 0.5, timedOut: false, ...answer(command) };
  });
  return { host, commands };
}
