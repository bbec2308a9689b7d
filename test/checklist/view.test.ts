import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openView } from "../../src/checklist/view.ts";
import type { GitHub } from "../../src/github/client.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";

interface Update {
  readonly owner: string;
  readonly repo: string;
  readonly issue_number: number;
  readonly body: string;
  readonly request: { readonly signal: AbortSignal };
}

/** An issue whose writes are kept; `answer` decides how each one ends. */
function issueOf(
  answer: (count: number, update: Update) => Promise<void> = async () => {},
  gap = { first: 0.05, most: 0.2 },
) {
  const asked: string[] = [];
  const warnings: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const update = async (update: Update) => {
    assert.deepEqual([update.owner, update.repo, update.issue_number], ["acme", "clinic", 3]);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    asked.push(update.body);
    await answer(asked.length, update).finally(() => atOnce--);
  };
  const github = {
    octokit: { rest: { issues: { update } } },
    owner: "acme",
    repo: "clinic",
    serverUrl: "https://github.test",
  } as unknown as GitHub;
  const page = { text: "page 0" };
  const view = openView({
    github,
    issue: 3,
    render: () => page.text,
    log: { info() {}, warn: (text) => warnings.push(text), error() {} },
    gap,
  });
  const change = (text: string) => {
    page.text = text;
    view.changed();
  };
  return { view, asked, warnings, change, mostAtOnce: () => mostAtOnce };
}

/** Every write fails; one that is asked without end comes to an end here. */
const request = { method: "PATCH", url: "https://api.github.test/repos/o/r/issues/3" };
const refused = async (count: number) => {
  await sleep(1);
  if (count < 20) throw Object.assign(new Error("Bad Gateway"), { status: 502, request });
};

test("many changes at once are one write, of the last state", async () => {
  const { asked, change } = issueOf();
  for (let index = 1; index <= 500; index++) change(`page ${index}`);
  assert.deepEqual(asked, []);
  await pollUntil(async () => asked.length > 0, { what: "nothing was written", every: 10, limit: 5_000 });
  await sleep(300);
  assert.deepEqual(asked, ["page 500"]);
});

test("a long night of changes is few writes, and the page comes to its last state by itself", async () => {
  const { asked, change } = issueOf();
  const begin = performance.now();
  for (let index = 1; index <= 60; index++) {
    change(`page ${index}`);
    await sleep(10);
  }
  await pollUntil(async () => asked.at(-1) === "page 60", {
    what: "the last state was not written",
    every: 10,
    limit: 5_000,
  });
  const seconds = (performance.now() - begin) / 1000;
  assert.ok(asked.length >= 2 && asked.length <= 3 + seconds / 0.1, `${asked.length} writes in ${seconds} s`);
});

test("flush writes the last state now, and nothing when there is nothing new", async () => {
  const { asked, change, view } = issueOf(undefined, { first: 60, most: 60 });
  await view.flush();
  assert.deepEqual(asked, []);
  change("page 1");
  change("page 2");
  await view.flush();
  assert.deepEqual(asked, ["page 2"]);
  await view.flush();
  change("page 2");
  await view.flush();
  assert.deepEqual(asked, ["page 2"], "an unchanged page is not written again");
  change("page 3");
  await view.flush();
  assert.deepEqual(asked, ["page 2", "page 3"]);
});

test("flush waits for the write under way, also when nothing changed meanwhile", async () => {
  let done = false;
  const { asked, change, view } = issueOf(() => sleep(150).then(() => void (done = true)), { first: 0.01, most: 0.02 });
  change("page 1");
  await pollUntil(async () => asked.length > 0, { what: "nothing was written", every: 5, limit: 5_000 });
  await view.flush();
  assert.deepEqual([done, asked], [true, ["page 1"]]);
});

test("flush waits for the write under way and writes what changed meanwhile; never two at once", async () => {
  const { asked, change, view, mostAtOnce } = issueOf(() => sleep(150), { first: 0.01, most: 0.02 });
  change("page 1");
  await pollUntil(async () => asked.length > 0, { what: "nothing was written", every: 5, limit: 5_000 });
  change("page 2");
  await sleep(50);
  change("page 3");
  await view.flush();
  assert.equal(asked.at(-1), "page 3");
  assert.ok(asked.length <= 3);
  assert.equal(mostAtOnce(), 1);
});

test("an API that fails neither throws nor is asked for ever", async () => {
  const { asked, change, view, warnings } = issueOf(refused, { first: 0.02, most: 0.05 });
  change("page 1");
  await pollUntil(async () => warnings.length > 0, { what: "nobody was told", every: 10, limit: 5_000 });
  await sleep(300);
  assert.equal(asked.length, 1, "not again until something changes");
  assert.match(warnings[0] ?? "", /#3 .*GitHub answered 502 to PATCH .*journal/);
  await view.flush();
  await view.flush();
  assert.ok(asked.length <= 2, `${asked.length} writes`);
});

test("flush against an API that fails returns", async () => {
  const { asked, change, view, warnings } = issueOf(refused, { first: 60, most: 60 });
  change("page 1");
  await view.flush();
  assert.deepEqual([asked.length, warnings.length], [1, 1]);
});

test("after a failure the next write shows everything", async () => {
  const { asked, change, view, warnings } = issueOf(async (count) => (count === 1 ? refused(count) : undefined), {
    first: 0.02,
    most: 0.05,
  });
  change("page 1");
  await pollUntil(async () => warnings.length > 0, { what: "nobody was told", every: 10, limit: 5_000 });
  change("page 2");
  await pollUntil(async () => asked.length > 1, { what: "it was not written again", every: 10, limit: 5_000 });
  change("page 3");
  await view.flush();
  assert.deepEqual([asked, warnings.length], [["page 1", "page 2", "page 3"], 1]);
});

test("each write has a limit of its own", async () => {
  const signals: AbortSignal[] = [];
  const { change, view } = issueOf(async (_, update) => void signals.push(update.request.signal), {
    first: 60,
    most: 60,
  });
  change("page 1");
  await view.flush();
  change("page 2");
  await view.flush();
  assert.ok(signals.every((signal) => signal instanceof AbortSignal && !signal.aborted));
  assert.equal(new Set(signals).size, 2);
});

test("a view that waits to write does not keep a run alive", async (t) => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const { change, view } = issueOf(undefined, { first: 3600, most: 3600 });
  t.after(() => view.flush());
  const before = timers();
  change("page 1");
  assert.equal(timers(), before);
});
