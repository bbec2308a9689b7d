import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { loadPlan } from "../../src/plan/load.ts";
import { controlMoved } from "../../src/stages/preflight/control-moved.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { release } from "../checklist/sample-page.ts";
import { launchFor, recordedHost } from "./launch-for.ts";
import type { Entry } from "../../src/journal/event.ts";

const live = "a".repeat(40);
const opened = { kind: "opened", opened: release };
const touchedSite = { kind: "step", step: "isolate.on", status: "done" };
const ended = { kind: "ended", outcome: "live", because: "x" };
const owner = { ...release, release: release.id, runUrl: "https://github.test/o/r/actions/runs/7", since: "2026" };

interface Places {
  /** Of the plan that is launched; of the one that is live; of the default branch. */
  readonly now: string;
  readonly live: string;
  readonly main: string;
}

async function look(t: TestContext, which: Places, journals: Readonly<Record<string, readonly object[]>>, locked = "") {
  const base = await mkdtemp(join(tmpdir(), "golive-moved-"));
  t.after(() => rm(base, { recursive: true }));
  for (const [place, events] of Object.entries(journals)) {
    await mkdir(join(base, place));
    const lines = events.map((event) =>
      JSON.stringify({ at: "2026", release: release.id, run: { id: 7, attempt: 1 }, ...event }),
    );
    await writeFile(join(base, place, "journal.jsonl"), `${lines.join("\n")}\n`);
    if (place === locked) await writeFile(join(base, place, "lock.json"), JSON.stringify(owner));
  }
  const text = (place: string) => (place === "" ? null : samplePlanText.replace("/var/lib/golive", join(base, place)));
  const texts: Readonly<Record<string, string | null>> = { [live]: text(which.live), main: text(which.main) };
  const octokit = {
    rest: {
      repos: {
        get: async () => ({ data: { default_branch: "main" } }),
        getContent: async ({ ref }: { ref: string }) => {
          const found = texts[ref] ?? null;
          if (found === null) throw Object.assign(new Error("Not Found"), { status: 404 });
          return { data: { type: "file", content: Buffer.from(found).toString("base64") } };
        },
      },
    },
  };
  const { host } = recordedHost("app-1", ({ args }) =>
    args.includes("cat") || args[0] === "-c" ? {} : { stdout: `${live}\n` },
  );
  const here = journals[which.now] ?? [];
  const plan = loadPlan(text(which.now) ?? "", "golive.yml");
  const { launch, told } = launchFor({
    plan,
    run: { id: 9, attempt: 1, actor: "anna" },
    octokit,
    hosts: [host],
    entries: here.map((event) => ({ release: release.id, ...event }) as Entry),
    over: { planFile: "golive.yml" },
  });
  const problems = await controlMoved(launch, plan, launch);
  const warnings = told.warn;
  return { codes: problems.map(({ code }) => code), text: problems.map(({ what }) => what).join("\n"), warnings, base };
}

const open = [opened, touchedSite];
const cases: readonly [string, Places, Record<string, readonly object[]>, string, number][] = [
  ["it stays", { now: "a", live: "a", main: "a" }, { a: open }, "", 0],
  ["it moves, and nothing is open", { now: "b", live: "a", main: "a" }, { a: [...open, ended] }, "", 0],
  ["it moves from an empty place", { now: "b", live: "a", main: "a" }, {}, "", 0],
  ["it moves while a launch is open", { now: "b", live: "a", main: "b" }, { a: open }, "", 1],
  ["only the default branch knows the old place", { now: "b", live: "", main: "a" }, { a: open }, "", 1],
  ["both know it", { now: "b", live: "a", main: "a" }, { a: open }, "", 1],
  ["two old places with open launches", { now: "c", live: "a", main: "b" }, { a: open, b: open }, "", 2],
  ["a launch that changed nothing yet has the lock", { now: "b", live: "a", main: "a" }, { a: [opened] }, "a", 1],
  ["one that changed nothing, and has no lock", { now: "b", live: "a", main: "a" }, { a: [opened] }, "", 0],
  ["both lead to one record", { now: "b", live: "a", main: "a" }, { a: open, b: open }, "", 0],
  ["no plan is known of before", { now: "b", live: "", main: "" }, {}, "", 0],
];

for (const [name, places, journals, locked, problems] of cases)
  test(`the place of the record: ${name}`, async (t) => {
    const { codes, text, base } = await look(t, places, journals, locked);
    assert.deepEqual(
      codes,
      Array.from({ length: problems }, () => "control-moved"),
    );
    if (problems > 0) assert.ok(text.includes(`app-1 (local):${join(base, places.live || places.main)}`), text);
  });
