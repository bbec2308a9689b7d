import { deployStart, rollbackStart } from "../../src/journal/steps/steps.ts";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { lineState } from "../../src/checklist/model.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { progress } from "../../src/stages/launch/run-steps.ts";
import { whenOf } from "../../src/stages/verify/run-checks.ts";
import { required, requirePass, stands, verify, verifyRelease } from "../../src/stages/verify/verify.ts";
import { nodeOf } from "./edits-of.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

test("a check is told when what should be running was started, and what must be gone", () => {
  const step = (name: string, status: string, at: string, facts?: object) =>
    ({
      kind: "step",
      step: name,
      status,
      at: `2026-11-24T23:${at}Z`,
      release: "r",
      run: { id: 1, attempt: 1 },
      ...(facts ? { facts } : {}),
    }) as Entry;
  const entries = [
    step("prepare.checks", "done", "00:00.000", { versions: { "app-1": "v1.0.0" } }),
    step("isolate.on", "started", "10:00.000"),
    step("deploy.start@app-1", "started", "20:00.000"),
    step("deploy.start@app-1", "done", "20:02.000"),
    step("deploy.start@app-2", "started", "20:03.000"),
    step("deploy.start@app-2", "done", "20:05.000"),
    step("rollback.start@app-1", "started", "30:00.000"),
  ];
  const launch = (until: number) =>
    ({
      state: () => stateOf(entries.slice(0, until), "r"),
      run: { id: 7, attempt: 1, actor: "anna" },
      release: { tag: "v1.1.0" },
      signal: new AbortController().signal,
    }) as never;
  const { signal: _, startedOn, ...forward } = whenOf(launch(7), deployStart);
  assert.deepEqual(forward, {
    run: 7,
    since: "2026-11-24T23:20:05.000Z",
    closedAt: "2026-11-24T23:10:00.000Z",
    previous: "v1.0.0",
  });
  const { signal: __, startedOn: startedAgain, ...back } = whenOf(launch(7), rollbackStart);
  assert.deepEqual(back, {
    run: 7,
    since: "2026-11-24T23:30:00.000Z",
    closedAt: "2026-11-24T23:10:00.000Z",
    previous: "v1.1.0",
  });
  assert.deepEqual(
    ["app-1", "app-2", "app-3"].map((host) => startedOn?.(host)),
    ["2026-11-24T23:20:00.000Z", "2026-11-24T23:20:03.000Z", undefined],
  );
  assert.deepEqual(
    ["app-1", "app-2"].map((host) => startedAgain?.(host)),
    ["2026-11-24T23:30:00.000Z", undefined],
  );
  assert.deepEqual(
    [whenOf(launch(0), deployStart).since, whenOf(launch(0), deployStart).previous],
    [undefined, undefined],
  );
});

/** A launch with these checks, on this machine. */
function launchWith(
  checks: readonly Record<string, unknown>[],
  { ask, said = [] }: { ask?: object; said?: readonly { author: string; body: string }[] } = {},
) {
  const plan = loadPlan(
    samplePlanText.replace(
      /^verify:[\s\S]*?(?=^\S|$(?![\s\S]))/m,
      `verify: ${JSON.stringify({ checks, ...(ask ? { ask } : {}) })}\n`,
    ),
    "sample.yml",
  );
  const entries: Entry[] = [
    {
      kind: "opened",
      opened: { tag: "v1" },
      at: "2026-11-24T00:00:00Z",
      release: "r",
      run: { id: 1, attempt: 1 },
    } as unknown as Entry,
  ];
  const asked: string[] = [];
  const stamp = "2026-11-24T00:00:00Z";
  const octokit = {
    graphql: async (_: string, { ids }: { ids: readonly string[] }) => ({
      nodes: ids.map((id) => nodeOf({ body: "", author: "", at: stamp, ...said[Number(id)] })),
    }),
    paginate: async () =>
      said.map(({ author, body }, index) => ({
        id: 100 + index,
        user: { login: author, type: "User" },
        body,
        node_id: String(index),
        created_at: stamp,
      })),
    rest: {
      repos: { getCollaboratorPermissionLevel: async () => ({ data: { permission: "write" } }) },
      issues: {
        listComments: {},
        createComment: async ({ body }: { body: string }) => (asked.push(body), { data: { id: 50 } }),
      },
    },
  };
  const { launch } = launchFor({
    plan,
    release: { id: "r", tag: "v1", commit: "c", issue: 1, window: { start: stamp, end: "2036-01-01T00:00:00Z" } },
    run: { id: 1, attempt: 1, actor: "anna" },
    octokit,
    hosts: [localHost("app-1")],
    entries,
  });
  return { launch, entries, asked };
}
/** A launch whose service is a supervisor's, which `supervisorctl` stands in for. */
async function withSupervisor(t: TestContext, says: string) {
  const directory = await mkdtemp(join(tmpdir(), "golive-verify-"));
  t.after(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, "supervisorctl"), `#!/bin/sh\n${says}\n`, { mode: 0o755 });
  const before = process.env.PATH;
  process.env.PATH = `${directory}:${before}`;
  t.after(() => void (process.env.PATH = before));
  const one = launchWith([command("good", ["true"])]);
  Object.assign(one.launch.plan.services, { manager: "supervisor", units: ["clinic"], sudo: false });
  return one;
}

test("the units still run when all is verified: else it is not, and the line stays until it is", async (t) => {
  const well = await withSupervisor(t, "echo clinic RUNNING pid 1, uptime 0:00:09");
  assert.deepEqual(
    (await verifyRelease(well.launch)).map(({ id }) => id),
    ["verify.good"],
  );
  assert.deepEqual(required(well.launch), ["verify.good"]);
  for (const [says, verdict, evidence] of [
    ["echo clinic STOPPED Not started", "fail", /not every unit runs any more on app-1/],
    [
      "echo unix:///run/supervisor.sock no such file; exit 4",
      "error",
      /app-1: supervisor does not say whether clinic runs/,
    ],
  ] as const) {
    const ill = await withSupervisor(t, says);
    const results = await verifyRelease(ill.launch);
    assert.deepEqual(
      results.map((result) => [result.id, result.verdict]),
      [
        ["verify.good", "pass"],
        ["verify.units-still", verdict],
      ],
    );
    assert.match(results[1]?.evidence ?? "", evidence);
    assert.throws(() => requirePass(results), evidence);
    assert.deepEqual(required(ill.launch), ["verify.units-still", "verify.good"]);
    assert.equal(
      lineState(stateOf(ill.entries, "r").steps.get("verify.units-still")),
      verdict === "fail" ? "failed" : "inconclusive",
    );
  }
});

const command = (id: string, run: string[], change: object = {}) => ({
  kind: "command",
  id,
  host: "app-1",
  run,
  ...change,
});
const pace = { every: () => 0.05, regret: 0 };

test("all checks have their say when one fails; one that is not required holds nothing up", async () => {
  const { launch, entries } = launchWith([
    command("good", ["true"]),
    command("bad", ["false"], { required: false }),
    command("other", ["true"]),
  ]);
  const results = await verify(launch, pace);
  assert.deepEqual(
    results.map((result) => [result.id, result.verdict, stands(result)]),
    [
      ["verify.good", "pass", true],
      ["verify.bad", "fail", true],
      ["verify.other", "pass", true],
    ],
  );
  requirePass(results);
  assert.deepEqual(required(launch), ["verify.good", "verify.other"]);
  assert.equal(lineState(stateOf(entries, "r").steps.get("verify.bad")), "warning");
  const strict = launchWith([command("good", ["true"]), command("bad", ["false"])]);
  const failed = await verify(strict.launch, pace);
  assert.throws(() => requirePass(failed), /false says so on app-1: exit 1/);
  assert.equal(lineState(stateOf(strict.entries, "r").steps.get("verify.bad")), "failed");
  assert.equal(stateOf(strict.entries, "r").steps.get("verify.good")?.status, "done");
});

test("what asks goes first, what takes a host's time once that has answered", async (t) => {
  let answered = 0;
  const server = createServer(
    (_, response) => void setTimeout(() => ((answered = Date.now()), response.end("ok")), 300),
  ).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const { launch, entries } = launchWith([
    command("work", ["true"]),
    { kind: "http", id: "look", url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` },
  ]);
  assert.deepEqual(
    (await verify(launch, pace)).map(({ id, verdict }) => [id, verdict]),
    [
      ["verify.work", "pass"],
      ["verify.look", "pass"],
    ],
  );
  const started = entries.flatMap((entry) =>
    entry.kind === "step" && entry.status === "started" ? [[entry.step, Date.parse(entry.at)] as const] : [],
  );
  assert.deepEqual(
    started.map(([step]) => step),
    ["verify.look", "verify.work"],
  );
  assert.ok((started[1]?.[1] ?? 0) >= answered - 5);
  // One that does not answer holds the others up no longer than a second.
  const slow = createServer(() => {}).listen(0, "127.0.0.1");
  t.after(() => (slow.closeAllConnections(), slow.close()));
  await once(slow, "listening");
  const late = launchWith([
    command("work", ["true"]),
    {
      kind: "http",
      id: "look",
      url: `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`,
      tries: 1,
      within: "3s",
    },
  ]);
  const began = Date.now();
  await verify(late.launch, pace);
  const done = late.entries.find(
    (entry) => entry.kind === "step" && entry.step === "verify.work" && entry.status === "done",
  );
  assert.ok(done !== undefined && Date.parse(done.at) - began < 2000, "the work did not wait for it");
});

test("a check that does not come to an end within its limit is an error", async () => {
  const { launch } = launchWith([command("slow", ["sleep", "3"], { limit: "1s" })]);
  const began = Date.now();
  const [result] = await verify(launch, pace);
  assert.deepEqual([result?.verdict, result?.evidence], ["error", "did not come to an end within its limit of 1.0 s"]);
  assert.ok(Date.now() - began < 2500);
});

test("what could not be told opens the site only on the word of a person who was named", async () => {
  const unclear = [command("good", ["true"]), command("unclear", ["/nowhere/check"])];
  const ask = { who: ["@anna"], "at-most": "1s" };
  const outcome = async (options: Parameters<typeof launchWith>[1]) => {
    const found = launchWith(unclear, options);
    const results = await verify(found.launch, pace);
    return { ...found, stands: results.every(stands), results, state: stateOf(found.entries, "r") };
  };
  const alone = await outcome({});
  assert.deepEqual([alone.results[1]?.verdict, alone.stands, alone.asked.length], ["error", false, 0]);
  const accepted = await outcome({
    ask,
    said: [
      { author: "guest", body: "golive accept" },
      { author: "Anna", body: "golive accept\n" },
    ],
  });
  assert.equal(accepted.stands, true);
  assert.match(
    accepted.asked[0] ?? "",
    /^@anna: ❔ It cannot be told whether v1 works[\s\S]*- \/nowhere\/check says so on app-1: error:/,
  );
  assert.deepEqual(
    [
      accepted.state.steps.get("verify.unclear")?.status,
      accepted.state.steps.get("verify.unclear")?.facts.verdict,
      accepted.state.steps.get("verify.unclear")?.facts.acceptedBy,
    ],
    ["done", "error", "Anna"],
  );
  assert.match(
    accepted.state.notes.at(-1)?.text ?? "",
    /Anna opens the site although it could not be told of verify\.unclear/,
  );
  assert.equal(
    (
      await outcome({
        ask,
        said: [
          { author: "anna", body: "golive go back" },
          { author: "anna", body: "golive accept" },
        ],
      })
    ).stands,
    false,
  );
  assert.equal((await outcome({ ask, said: [{ author: "guest", body: "golive accept" }] })).stands, false);
  // Something that failed is nobody's to accept.
  const failed = launchWith([command("bad", ["false"]), command("unclear", ["/nowhere/check"])], {
    ask,
    said: [{ author: "anna", body: "golive accept" }],
  });
  assert.equal((await verify(failed.launch, pace)).every(stands), false);
  assert.equal(failed.asked.length, 0);
});

test("a long step says how far it is, and what may be left by the forecast", () => {
  const forecast = { steps: [{ id: "backup.dump", seconds: 120, spread: 30, source: "measured" }] };
  const entries = [
    {
      kind: "step",
      step: "day-before.forecast",
      status: "done",
      facts: { forecast },
      at: "2026-11-24T00:00:00Z",
      release: "r",
      run: { id: 1, attempt: 1 },
    },
  ] as unknown as Entry[];
  const launch = { state: () => stateOf(entries, "r") } as never;
  assert.deepEqual(
    [progress(launch, "backup.dump", 45), progress(launch, "backup.dump", 130), progress(launch, "backup.proof", 20)],
    [
      "backup.dump: 45 s so far, about 1 min 15 s left",
      "backup.dump: 2 min 10 s so far, forecast 2 min (at most 2 min 30 s)",
      "backup.proof: 20 s so far",
    ],
  );
});
