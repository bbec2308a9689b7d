import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test, type TestContext } from "node:test";
import type { PeoplePhase } from "../../src/core/comments/people-phases.ts";
import { StepError, UserError } from "../../src/core/errors.ts";
import { openGitHub } from "../../src/github/client.ts";
import type { Entry } from "../../src/journal/event.ts";
import { isStuck } from "../../src/journal/standing.ts";
import { stateOf, touched } from "../../src/journal/state.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { runSteps } from "../../src/stages/launch/run-steps.ts";
import { askAhead, peopleBack } from "../../src/stages/rollback/people-back.ts";
import {
  askAfterOpening,
  closeWhenDone,
  hearAfterOpening,
  newHearing,
  waitsForPeople,
} from "../../src/stages/verify/after-opening.ts";
import { holdBeforeWindow, holdClosed } from "../../src/stages/verify/hold.ts";
import { listen } from "../../src/stages/verify/listen.ts";
import { askForScenarios } from "../../src/stages/verify/scenarios.ts";
import { verify } from "../../src/stages/verify/verify.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

const pace = { every: () => 0.1, regret: 0.3 };
const step = (id: string, phase: PeoplePhase, change: object = {}) => ({
  id,
  title: `Do ${id}`,
  phase,
  owners: [] as string[],
  required: true,
  within: 20,
  usual: 60,
  ...change,
});

/** A launch with people to ask, against the twin, in its window. */
async function launched(t: TestContext, manual: readonly object[], change: Record<string, object> = {}) {
  const { twin, client, run } = await twinUnderTest(t);
  const bot = run({ permissions: { issues: "write", metadata: "read" } });
  const { data: issue } = await client(bot.token).rest.issues.create({
    ...here,
    title: "Go-live",
    body: "…",
    labels: ["golive"],
  });
  const plan = { ...samplePlan(change as never), manual } as never;
  const entries: Entry[] = [];
  const github = openGitHub(
    { token: bot.token, repository: `${here.owner}/${here.repo}`, apiUrl: twin.url, serverUrl: twin.serverUrl },
    { info() {}, warn() {}, error() {} },
  );
  const hours = (some: number) => new Date(Date.now() + some * 3_600_000).toISOString();
  const { launch, told } = launchFor({
    plan,
    entries,
    release: { id: "v1-1", tag: "v1", issue: issue.number, window: { start: hours(-0.1), end: hours(2) } },
    run: { id: bot.id, attempt: 1, actor: "anna" },
    over: { github },
  });
  const comments = async () =>
    (await client(bot.token).rest.issues.listComments({ ...here, issue_number: issue.number, per_page: 100 })).data.map(
      ({ id, body = "" }) => ({ id, body }),
    );
  const tick = async (login: string, id: string) => {
    const mark = `golive:box=${id}:pass`;
    const found = (await comments()).find(({ body }) => body.includes(mark));
    assert.ok(found, `nobody is asked for ${id}`);
    const lines = found.body.split("\n").map((line) => (line.includes(mark) ? line.replace("[ ]", "[x]") : line));
    const body = lines.join("\n");
    await client(`${login}-token`).rest.issues.updateComment({ ...here, comment_id: found.id, body });
  };
  const say = (login: string, body: string) =>
    client(`${login}-token`).rest.issues.createComment({ ...here, issue_number: issue.number, body });
  const stepOf = (id: string) => launch.state().steps.get(id);
  return { launch, told, entries, comments, tick, say, stepOf, twin, client, issue: issue.number };
}

const codesOf = (error: unknown): readonly string[] => {
  const cause = error instanceof StepError ? error.cause : error;
  return cause instanceof UserError ? cause.problems.map(({ code }) => code ?? "") : [String(error)];
};
const caught = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail("it did not fail"),
    (error: unknown) => error,
  );
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (const began = Date.now(); !(await holds()); await sleep(50))
    assert.ok(Date.now() - began < 15_000, "it did not come to that");
};

test("the site closes once what is people's before is ticked, each in the comment of its phase", async (t) => {
  const { launch, tick, say, stepOf, comments } = await launched(t, [
    step("tell", "day-before", { owners: ["@Boris"] }),
    step("feed", "before-window", { source: "PLAN.md:120", detail: "Log in.\n\nPress <b>Stop</b>." }),
    step("chat", "before-window", { required: false }),
    step("snap", "closed"),
  ]);
  await askForScenarios(launch, "day-before");
  const held = holdBeforeWindow(launch, pace);
  await until(async () => (await comments()).length === 2);
  const [first, second] = await comments();
  assert.match(first?.body ?? "", /yours before the launch[^]*\*\*tell\*\* · Do tell · &#64;&#8203;Boris/);
  assert.match(
    second?.body ?? "",
    /\*\*feed\*\* · Do feed · PLAN\.md:120 <!--[^]* {2}- Log in\.\n {2}- Press &lt;b&gt;Stop&lt;\/b&gt;\.\n {2}- \[ \] it could \*\*not\*\* be done/,
  );
  await tick("anna", "tell");
  await say("anna", "/pass feed\n/pass snap\n/pass nothing");
  await until(async () => (await comments()).filter(({ body }) => body.includes("golive:put-back")).length >= 2);
  assert.equal(stepOf("day-before.manual-tell")?.status, "started", "anna does not own it");
  await tick("boris", "tell");
  assert.equal(await held, true);
  assert.deepEqual(
    ["day-before.manual-tell", "prepare.manual-feed", "prepare.manual-chat", "isolate.manual-snap"].map((id) => [
      stepOf(id)?.status,
      stepOf(id)?.note,
    ]),
    [
      ["done", "boris"],
      ["done", "anna"],
      ["skipped", "nobody said that it is done"],
      [undefined, undefined],
    ],
  );
  const answers = (await comments()).map(({ body }) => body).filter((body) => body.includes("golive:put-back"));
  const count = (text: RegExp) => answers.filter((body) => text.test(body)).length;
  assert.deepEqual([count(/`snap` is not asked for yet/), count(/no scenario `nothing`/)], [1, 1], answers.join("\n"));
  assert.equal(await holdBeforeWindow(launch, pace), false, "it is not asked twice");
});

test("nobody came before the window: all that is missing is told, and nothing was touched", async (t) => {
  const { launch, stepOf } = await launched(
    t,
    [step("a", "day-before", { within: 1 }), step("b", "before-window", { within: 1, owners: ["@anna", "@boris"] })],
    {
      people: { ops: { who: ["@anna"], substitutes: ["@boris"] } },
      verify: { people: { within: 1, usual: 1, remind: 0.4 } },
    },
  );
  const error = await caught(holdBeforeWindow(launch, pace));
  assert.deepEqual(codesOf(error), ["people-did-not-come", "people-did-not-come"]);
  assert.equal(touched(launch.state()), false);
  assert.deepEqual([stepOf("day-before.manual-a")?.status, stepOf("prepare.manual-b")?.status], ["failed", "failed"]);
});

test("those who are called first are called first, their substitutes with the next reminder", async (t) => {
  const { launch, comments } = await launched(
    t,
    [step("b", "before-window", { within: 8, owners: ["@anna", "@boris"] })],
    {
      people: { ops: { who: ["@anna"], substitutes: ["@Boris"] } },
      verify: { people: { within: 1, usual: 1, remind: 0.8 } },
    },
  );
  await caught(holdBeforeWindow(launch, pace));
  const calls = (await comments()).map(({ body }) => body).filter((body) => body.startsWith("⏰"));
  assert.deepEqual(
    calls.slice(0, 2).map((body) => body.split(":")[0]),
    ["⏰ @anna", "⏰ @anna @boris"],
  );
});

test("a window that is over asks nobody, and one that ends meanwhile waits for nobody", async (t) => {
  const { launch, comments } = await launched(t, [step("a", "before-window")]);
  const window = { start: "2026-01-01T00:00:00Z", end: "2026-01-01T02:00:00Z" };
  const over = { ...launch, release: { ...launch.release, window } };
  assert.deepEqual(codesOf(await caught(holdBeforeWindow(over, pace))), ["window-over"]);
  assert.equal((await comments()).length, 0);
  const soon = { ...window, end: new Date(Date.now() + 1500).toISOString() };
  const ending = { ...launch, release: { ...launch.release, window: soon } };
  assert.deepEqual(codesOf(await caught(holdBeforeWindow(ending, pace))), ["window-over"]);
});

test("with the site closed: what could not be done takes the launch back; what nobody said is for who decides", async (t) => {
  const plan = { verify: { ask: { who: ["@anna"], atMost: 10 } } };
  const { launch, say, comments } = await launched(t, [step("snap", "closed")], plan);
  const failed = caught(holdClosed(launch, pace));
  await until(async () => (await comments()).length === 1);
  await say("boris", "/fail snap no room on the SAN");
  const error = await failed;
  assert.deepEqual(codesOf(error), ["people-could-not"]);
  assert.match(String((error as Error).message), /snap: Do snap: boris says that it could not be done: no room/);

  const second = await launched(t, [step("snap", "closed", { within: 1 })], plan);
  const held = holdClosed(second.launch, pace);
  await until(async () => (await second.comments()).some(({ body }) => body.includes("golive accept")));
  await second.say("anna", "golive accept");
  await held;
  assert.equal(second.stepOf("isolate.manual-snap")?.facts.acceptedBy, "anna");
});

test("a step before the opening is asked with the scenarios, in one comment, and holds the opening up", async (t) => {
  const { launch, tick, comments } = await launched(t, [step("dns", "before-opening")], {
    verify: {
      checks: [],
      scenarios: [{ id: "g1", title: "Book", owners: [], steps: [], required: true }],
      people: { within: 20, usual: 1, remind: 600 },
    },
  });
  const verified = verify(launch, pace);
  await until(async () => (await comments()).length === 1);
  await tick("anna", "g1");
  await tick("boris", "dns");
  assert.deepEqual(
    (await verified).map(({ id, verdict, evidence }) => [id, verdict, evidence]),
    [
      ["verify.scenario-g1", "pass", "anna says so"],
      ["verify.scenario-dns", "pass", "boris says so"],
    ],
  );
});

test("the way back goes on meanwhile, waits before it opens the site, and goes on with a tick", async (t) => {
  const { launch, tick, stepOf } = await launched(t, [step("old", "rollback")]);
  await askAhead(launch);
  assert.equal(isStuck(launch.state()), false);
  const back = runSteps(launch, peopleBack(launch));
  await tick("anna", "old");
  await back;
  assert.deepEqual([stepOf("rollback.people")?.status, stepOf("rollback.people")?.note], ["done", "1 of 1 are done"]);
});

test("a way back that nobody comes to stops, says so, and goes on where it stopped once somebody did", async (t) => {
  const { launch, say, stepOf } = await launched(t, [step("old", "rollback", { within: 1 })]);
  await askAhead(launch);
  assert.deepEqual(codesOf(await caught(runSteps(launch, peopleBack(launch)))), ["people-did-not-come"]);
  assert.equal(isStuck(launch.state()), true);
  await say("boris", "/pass old");
  await runSteps(launch, peopleBack(launch));
  assert.deepEqual([isStuck(launch.state()), stepOf("rollback.manual-old")?.status], [false, "done"]);
});

test("who decides may open without it, and that is on record; without GitHub the keyboard decides", async (t) => {
  const { launch, say, comments, stepOf, told } = await launched(t, [step("old", "rollback", { within: 1 })], {
    verify: { ask: { who: ["@anna"], atMost: 20 } },
  });
  const back = runSteps(launch, peopleBack(launch));
  await until(async () => (await comments()).some(({ body }) => body.includes("golive accept")));
  await say("anna", "golive accept");
  await back;
  assert.equal(stepOf("rollback.manual-old")?.facts.acceptedBy, "anna");
  assert.match(stepOf("rollback.people")?.note ?? "", /0 of 1 are done; anna takes that on/);

  const second = await launched(t, [step("old", "rollback")]);
  const away: Launch = { ...second.launch, github: { ...second.launch.github, away: true } };
  await askAhead(away);
  await runSteps(away, peopleBack(away));
  assert.deepEqual(
    [second.stepOf("rollback.people")?.status, second.stepOf("rollback.manual-old")?.status],
    ["done", "skipped"],
  );
  assert.ok(second.told.warn.some((line) => /cannot ask them: old: Do old/.test(line)));
  assert.equal(told.error.length, 0);
});

test("once the site is open: a failure is said once, a tick counts after the launch ended, and closes the checklist", async (t) => {
  const { launch, tick, say, comments, stepOf, client, issue } = await launched(t, [step("bot", "after-opening")], {
    verify: { people: { within: 1, usual: 1, remind: 600 } },
  });
  await askAfterOpening(launch);
  await launch.record({ kind: "ended", outcome: "live", because: "x" });
  assert.equal(waitsForPeople(launch), true);
  await sleep(1100);
  await say("boris", "/fail bot it does not answer");
  const hearing = newHearing();
  await hearAfterOpening(launch, hearing, 0);
  await hearAfterOpening(launch, hearing, 0);
  await closeWhenDone(launch);
  const said = (await comments()).filter(({ body }) => body.includes("could not be done since the site opened"));
  assert.equal(said.length, 1);
  assert.match(said[0]?.body ?? "", /bot · Do bot \(boris: it does not answer\)/);
  const open = async () => (await client("anna-token").rest.issues.get({ ...here, issue_number: issue })).data.state;
  assert.deepEqual([await open(), stepOf("after.manual-bot")?.status], ["open", "failed"]);
  await sleep(1100);
  await tick("anna", "bot");
  await listen(launch);
  await closeWhenDone(launch);
  assert.deepEqual(
    [await open(), stepOf("after.manual-bot")?.status, waitsForPeople(launch)],
    ["closed", "done", false],
  );
});

test("a journal of an older golive has no line in it, and its scenarios are what they were", () => {
  const at = "2026-01-01T00:00:00Z";
  const common = { at, release: "v1-1", run: { id: 1, attempt: 1 } };
  const word = { kind: "scenario", scenario: "g1", mark: "pass", by: "anna", said: at } as const;
  const state = stateOf([{ ...common, ...word }], "v1-1");
  assert.equal(state.steps.get("verify.scenario-g1")?.status, "done");
  const newer = stateOf([{ ...common, ...word, line: "isolate.manual-g1" }], "v1-1");
  assert.deepEqual([...newer.steps.keys()], ["isolate.manual-g1"]);
});
