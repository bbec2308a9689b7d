import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry, Event } from "../../src/journal/event.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { watchLaunch } from "../../src/stages/watch/watch.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

/** A release that is open on this machine, its site, whoever expects the ping, and a GitHub that takes things down. */
async function opened(t: TestContext, change: object = {}) {
  const directory = await mkdtemp(join(tmpdir(), "golive-watch-"));
  t.after(() => rm(directory, { recursive: true }));
  const site = { status: 200, pings: 0, visits: 0 };
  const server = createServer(({ url }, answer) => {
    if (url === "/ping") site.pings++;
    else site.visits++;
    answer.writeHead(url === "/ping" ? 200 : site.status).end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const text = samplePlanText.replace(/^(\s*)url: http\S+$/m, `$1url: ${url}/`);
  const plan = loadPlan(
    `${text}\nwatch: ${JSON.stringify({ for: "30s", every: "1s", day: "0s", requests: 4, units: false, probes: [{ url: `${url}/` }], ping: `${url}/ping`, ...change })}\n`,
    "sample.yml",
  );
  const entry = (event: Event, release = "v1-1"): Entry => ({
    at: new Date().toISOString(),
    release,
    run: { id: 1, attempt: 1 },
    ...event,
  });
  const entries: Entry[] = [
    entry({ kind: "opened", opened: { id: "v1-1", tag: "v1", issue: 12 } as never }),
    entry({ kind: "step", step: "isolate.on", status: "done" }),
    entry({ kind: "step", step: "open.off", status: "done" }),
    entry({ kind: "ended", outcome: "live", because: "verified" }),
  ];
  const github: string[] = [];
  const warnings: string[] = [];
  const away = { journal: false };
  const octokit = {
    paginate: async () => [],
    rest: {
      issues: {
        listComments: {},
        create: async ({ title }: { title: string }) => (github.push(`create ${title}`), { data: { number: 13 } }),
        update: async ({ issue_number, state }: { issue_number: number; state?: string }) => (
          github.push(`update ${issue_number} ${state ?? ""}`), { data: {} }
        ),
        createComment: async ({ issue_number, body }: { issue_number: number; body: string }) => (
          github.push(`comment ${issue_number} ${body}`), { data: { id: github.length } }
        ),
        updateComment: async ({ body }: { body: string }) => (github.push(`rewrite ${body}`), { data: {} }),
      },
    },
  };
  const read = async () => {
    if (away.journal) throw new Error("the control host is away");
    return entries;
  };
  const made = launchFor({
    plan: { ...plan, control: { ...plan.control, directory } },
    entries,
    run: { id: 1, attempt: 1, actor: "anna" },
    release: { id: "v1-1", tag: "v1", commit: "c".repeat(40), digest: "d".repeat(64), issue: 12, actor: "anna" },
    hosts: [localHost("app-1")],
    octokit,
    over: {
      log: { info() {}, warn: (line: string) => void warnings.push(line), error() {} },
      record: async (event: Event) => {
        if (away.journal) throw new Error("the control host is away");
        entries.push(entry(event));
      },
    },
  });
  const launch: Launch = { ...made.launch, journal: { ...made.launch.journal, read } };
  return {
    launch,
    entries,
    entry,
    github,
    site,
    away,
    warnings,
    directory,
    watch: (limit: number) => watchLaunch(launch, plan.watch as never, limit),
  };
}

test("a job hands on what it knows: totals, the course, and where the incident is told", async (t) => {
  const one = await opened(t, { for: "6s" });
  assert.equal((await one.watch(2)).end, "more");
  const first = JSON.parse(await readFile(join(one.directory, "watch-v1-1.json"), "utf8")) as {
    totals: { probes: { all: number } };
  };
  assert.ok(first.totals.probes.all >= 4, JSON.stringify(first.totals));
  assert.equal((await one.watch(60)).end, "over");
  const { probes } = one.launch.state().steps.get("watch.watch")?.facts.totals as {
    probes: { bad: number; all: number };
  };
  assert.deepEqual([probes.bad, probes.all], [0, one.site.visits]);
  assert.equal(
    one.launch.state().course.reduce((sum, { all }) => sum + all, 0),
    one.site.visits,
  );
  assert.equal(one.site.pings, 2, "once by job, and at most once a minute");
});

test("a release that another launch replaced is watched no more, and its checklist ends with what was seen", async (t) => {
  const one = await opened(t);
  const ended = one.watch(60);
  setTimeout(
    () =>
      one.entries.push(
        one.entry({ kind: "opened", opened: { id: "v2-2", tag: "v2", issue: 14 } as never }, "v2-2"),
        one.entry({ kind: "step", step: "isolate.on", status: "done" }, "v2-2"),
      ),
    1500,
  );
  assert.deepEqual(await ended.then(({ end, because }) => [end, because]), ["superseded", "v2 was launched since"]);
  assert.match(
    one.github[0] ?? "",
    /^comment 12 ## 🟢 clinic v1: the report\n[\s\S]*The watch's own requests \| 100 %/,
  );
  assert.deepEqual(one.github.slice(1), ["update 12 closed"]);
  assert.equal(one.launch.state().steps.get("watch.watch")?.note, "v2 was launched since");
});

test("a watch that somebody starts while one runs takes over", async (t) => {
  const one = await opened(t);
  const ended = one.watch(60);
  setTimeout(
    () =>
      one.entries.push({
        ...one.entry({ kind: "step", step: "watch.watch", status: "started" }),
        run: { id: 2, attempt: 1 },
      }),
    1200,
  );
  assert.deepEqual(await ended.then(({ end, because }) => [end, because]), ["superseded", "run 2 watches it now"]);
  assert.deepEqual(one.github, []);
});

test("one that is taken back is left to whoever takes it back", async (t) => {
  const one = await opened(t);
  one.entries.push(one.entry({ kind: "recalled", by: ["dmitry"], because: "bookings fail" }));
  assert.equal((await one.watch(60)).end, "superseded");
  assert.deepEqual(one.github, []);
});

test("a control host that is away ends no watch, and holds no SEV-1 up", async (t) => {
  const one = await opened(t);
  one.site.status = 500;
  setTimeout(() => (one.away.journal = true), 500);
  const { end, because } = await one.watch(60);
  assert.equal(end, "sev1");
  assert.match(because, /^SEV-1: own requests: \d+ of \d+ bad in 5 min$/);
  assert.ok(
    one.github.some((call) => call.startsWith("comment 12 ## 🔴 SEV-1")),
    one.github.join("\n"),
  );
  assert.ok(
    one.warnings.some((line) => /journal could not be written/.test(line)) &&
      one.warnings.some((line) => /journal could not be read/.test(line)),
    one.warnings.join("\n"),
  );
});
