import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test, type TestContext } from "node:test";
import { openGitHub } from "../../src/github/client.ts";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { noMemory } from "../../src/stages/verify/scenario-answers.ts";
import { listen } from "../../src/stages/verify/listen.ts";
import { askForScenarios } from "../../src/stages/verify/scenarios.ts";
import { walkThrough } from "../../src/stages/verify/walk-through.ts";
import { here, twinUnderTest } from "../../packages/github-twin/test/twin-under-test.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { launchFor } from "./launch-for.ts";

interface Scenario {
  id: string;
  title: string;
  owners: string[];
  steps: string[];
  required: boolean;
}
const scenario = (id: string, change: Partial<Scenario> = {}): Scenario => ({
  id,
  title: `Scenario ${id}`,
  owners: [],
  steps: ["Open the page", "Press <b>Book</b>"],
  required: true,
  ...change,
});
const pace = { every: () => 0.1, regret: 0.5 };

/** A launch that waits for people, against the twin; `another` is one more process on the same journal. */
async function waiting(
  t: TestContext,
  scenarios: readonly Scenario[],
  people: { within?: number; remind?: number } = {},
) {
  const { twin, client, run } = await twinUnderTest(t);
  const bot = run({ permissions: { issues: "write", metadata: "read" } });
  const { data: issue } = await client(bot.token).rest.issues.create({
    ...here,
    title: "Go-live",
    body: "…",
    labels: ["golive"],
  });
  const plan = samplePlan({ verify: { scenarios, people: { within: 20, usual: 1, remind: 600, ...people } } as never });
  const entries: Entry[] = [];
  const lines: string[] = [];
  const log = {
    info: (text: string) => void lines.push(text),
    warn: (text: string) => void lines.push(text),
    error: (text: string) => void lines.push(text),
  };
  const github = () =>
    openGitHub(
      { token: bot.token, repository: `${here.owner}/${here.repo}`, apiUrl: twin.url, serverUrl: twin.serverUrl },
      log,
    );
  const another = (): Launch =>
    launchFor({
      plan,
      entries,
      release: { id: "v1-1", tag: "v1", issue: issue.number },
      run: { id: bot.id, attempt: 1, actor: "anna" },
      over: { github: github(), log },
    }).launch;
  const comments = async () =>
    (await client(bot.token).rest.issues.listComments({ ...here, issue_number: issue.number, per_page: 100 })).data.map(
      ({ id, body = "" }) => ({ id, body }),
    );
  const post = async () => {
    for (;;) {
      const found = (await comments()).findLast(({ body }) => body.startsWith("<!-- golive:scenarios="));
      if (found) return found;
      await sleep(50);
    }
  };
  const edit = async (login: string, change: (body: string) => string) => {
    const { id, body } = await post();
    await client(`${login}-token`).rest.issues.updateComment({ ...here, comment_id: id, body: change(body) });
  };
  const say = (login: string, body: string) =>
    client(`${login}-token`).rest.issues.createComment({ ...here, issue_number: issue.number, body });
  return {
    twin,
    client,
    issue: issue.number,
    launch: another(),
    another,
    entries,
    lines,
    comments,
    post,
    edit,
    say,
    words: () =>
      [...stateOf(entries, "v1-1").scenarios.values()]
        .map(({ scenario: id, mark, by }) => `${id} ${mark} ${by}`)
        .toSorted(),
  };
}

const box =
  (id: string, of: "pass" | "fail", on = true) =>
  (body: string) =>
    body
      .split("\n")
      .map((line) =>
        line.includes(`golive:box=${id}:${of}`) ? line.replace(on ? "[ ]" : "[x]", on ? "[x]" : "[ ]") : line,
      )
      .join("\n");
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (const began = Date.now(); !(await holds()); await sleep(50))
    assert.ok(Date.now() - began < 15_000, "it did not come to that");
};

test("people tick, and who and when is on record; the comment shows the plan's text as text", async (t) => {
  const { launch, edit, words, post, entries, twin } = await waiting(t, [
    scenario("g1", { owners: ["@Anna"] }),
    scenario("g2"),
  ]);
  await askForScenarios(launch);
  const { body } = await post();
  assert.match(
    body,
    /- \[ \] \*\*g1\*\* · Scenario g1 · &#64;&#8203;Anna <!-- golive:box=g1:pass -->\n {2}1\. Open the page\n {2}2\. Press &lt;b&gt;Book&lt;\/b&gt;\n {2}- \[ \] it does \*\*not\*\* work/,
  );
  const walked = walkThrough(launch, pace);
  await edit("anna", (text) => box("g1", "pass")(text).replaceAll("\n", "\r\n"));
  await until(() => words().length === 1);
  await edit("boris", box("g2", "pass"));
  assert.deepEqual(
    (await walked).map(({ verdict, evidence }) => [verdict, evidence]),
    [
      ["pass", "anna says so"],
      ["pass", "boris says so"],
    ],
  );
  const { steps } = launch.state();
  assert.deepEqual(
    [steps.get("verify.scenario-g1")?.status, steps.get("verify.scenario-g1")?.note, steps.get("verify.people")?.note],
    ["done", "anna", "2 of 2 work"],
  );
  // Nothing but ticks happened: the suite never wrote over anybody.
  assert.equal(
    twin.requests
      .filter(({ method, path }) => method === "PATCH" && path.includes("/comments/"))
      .filter(({ login }) => login?.includes("bot")).length,
    0,
  );
  assert.ok(entries.filter(({ kind }) => kind === "scenario").length === 2, "each once");
  assert.deepEqual(twin.violations(), []);
});

test("an owner who may not write is only a name; who may, and is named, counts", async (t) => {
  const { launch, say, words } = await waiting(t, [
    scenario("g1", { owners: ["@vera", "@gleb"] }),
    scenario("g2", { owners: ["@Boris"] }),
  ]);
  await askForScenarios(launch);
  await say("vera", "/pass g1");
  await say("boris", "/pass g2");
  await listen(launch);
  assert.deepEqual(
    words().map((word) => String(word).slice(0, 2)),
    ["g2"],
  );
});

test("a tick that does not count is put back, with a word why, once over several processes", async (t) => {
  const { launch, another, edit, say, words, post, comments } = await waiting(t, [
    scenario("g1", { owners: ["@anna"] }),
  ]);
  await askForScenarios(launch);
  await edit("boris", box("g1", "pass"));
  await listen(launch);
  assert.deepEqual(words(), []);
  assert.match((await post()).body, /- \[ \] \*\*g1\*\*/);
  await listen(another());
  await say("vera", "/pass g1");
  // Who may not write is answered once, whatever else comes.
  await say("vera", "/pass nothing-like-it");
  await say("vera", "/fail");
  await listen(another());
  const told = (await comments()).map(({ body }) => body).filter((body) => /golive:(put-back|answer-to)=/.test(body));
  assert.deepEqual(
    told.map((body) => body.replaceAll(/<!--.*?-->\n/g, "").split("\n\n")),
    [
      [
        "@boris: `g1` is for &#64;&#8203;anna, with write permission to this repository; what you said of it does not count.",
      ],
      [
        "@vera: `g1` is for &#64;&#8203;anna, with write permission to this repository; what you said of it does not count.",
      ],
    ],
  );
  // A text that somebody changed is put back as well.
  await edit("boris", (text) => text.replace("Open the page", "Do nothing"));
  await listen(launch);
  assert.match((await post()).body, /1\. Open the page/);
  // One who was named says it with a command, without permission to edit.
  await say("anna", "/pass g1");
  await listen(launch);
  assert.deepEqual(words(), ["g1 pass anna"]);
  assert.match((await post()).body, /- \[x\] \*\*g1\*\*/);
});

test("a scenario that fails is a verdict with a note; a wrong click can be taken back in time", async (t) => {
  const { launch, edit, say, words } = await waiting(t, [scenario("g1"), scenario("g2")]);
  await askForScenarios(launch);
  const walked = walkThrough(launch, { ...pace, regret: 1.5 });
  await edit("boris", box("g1", "fail"));
  await until(() => words().includes("g1 fail boris"));
  await edit("boris", box("g1", "fail", false));
  await until(() => words().includes("g1 none boris"));
  await edit("boris", box("g1", "pass"));
  await say("anna", "/fail g2 the calendar shows yesterday\n@everyone");
  const results = await walked;
  assert.deepEqual(
    results.map(({ verdict, evidence }) => [verdict, evidence]),
    [
      ["pass", "boris says so"],
      ["fail", "anna says that it does not work: the calendar shows yesterday @everyone"],
    ],
  );
  assert.deepEqual(
    [launch.state().steps.get("verify.scenario-g2")?.status, launch.state().steps.get("verify.people")?.note],
    ["failed", "1 of 2 work, 1 do not"],
  );
});

test("nobody comes: it reminds, and is inconclusive; one that is not required holds nothing up", async (t) => {
  const { launch, comments, lines } = await waiting(
    t,
    [scenario("g1", { owners: ["@anna"] }), scenario("g2", { required: false })],
    { within: 6, remind: 1 },
  );
  await askForScenarios(launch);
  const results = await walkThrough(launch, pace);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ["inconclusive", "inconclusive"],
  );
  const { steps } = launch.state();
  assert.deepEqual(
    [
      steps.get("verify.scenario-g1")?.status,
      steps.get("verify.scenario-g1")?.facts.verdict,
      steps.get("verify.scenario-g2")?.status,
    ],
    ["failed", "inconclusive", "skipped"],
  );
  assert.equal(
    (await comments()).filter(({ body }) =>
      /^⏰ @anna: the site stays closed and waits for `g1`, until \d\d:\d\d\.$/.test(body),
    ).length > 0,
    true,
  );
  assert.ok(
    lines.some((line) => /waiting for g1 \(@anna\); \d+(\.\d)? s left/.test(line)),
    lines.join("\n"),
  );
  // Asked anew by the next run, it can still be done.
  await askForScenarios(launch);
  assert.equal(
    steps.get("verify.scenario-g1")?.status === "failed" && launch.state().steps.get("verify.scenario-g1")?.status,
    "started",
  );
});

test("a comment that is deleted comes again with all that was said; GitHub's faults cost nothing", async (t) => {
  const { launch, edit, words, post, client, twin } = await waiting(t, [scenario("g1"), scenario("g2")]);
  await askForScenarios(launch);
  await edit("anna", box("g1", "pass"));
  await listen(launch);
  const { id } = await post();
  await client("anna-token").rest.issues.deleteComment({ ...here, comment_id: id });
  await listen(launch);
  const next = await post();
  assert.notEqual(next.id, id);
  assert.match(next.body, /- \[x\] \*\*g1\*\*/);
  const walked = walkThrough(launch, pace);
  twin.fault({ match: (_, path) => path.includes("graphql"), answer: "500", times: 3 });
  await edit("boris", box("g2", "pass"));
  assert.deepEqual(
    (await walked).map(({ verdict }) => verdict),
    ["pass", "pass"],
  );
  assert.deepEqual(words(), ["g1 pass anna", "g2 pass boris"]);
});

test("what is ticked after the end does not count, and is put back", async (t) => {
  const { launch, edit, post, comments, words } = await waiting(t, [scenario("g1")]);
  await askForScenarios(launch);
  await launch.record({ kind: "ended", outcome: "rolled-back", because: "x" });
  await sleep(1100);
  await edit("anna", box("g1", "pass"));
  await listen(launch);
  await listen(launch);
  assert.deepEqual(words(), []);
  assert.match((await post()).body, /- \[ \] \*\*g1\*\*/);
  assert.equal((await comments()).filter(({ body }) => body.includes("This launch has ended")).length, 1);
});

test("200 random edits at the same time, on old pages, with two processes that listen: no tick is lost", async (t) => {
  const ids = Array.from({ length: 220 }, (_, index) => `s${index}`);
  const { launch, another, post, client, words, twin } = await waiting(
    t,
    ids.map((id) => scenario(id, { steps: [] })),
  );
  await askForScenarios(launch);
  const { id } = await post();
  let seed = 11;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const ticked = new Set<string>();
  let left = 200;
  const person = async (login: string) => {
    const { rest } = client(`${login}-token`);
    let page = "";
    while (left > 0) {
      if (page === "" || random(2) === 0)
        page = (await rest.issues.getComment({ ...here, comment_id: id })).data.body ?? "";
      const open = ids.filter((one) => page.includes(`- [ ] **${one}**`));
      const one = open[random(open.length)];
      if (one === undefined || left-- <= 0) continue;
      page = box(one, "pass")(page);
      ticked.add(one);
      await rest.issues.updateComment({ ...here, comment_id: id, body: page });
    }
  };
  let over = false;
  const listening = async (process: Launch) => {
    while (!over) {
      await listen(process);
      await sleep(100);
    }
  };
  const processes = [listening(launch), listening(another())];
  await Promise.all(["anna", "boris", "anna", "boris", "anna"].map(person));
  over = true;
  await Promise.all(processes);
  await listen(launch);
  const last = words();
  for (const one of ticked)
    assert.ok(
      last.some((word) => word.startsWith(`${one} pass `)),
      `the tick of ${one} is lost`,
    );
  const { body } = await post();
  for (const one of ticked) assert.match(body, new RegExp(`- \\[x\\] \\*\\*${one}\\*\\*`), `${one} is shown`);
  assert.ok(
    twin.requests.filter(({ method, path }) => method === "PATCH" && path.includes("/comments/")).length >= 200,
  );
  assert.deepEqual(twin.violations(), []);
});

test("a comment that somebody else rewrote is nobody's word, and its author is told", async (t) => {
  const { launch, client, say, words, comments } = await waiting(t, [scenario("g1")]);
  await askForScenarios(launch);
  const { data } = await say("anna", "/fail g1\nthe hour is shown twice");
  // Within the second, and before anybody looked.
  await client("boris-token").rest.issues.updateComment({ ...here, comment_id: data.id, body: "/pass g1" });
  await listen(launch);
  assert.deepEqual(words(), []);
  await client("boris-token").rest.issues.updateComment({ ...here, comment_id: data.id, body: "never mind" });
  await listen(launch);
  await listen(launch);
  const told = (await comments()).filter(({ body }) => body.includes("somebody else edited your comment"));
  assert.equal(told.length, 1);
  assert.match(told[0]?.body ?? "", /^@anna: /m);
  await say("anna", "/fail g1\nthe hour is shown twice");
  await listen(launch);
  assert.deepEqual([words(), launch.state().scenarios.get("g1")?.note], [["g1 fail anna"], "the hour is shown twice"]);
});

test("one's own comment, edited, counts as it is now", async (t) => {
  const { launch, client, say, words } = await waiting(t, [scenario("g1"), scenario("g2")]);
  await askForScenarios(launch);
  const { data } = await say("anna", "/psas g1");
  await listen(launch);
  assert.deepEqual(words(), []);
  await client("anna-token").rest.issues.updateComment({ ...here, comment_id: data.id, body: "/pass g1\n/pass g2" });
  await listen(launch);
  assert.deepEqual(words(), ["g1 pass anna", "g2 pass anna"]);
});

test("what its author may do is asked anew before a word goes on record", async (t) => {
  const { launch, say, words } = await waiting(t, [scenario("g1")]);
  await askForScenarios(launch);
  await say("vera", "/pass g1");
  const memory = noMemory();
  memory.permissions.set("vera", Promise.resolve("write"));
  await listen(launch, memory);
  assert.deepEqual(words(), []);
});

test("where GitHub does not tell who edited what, nothing is heard, and that is said", async (t) => {
  const { launch, twin, say, words, comments } = await waiting(t, [scenario("g1")], { within: 1 });
  await askForScenarios(launch);
  await say("anna", "/pass g1");
  twin.hideEdits();
  const [walked] = await walkThrough(launch, pace);
  assert.deepEqual([words(), walked?.verdict], [[], "inconclusive"]);
  assert.match(walked?.evidence ?? "", /could not be heard: GitHub does not tell this token who edited a comment/);
  const told = (await comments()).filter(({ body }) => body.includes("does not tell golive who edited comments"));
  assert.equal(told.length, 1);
});
