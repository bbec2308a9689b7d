import assert from "node:assert/strict";
import { test } from "node:test";
import { DateTime } from "luxon";
import { closeSite } from "../../src/stages/window/close-site.ts";
import { requireWindow, stayInTime, mayGoOn } from "../../src/stages/launch/window-gate.ts";
import { nodeOf, type TestComment } from "./edits-of.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

interface Said {
  readonly author: string;
  readonly body: string;
  readonly edits?: NonNullable<TestComment["edits"]>;
  readonly bot?: boolean;
}

/** A launch whose window began and ends so many minutes from now, with a forecast of so many seconds for launch and rollback. */
function launchIn(o: {
  from: number;
  to: number;
  seconds?: number;
  rollback?: number;
  window?: Record<string, unknown>;
  said?: readonly Said[];
  waits?: string;
  permission?: string;
}) {
  const plan = samplePlan({ window: { waitAtMost: 0, ...o.window } as never });
  const at = (minutes: number) => DateTime.utc().plus({ minutes }).toISO();
  const forecast = {
    launch: { seconds: o.seconds ?? 0, spread: 0 },
    rollback: { seconds: o.rollback ?? 0, spread: 0 },
    steps: [],
    phases: [],
  };
  const asked: string[] = [];
  const stampOf = "2026-11-24T00:00:00Z";
  const comments = () =>
    (o.said ?? []).map(({ author, body, bot }, index) => ({
      id: 100 + index,
      user: { login: author, type: bot ? "Bot" : "User" },
      body,
      node_id: String(index),
      created_at: stampOf,
    }));
  const octokit = {
    graphql: async (_: string, { ids }: { ids: readonly string[] }) => ({
      nodes: ids.map((id) => nodeOf({ body: "", author: "", at: stampOf, ...o.said?.[Number(id)] })),
    }),
    paginate: async () => comments(),
    rest: {
      repos: {
        get: async () => ({ data: { private: true } }),
        getCollaboratorPermissionLevel: async () =>
          o.permission === "unknown"
            ? Promise.reject(new Error("502"))
            : { data: { permission: o.permission ?? "write" } },
      },
      issues: {
        listComments: {},
        createComment: async ({ body }: { body: string }) => (asked.push(body), { data: { id: 50 } }),
      },
    },
  };
  const { launch } = launchFor({
    plan,
    release: { tag: "v1", issue: 1, window: { start: at(o.from), end: at(o.to) } },
    run: { id: 1, attempt: 1, actor: "anna" },
    octokit,
    events: [{ kind: "step", step: "day-before.forecast", status: "done", facts: { forecast } }],
  });
  return { launch, asked, state: launch.state };
}

const ask = { onOverrun: "ask", ask: { who: ["@anna"], atMost: 0.3 } };

test("inside the window, with room for launch and rollback, it begins", async () => {
  assert.equal(await requireWindow(launchIn({ from: -10, to: 60, seconds: 600, rollback: 600 }).launch), false);
});
test("outside or without room it is refused, with a code and the mend", async () => {
  await assert.rejects(requireWindow(launchIn({ from: 10, to: 60 }).launch), /too early[\s\S]*window-early/);
  await assert.rejects(requireWindow(launchIn({ from: -60, to: -1 }).launch), /the window is over[\s\S]*window-over/);
  await assert.rejects(
    requireWindow(launchIn({ from: -60, to: 10, seconds: 400, rollback: 300 }).launch),
    /10 min of the window are left; the launch and a rollback may need 11 min[\s\S]*window-short/,
  );
});
test("a launch that is a moment early waits", async () => {
  const { launch } = launchIn({ from: 0.02, to: 60, window: { waitAtMost: 5 } });
  const began = Date.now();
  assert.equal(await requireWindow(launch), true);
  assert.ok(Date.now() - began >= 900, "it waited for the window");
});
test("who took it on passes", async () => {
  const { launch } = launchIn({ from: 10, to: 60 });
  await launch.record({ kind: "overridden", by: "anna", because: "x" });
  await requireWindow(launch);
});

test("in time nothing happens; late it goes back, or on when the plan says so, and says it once", async () => {
  const early = launchIn({ from: -10, to: 60, rollback: 600 });
  await stayInTime(early.launch);
  assert.equal(early.state().notes.length, 0);
  const late = launchIn({ from: -10, to: 5, rollback: 600 });
  await assert.rejects(stayInTime(late.launch), /the last moment at which a rollback fits[\s\S]*window-overrun/);
  const on = launchIn({ from: -10, to: 5, rollback: 600, window: { onOverrun: "continue" } });
  await stayInTime(on.launch);
  await stayInTime(on.launch);
  assert.equal(on.state().notes.length, 1);
});

test("asked, only the word of a named person counts, as it was posted", async () => {
  const answer = async (...said: Said[]) => {
    const found = launchIn({ from: -10, to: 5, rollback: 600, window: ask, said });
    return { on: await mayGoOn(found.launch, "late", 0.05), ...found };
  };
  const yes = await answer({ author: "guest", body: "golive go on" }, { author: "Anna", body: " golive go on\n" });
  assert.equal(yes.on, true);
  assert.equal(yes.state().overridden?.by, "Anna");
  assert.match(yes.asked[0] ?? "", /@anna.*golive go on/s);
  assert.equal((await answer({ author: "anna", body: "golive go back" })).on, false);
  assert.equal((await answer({ author: "guest", body: "golive go on" })).on, false);
  assert.equal(
    (await answer({ author: "anna", body: "golive go on", edits: [{ at: "2026-11-24T00:00:00Z", by: "guest" }] })).on,
    false,
  );
  assert.equal((await answer({ author: "anna", body: "golive go on", bot: true })).on, false);
  assert.equal((await answer({ author: "anna", body: "> golive go on\n\nno!" })).on, false);
  assert.equal((await answer({ author: "anna", body: "> which?\n\nGolive Go On." })).on, true);
  assert.equal((await answer()).on, false);
});

test("asked, whoever meant to answer and did not is told why, once", async () => {
  const at = "2026-11-24T00:00:00Z";
  const cases: readonly (readonly [Said, RegExp])[] = [
    [{ author: "anna", body: "golive go on", edits: [{ at, by: "anna" }] }, /edited after it was posted/],
    [{ author: "anna", body: "golive go on", edits: "hidden" }, /does not tell golive's token who edited it/],
    [{ author: "anna", body: "golive goon" }, /write one of the answers/],
    [{ author: "anna", body: "`golive go on`" }, /write one of the answers/],
    [{ author: "anna", body: "golive go on\ngolive go back" }, /write one of the answers/],
    [{ author: "anna", body: "golive accept" }, /write one of the answers/],
    [{ author: "boris", body: "golive go on" }, /it was asked of anna/],
  ];
  for (const [said, why] of cases) {
    const found = launchIn({ from: -10, to: 5, rollback: 600, window: ask, said: [said] });
    assert.equal(await mayGoOn(found.launch, "late", 0.05), false, said.body);
    const told = found.asked.slice(1);
    assert.equal(told.length, 1, said.body);
    assert.match(told[0] ?? "", why);
  }
});

test("asked, a name alone is nobody's word: GitHub says what it may do", async () => {
  const said = [
    { author: "anna", body: "golive go on" },
    { author: "anna", body: "golive go on" },
  ];
  for (const permission of ["read", "none", "unknown"]) {
    const found = launchIn({ from: -10, to: 5, rollback: 600, window: ask, said, permission });
    assert.equal(await mayGoOn(found.launch, "late", 0.05), false, permission);
    const told = found.asked.filter((text) => /^anna may not write to the repository/m.test(text));
    assert.equal(told.length, permission === "unknown" ? 0 : 1, "told once");
  }
  for (const permission of ["write", "maintain", "admin"]) {
    const found = launchIn({ from: -10, to: 5, rollback: 600, window: ask, said, permission });
    assert.equal(await mayGoOn(found.launch, "late", 0.05), true, permission);
  }
});

test("asked, no answer in time goes back", () =>
  assert.rejects(stayInTime(launchIn({ from: -10, to: 5, rollback: 600, window: ask }).launch), /window-overrun/));

test("what was approved is looked at once more after a launch waited for its window", async () => {
  // GitHub as far as it says what it was asked for first.
  const asked = (name: string) => async () => Promise.reject(new Error(`asked for ${name}`));
  const repos = { get: asked("the branch"), getEnvironment: asked("the environment") };
  const close = (from: number) => {
    const { launch } = launchIn({ from, to: 60, window: { waitAtMost: 5 } });
    const state = () => ({
      ...launch.state(),
      plan: { path: "p", sha256: "", repository: "", policy: "a".repeat(40) },
    });
    const { github } = launchFor({ octokit: { rest: { repos } } }).launch;
    return closeSite({ ...launch, state, github });
  };
  await assert.rejects(close(0.02), /asked for the branch/);
  await assert.rejects(close(-10), /asked for the environment/);
});
