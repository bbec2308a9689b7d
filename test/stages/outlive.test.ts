import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandError, StepError, UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";
import { connectionLost } from "../../src/hosts/ssh/ssh-problem.ts";
import { awaitHosts, outliveRestarts } from "../../src/stages/launch/connect/outlive.ts";
import { launchFor } from "./launch-for.ts";

const lost = new UserError({ what: "the connection broke", where: "app-1", code: connectionLost });
const done = { code: 0, stdout: "", stderr: "", seconds: 0, timedOut: false };
const quiet = { info: () => {} };
const signal = new AbortController().signal;

/** A host that does not answer so many times. */
function away(times: number) {
  const asked = { count: 0 };
  const host = hostFrom("app-1", async () => {
    asked.count++;
    if (asked.count <= times) throw lost;
    return done;
  });
  return { host, asked };
}

test("a host that comes back is waited for; the reason is told once", async () => {
  const { host, asked } = away(3);
  const told: string[] = [];
  await awaitHosts([host], { withinSeconds: 30, everySeconds: 0.01, log: { info: (line) => told.push(line) }, signal });
  assert.equal(asked.count, 4);
  assert.deepEqual(told, ["waiting for app-1: the connection broke (at most 30 s)"]);
});

test("one that stays away is not waited for without end, a refused key not at all", async () => {
  const { host } = away(Number.POSITIVE_INFINITY);
  const began = performance.now();
  await awaitHosts([host], { withinSeconds: 0.2, everySeconds: 0.05, log: quiet, signal });
  assert.ok(performance.now() - began < 5000);
  let asked = 0;
  const refused = hostFrom("app-1", async () => {
    asked++;
    throw new UserError({ code: "of-a-test", what: "does not accept the key" });
  });
  await awaitHosts([refused], { withinSeconds: 30, everySeconds: 0.01, log: quiet, signal });
  assert.equal(asked, 1);
});

function launchWith(ours: boolean) {
  const calls: string[] = [];
  const { launch } = launchFor({
    signal,
    over: {
      shutOutOwn: async () => (calls.push("shut out"), ours),
      refresh: async () => void calls.push("refresh"),
    },
  });
  return { launch, calls };
}

test("work that met a broken connection is begun again, after what it left is shut out", async () => {
  const { launch, calls } = launchWith(true);
  let times = 0;
  await outliveRestarts(launch, async () => {
    if (++times < 3) throw new StepError("rollback.database", lost);
  });
  assert.equal(times, 3);
  assert.deepEqual(calls, ["shut out", "refresh", "shut out", "refresh"]);
});

test("not again: any other failure, too often, or a lock that is another's now", async () => {
  const failing = async (error: unknown, ours = true) => {
    let times = 0;
    const work = async () => {
      times++;
      throw error;
    };
    await assert.rejects(outliveRestarts(launchWith(ours).launch, work), (thrown) => thrown === error);
    return times;
  };
  assert.equal(
    await failing(new StepError("rollback.code", new UserError({ code: "of-a-test", what: "no such commit" }))),
    1,
  );
  assert.equal(await failing(new CommandError("app-1", { file: "x", args: [] }, { ...done, code: 1 })), 1);
  assert.equal(await failing(lost, false), 1);
  assert.equal(await failing(lost), 4);
});
