import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { DateTime } from "luxon";
import type { Release } from "../../../../src/core/release.ts";
import type { GitHub } from "../../../../src/github/client.ts";
import type { Entry, Event } from "../../../../src/journal/event.ts";
import { verifyPeople } from "../../../../src/journal/steps/steps.ts";
import { stateOf } from "../../../../src/journal/state.ts";
import { en } from "../../../../src/locale/en.ts";
import { loadPlan } from "../../../../src/plan/load.ts";
import type { Plan } from "../../../../src/plan/schema/schema.ts";
import type { Launch, RunContext } from "../../../../src/stages/launch/context.ts";
import { cannedGitHub, type Canned, type TriedComment } from "./canned-github.ts";

/** What an approver has to name. */
export const digest = "5ea51de00ffe2bad".repeat(4);
export const starter = "boris";
const approvers = ["dmitry"];
const openedAt = "2026-11-24T20:00:00Z";
/** When the comments are posted that are tried, unless they say so. */
export const usualTime = "2026-11-24T21:00:00Z";
const opening = 1;
/** Comment with the scenarios. */
const scenarios = 10;

export const release: Release = {
  id: "v1.1.0-1",
  tag: "v1.1.0",
  commit: "c0ffee".padEnd(40, "0"),
  digest,
  actor: starter,
  issue: 7,
  runId: opening,
  window: { start: "2026-01-01T00:00:00Z", end: "2036-01-01T00:00:00Z" },
} as unknown as Release;

export interface TriedWorld {
  readonly github: GitHub;
  readonly canned: Canned;
  readonly context: RunContext;
  readonly plan: Plan;
  readonly entries: Entry[];
  readonly launch: Launch;
}

/**
 * A launch of examples/golive.yml, started by boris: it waits for the approval of dmitry, people are asked about
 * g1 (anna) and g2 (dmitry), and GitHub has one comment more.
 */
export async function worldWith(comment: TriedComment): Promise<TriedWorld> {
  const canned = cannedGitHub(comment, { release, starter, openedAt, scenarios });
  const plan = await planAround(DateTime.utc());
  const entries: Entry[] = [
    entry({ kind: "opened", opened: release }),
    entry({ kind: "waiting" }),
    entry({ kind: "step", step: verifyPeople.id, status: "started", facts: { comment: scenarios, node: "scenarios" } }),
    ...["g1 anna", "g2 dmitry"].map((word) => {
      const [scenario = "", by = ""] = word.split(" ");
      return entry({ kind: "scenario", scenario, by, mark: "pass", said: openedAt });
    }),
  ];
  const quiet = { info() {}, warn() {}, error() {} };
  const context = {
    github: canned.github,
    log: quiet,
    run: { id: 2, attempt: 1, actor: "github-actions[bot]" },
    signal: new AbortController().signal,
    sshKey: "",
    planFile: ".github/golive.yml",
  } as unknown as RunContext;
  const launch = {
    ...context,
    plan,
    release,
    messages: en,
    state: () => stateOf(entries, release.id),
    record: async (event: Event) => void entries.push(entry(event)),
  } as unknown as Launch;
  return { github: canned.github, canned, context, plan, entries, launch };
}

function entry(event: Event): Entry {
  return { at: openedAt, release: release.id, run: { id: opening, attempt: 1 }, ...event } as Entry;
}

async function planAround(now: DateTime): Promise<Plan> {
  const file = fileURLToPath(new URL("../../../../examples/golive.yml", import.meta.url));
  const plan = loadPlan(await readFile(file, "utf8"), "examples/golive.yml");
  const clock = (minutes: number) => now.setZone(plan.timezone).plus({ minutes }).toFormat("HH:mm");
  const { schedule: _, ...window } = plan.window;
  return {
    ...plan,
    // The comments that are tried are of any day.
    window: { ...window, start: clock(-10), end: clock(110), waitAtMost: 10 * 365 * 86_400 },
    approval: { ...plan.approval, comment: { approvers } },
  } as Plan;
}
