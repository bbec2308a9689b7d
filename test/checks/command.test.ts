import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCommand } from "../../src/checks/kinds/command.ts";
import type { CommandCheck } from "../../src/checks/kinds/command.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import type { Finished } from "../../src/core/command.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { UserError } from "../../src/core/errors.ts";
import { type Host, hostFrom } from "../../src/hosts/host.ts";
import { localHost } from "../../src/hosts/local.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { hostSaying, hostsOf } from "./hosts-of.ts";

const check = (change: object = {}): CommandCheck =>
  parsed(checkSchema, {
    kind: "command",
    id: "queue",
    host: "app-1",
    run: ["check_queue", "-v"],
    ...change,
  }) as CommandCheck;
const ask = (host: Host, change: object = {}) =>
  checkCommand(
    { ...check(), ...change },
    { plan: samplePlan(), expected: { tag: "v1", commit: "c" }, hosts: hostsOf(localHost("other"), host) },
  );

const judged: readonly [string, Partial<Finished>, Verdict, string][] = [
  ["exit 0", {}, "pass", "exit 0 in 0.5 s"],
  ["exit 0, whatever it complains of", { stderr: "error: nothing much" }, "pass", "exit 0 in 0.5 s"],
  ["exit 1", { code: 1 }, "fail", "exit 1 in 0.5 s"],
  [
    "exit 2 with a reason",
    { code: 2, stderr: "noise\nsudo: a password is required\n" },
    "fail",
    "exit 2 in 0.5 s: sudo: a password is required",
  ],
  [
    "a reason that holds someone's data",
    { code: 2, stderr: "Anna Petrova waits since 1980-05-05" },
    "fail",
    "exit 2 in 0.5 s",
  ],
  ["a reason in words of its own", { code: 2, stderr: "error: 7 messages wait" }, "fail", "exit 2 in 0.5 s"],
  ["its output is nobody's business", { code: 2, stdout: "error: Anna" }, "fail", "exit 2 in 0.5 s"],
  ["a time-out", { code: 124, timedOut: true }, "error", "check_queue did not end within 120 s"],
  ["a time-out, whatever the code", { code: 0, timedOut: true }, "error", "check_queue did not end within 120 s"],
  [
    "no such program",
    { code: 127, stderr: "timeout: failed to run command ‘check_queue’: No such file or directory" },
    "error",
    "check_queue could not be run: timeout: failed to run command 'check_queue': No such file or directory",
  ],
  ["no right to run it", { code: 126 }, "error", "check_queue could not be run"],
  ["ended by a signal", { code: null }, "error", "check_queue could not be run"],
];

for (const [name, finished, verdict, evidence] of judged) {
  test(`the verdict of a command: ${name}`, async () =>
    assert.deepEqual(await ask(hostSaying("app-1", finished)), { verdict, evidence }));
}

test("a host that cannot be reached is told as that", async () => {
  const away = hostFrom("app-1", async () => {
    throw new UserError({ code: "of-a-test", what: "no route to host" });
  });
  await assert.rejects(ask(away), /no route to host/);
});

test("on a real host: no shell reads the words, and nothing is measured by what does not run", async () => {
  const host = localHost("app-1");
  const run = async (...words: string[]) => (await ask(host, { run: words, timeout: 20 })).verdict;
  assert.equal(await run("test", "$(echo x)", "=", "$(echo x)"), "pass");
  assert.equal(await run("test", "a b", "=", "a"), "fail");
  assert.equal(await run("sh", "-c", "exit 3"), "fail");
  assert.equal(await run("golive-no-such-program"), "error");
  assert.equal(await run("/etc"), "error");
  assert.deepEqual(await ask(host, { run: ["sleep", "30"], timeout: 0.3 }), {
    verdict: "error",
    evidence: "sleep did not end within 0.3 s",
  });
});
