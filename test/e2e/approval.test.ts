import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { repository, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const tag = "v1.1.0";
/** A repository whose plan offers no reviewers for the window. */
const options = {
  environments: { production: { reviewers: [], branches: ["main"] } },
  change: (plan: Record<string, any>) => void (plan.approval.comment = { approvers: ["anna", "dmitry"] }),
};

async function answers(world: World, issue: number, to: number | string): Promise<string[]> {
  const all = (await world.api("anna", "GET", `/repos/${repository}/issues/${issue}/comments?per_page=100`)) as {
    body: string;
  }[];
  return all
    .map(({ body }) => body)
    .filter((body) => body.startsWith(`<!-- golive:answer${typeof to === "string" ? "-to" : ""}=${to} -->`));
}

/** The first run: all before the window, then the checklist waits. */
async function waiting(world: World): Promise<{ issue: number; word: string; body: string }> {
  const first = await world.launch({ tag });
  assert.equal(first.conclusion, "success", first.log.join("\n"));
  assert.equal(first.jobs.find(({ id }) => id === "launch")?.result, "skipped");
  const [issue] = await world.issues();
  assert.equal(issue?.state, "open");
  const word = /\/approve [0-9a-f]{16}/.exec(issue?.body ?? "")?.[0] ?? "";
  assert.notEqual(word, "", issue?.body ?? "");
  return { issue: issue?.number ?? 0, word, body: issue?.body ?? "" };
}

test("a window without reviewers waits for a comment, refuses the wrong ones in words, and goes live on the right one", async (t) => {
  const world = await startWorld(options);
  t.after(() => world.stop());
  const untouched = await stateOfProduction(world);
  const { issue, word, body } = await waiting(world);
  assert.match(body, /Waiting for an approval by comment/);
  assert.match(body, /These may: anna, dmitry/);
  const asked = (await world.api("anna", "GET", `/repos/${repository}/issues/${issue}/comments`)) as { body: string }[];
  assert.match(asked.at(-1)?.body ?? "", /@anna @dmitry/);

  const refused = async (login: string, text: string, why: RegExp, meanwhile?: (id: number) => Promise<void>) => {
    const { id, approve, started } = await world.comment(login, issue, text, meanwhile);
    assert.equal(approve.conclusion, "success", approve.log.join("\n"));
    assert.equal(started.length, 1);
    assert.equal(started[0]?.conclusion, "failure");
    const ran = started[0]?.jobs.filter(({ result }) => result !== "skipped").map(({ id: job }) => job);
    assert.deepEqual(ran, ["gate", "plan"]);
    const said = await answers(world, issue, id);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", why);
    assert.match(started[0]?.log.join("\n") ?? "", why);
    assert.deepEqual(await stateOfProduction(world), untouched);
    assert.equal((await lastState(world)).waiting, true);
    return id;
  };
  /** What is plainly none starts no launch. */
  const stopped = async (login: string, text: string, why: RegExp, meanwhile?: (id: number) => Promise<void>) => {
    const { id, approve, started } = await world.comment(login, issue, text, meanwhile);
    assert.equal(approve.conclusion, "success", approve.log.join("\n"));
    assert.equal(started.length, 0);
    assert.match((await answers(world, issue, login === "guest" ? login : id)).join("\n"), why);
  };
  await stopped("guest", word, /its author may not write to this repository/);
  await stopped("dmitry", word.replace("pp", "p"), /begins like `\/approve`, and is not/);
  // Rewritten by who started the launch, within the second.
  await stopped("dmitry", "/approve later", /edited after it was posted/, async (id) => {
    await world.api("anna", "PATCH", `/repos/${repository}/issues/comments/${id}`, { body: word });
  });
  await refused("anna", word, /its author started this launch/);
  const wrong = await refused("dmitry", "/approve 0123456789abcdef", /another plan digest/);
  await refused("dmitry", `${word}\n\nlooks good`, /it has to be exactly/);
  // Handed on a second time, it is refused again and not answered again.
  const again = await world.launch({ tag, actor: "github-actions[bot]", inputs: { approval: String(wrong) } });
  assert.equal(again.conclusion, "failure");
  assert.equal((await answers(world, issue, wrong)).length, 1);

  // What is no command starts nothing at all.
  const chat = await world.comment("dmitry", issue, "shall I approve?");
  assert.deepEqual(
    chat.approve.jobs.map(({ result }) => result),
    ["skipped"],
  );
  const quoted = await world.comment("dmitry", issue, `> ${word}\n\nlater`);
  assert.deepEqual([quoted.approve.conclusion, quoted.started.length], ["success", 0]);

  const { id, approve, started } = await world.comment("dmitry", issue, `> What to write?\n\n${word}.\n`);
  assert.equal(approve.conclusion, "success", approve.log.join("\n"));
  assert.equal(started[0]?.conclusion, "success", started[0]?.log.join("\n"));
  assert.equal(started[0]?.jobs.find(({ id: job }) => job === "prepare")?.result, "skipped");
  const state = await lastState(world);
  assert.equal(state.ended?.outcome, "live");
  assert.deepEqual(
    state.comments.map(({ id: one, by }) => [one, by]),
    [[id, "dmitry"]],
  );
  assert.equal(state.release?.actor, "anna");
  assert.equal((await stateOfProduction(world)).version, tag);
  const [done] = await world.issues();
  assert.match(done?.body ?? "", new RegExp(`Approved by \\| dmitry · comment ${id} · \\d\\d:\\d\\d:\\d\\d`));
  assert.doesNotMatch(done?.body ?? "", /golive:waiting/);
  assert.equal(done?.state, "closed");

  // Used once: the same comment opens nothing more.
  const replay = await world.launch({ tag, actor: "github-actions[bot]", inputs: { approval: String(id) } });
  assert.equal(replay.conclusion, "failure");
  assert.match(replay.log.join("\n"), /approval-refused/);
  assert.deepEqual(world.twin.violations(), []);
});

test("a tag that moved since, and a comment deleted before the window, approve nothing", async (t) => {
  // With reviewers as well, so that there is a moment between the plan's look and the window.
  const world = await startWorld({
    ...options,
    environments: { production: { reviewers: ["dmitry"], branches: ["main"] } },
  });
  t.after(() => world.stop());
  const untouched = await stateOfProduction(world);
  const { issue, word } = await waiting(world);

  // Rehearsed once more it waits on.
  const rehearsed = await world.launch({ tag, workflow: "prepare.yml" });
  assert.equal(rehearsed.conclusion, "success", rehearsed.log.join("\n"));
  assert.deepEqual([(await lastState(world)).waiting, (await world.issues())[0]?.state], [true, "open"]);

  const git = (...args: string[]) =>
    execFileSync("git", ["--git-dir", world.production.origin, ...args], { encoding: "utf8" }).trim();
  const before = git("rev-parse", `refs/tags/${tag}`);
  await addTag({
    origin: world.production.origin,
    from: tag,
    tag,
    files: { "README.md": (text) => `${text}\nchanged\n` },
  });
  const moved = await world.comment("dmitry", issue, word);
  assert.equal(moved.started[0]?.conclusion, "failure");
  assert.match((await answers(world, issue, moved.id))[0] ?? "", /the tag or the plan has changed since/);
  git("update-ref", `refs/tags/${tag}`, before);

  const { id } = (await world.api("dmitry", "POST", `/repos/${repository}/issues/${issue}/comments`, {
    body: word,
  })) as { id: number };
  // Without its lock the launch that waits is not quietly made anew.
  const lock = join(world.production.state, "lock.json");
  await rename(lock, `${lock}.aside`);
  const unlocked = await world.launch({ tag, actor: "github-actions[bot]", inputs: { approval: String(id) } });
  assert.match(unlocked.log.join("\n"), /the launch that was approved no longer holds the lock/);
  await rename(`${lock}.aside`, lock);

  const late = await world.launch({
    tag,
    actor: "github-actions[bot]",
    inputs: { approval: String(id) },
    review: async () => {
      await world.api("dmitry", "DELETE", `/repos/${repository}/issues/comments/${id}`);
      return "approved";
    },
  });
  assert.equal(late.conclusion, "failure");
  assert.match(late.log.join("\n"), /the comment of dmitry that approved this run was deleted/);
  assert.deepEqual(await stateOfProduction(world), untouched);
  assert.equal((await lastState(world)).ended?.outcome, "failed");
  assert.deepEqual(world.twin.violations(), []);
});

test("approvers who could not approve are found by day", async (t) => {
  const world = await startWorld(options);
  t.after(() => world.stop());
  const untouched = await stateOfProduction(world);
  const change = (name: string, approval: object) =>
    addTag({
      origin: world.production.origin,
      from: tag,
      tag: name,
      policyToo: true,
      files: { ".github/golive.yml": (text) => stringify({ ...parse(text), approval }) },
    });
  for (const [name, approval, ...wanted] of [
    [
      "weak",
      { comment: { approvers: ["dmitry", "guest", "nobody-here"] } },
      /guest may not write to the repository \(read\)/,
      /nobody-here may not write to the repository \(none\)/,
    ],
    ["alone", { comment: { approvers: ["Anna"] } }, /anna starts this launch and is the only approver/],
    [
      "no-way-back",
      { comment: { approvers: ["dmitry"] }, "rollback-environment": "missing" },
      /there is no environment "missing"/,
    ],
  ] as const) {
    await change(name, approval);
    const launched = await world.launch({ tag: name });
    assert.equal(launched.conclusion, "failure");
    for (const pattern of wanted) assert.match(launched.log.join("\n"), pattern);
    assert.deepEqual([await stateOfProduction(world), await world.issues()], [untouched, []]);
  }
  // An approval where the plan takes none changes nothing of the launch's own gate.
  await change("reviewed", { environment: "production-rollback" });
  const stray = await world.launch({ tag: "reviewed", inputs: { approval: "2300000001" } });
  assert.match(stray.log.join("\n"), /the plan takes no approval by a comment/);
  assert.deepEqual(world.twin.violations(), []);
});
