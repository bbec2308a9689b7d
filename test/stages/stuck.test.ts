import assert from "node:assert/strict";
import { test } from "node:test";
import { StepError, UserError } from "../../src/core/errors.ts";
import type { Entry } from "../../src/journal/event.ts";
import { stateOf } from "../../src/journal/state.ts";
import { catchUp, sayOnce } from "../../src/stages/tell/say.ts";
import { sameFailure, tellLost, toldWhenStuck } from "../../src/stages/tell/stuck.ts";
import { release } from "../checklist/sample-page.ts";
import type { Launch } from "../../src/stages/launch/context.ts";
import { launchFor, recordedHost } from "./launch-for.ts";

/** A launch on its way back, and a GitHub that may be gone. */
function launch({ gone = false, away = false, status = "on" } = {}) {
  const entries: Entry[] = [];
  const calls: string[] = [];
  const github = { gone };
  const asked = (text: string) => {
    if (github.gone) throw new Error("502");
    calls.push(text);
    return Promise.resolve({ data: { id: calls.length } });
  };
  const issues = {
    update: async ({ state }: { state?: string }) => asked(`issue ${state}`),
    createComment: async ({ body }: { body: string }) => asked(`comment ${body}`),
  };
  const abort = new AbortController();
  const { host } = recordedHost("app-1", () => ({ code: status === "on" ? 0 : 1, stdout: status }));
  const { launch: near, told } = launchFor({
    octokit: { rest: { issues } },
    hosts: [host],
    entries,
    signal: abort.signal,
    over: {
      phases: [
        { id: "rollback", title: "Rollback", lines: [{ id: "rollback.start@app-1", title: "Start the services" }] },
      ],
    },
  });
  const made: Launch = away ? { ...near, github: { ...near.github, away } } : near;
  const { record } = made;
  const fail = async (step: string, why: string | Error) => {
    const error = new StepError(step, typeof why === "string" ? new UserError({ code: "of-a-test", what: why }) : why);
    await record({ kind: "step", step, status: "started" });
    await record({ kind: "step", step, status: "failed", note: typeof why === "string" ? why : why.message });
    await assert.rejects(
      toldWhenStuck(made, () => Promise.reject(error)),
      (thrown) => thrown === error,
      "the failure itself goes on",
    );
  };
  return {
    made,
    entries,
    calls,
    warnings: told.warn,
    github,
    abort,
    record,
    fail,
    state: () => stateOf(entries, release.id),
  };
}

const comments = (calls: readonly string[]) => calls.filter((one) => one.startsWith("comment"));

test("a way back that fails: on record, the checklist open, one comment that says what to press", async () => {
  const { fail, calls, state } = launch();
  await fail("rollback.start@app-1", "the unit web does not run");
  assert.equal(state().stuck.at(-1)?.what, "the unit web does not run");
  assert.deepEqual(calls[0], "issue open");
  assert.match(
    comments(calls)[0] ?? "",
    /🔴 \*\*The way back failed at “Start the services”: the unit web does not run\.\*\*.*\[run 7\]\(https:\/\/github\.test\/o\/r\/actions\/runs\/7\)/,
  );
});

test("the same failure again, with another number in it, is told once; another one is", async () => {
  const { fail, calls, state } = launch();
  await fail("rollback.start@app-1", "pid 4711 exited after 3 s");
  await fail("rollback.start@app-1", "pid 99 exited after 12 s");
  assert.equal(comments(calls).length, 1);
  assert.equal(calls.filter((one) => one === "issue open").length, 2, "open each time");
  await fail("rollback.start@app-1", "no such unit");
  await fail("rollback.health@app-1", "no such unit");
  assert.equal(comments(calls).length, 3);
  await fail("rollback.start@app-1", "pid 5 exited after 1 s");
  assert.equal(comments(calls).length, 3, "known already");
  assert.equal(state().stuck.length, 5);
});

test("whoever cancelled knows, and a run that lost the lock says nothing", async () => {
  const lost = launch();
  await lost.fail("rollback.start@app-1", new UserError({ code: "lock-lost", what: "a later run" }));
  assert.deepEqual([lost.calls, lost.state().stuck], [[], []]);
  const cancelled = launch();
  cancelled.abort.abort();
  await cancelled.fail("rollback.start@app-1", "cancelled");
  assert.deepEqual([cancelled.calls, cancelled.state().stuck], [[], []]);
});

test("while GitHub is gone the comment is owed, written once it answers, and never twice", async () => {
  for (const away of [true, false]) {
    const { made, fail, calls, github, state, warnings } = launch({ gone: true, away });
    await fail("rollback.start@app-1", "the unit web does not run");
    await fail("rollback.start@app-1", "the unit web does not run");
    assert.deepEqual([...state().owed.keys()], ["stuck-1"]);
    assert.equal(warnings.length === 0, away, "a person who knows is not warned");
    github.gone = false;
    await catchUp(made);
    await catchUp(made);
    assert.equal(comments(calls).length, 1);
    assert.equal(state().owed.size, 0);
    await sayOnce(made, "stuck-1", "again");
    assert.equal(comments(calls).length, 1);
  }
});

test("a run that was lost on the way back: what it would have said, once", async () => {
  const { made, record, calls, state } = launch();
  await tellLost(made);
  assert.deepEqual(calls, [], "no way back was begun");
  await record({ kind: "step", step: "rollback.start@app-1", status: "failed", note: "the process was ended" });
  await tellLost(made);
  await tellLost(made);
  assert.equal(comments(calls).length, 1);
  assert.equal(state().stuck.length, 1);
  const ended = launch();
  await ended.record({ kind: "step", step: "rollback.start@app-1", status: "failed", note: "x" });
  await ended.record({ kind: "ended", outcome: "rolled-back", because: "x" });
  await tellLost(ended.made);
  assert.deepEqual(ended.calls, []);
});

test("the same failure, whatever the numbers", () => {
  const at = (step: string, what: string) => ({ step, what });
  const same: readonly [boolean, string, string][] = [
    [true, "exited 1", "exited 1"],
    [true, "pid 12 exited 1", "pid 9345 exited 1"],
    [true, "no answer for 1.5 s", "no answer for 12.25 s"],
    [true, "", ""],
    [false, "exited 1", "was ended by a signal"],
    [false, "host a", "host b"],
    [false, "exited 1", ""],
  ];
  for (const [expected, a, b] of same) assert.equal(sameFailure(at("s", a), at("s", b)), expected, `${a} / ${b}`);
  assert.equal(sameFailure(at("s", "x"), at("r", "x")), false);
});
