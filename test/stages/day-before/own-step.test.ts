import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandError, StepError, UserError } from "../../../src/core/errors.ts";
import { connectionLost } from "../../../src/hosts/ssh/ssh-problem.ts";
import { named } from "../../../src/stages/day-before/practice/own-step.ts";

const finished = { code: 3, stdout: "", stderr: "", seconds: 1, timedOut: false };
const problem = (code?: string) =>
  new UserError({ code: "of-a-test", what: "it is so", ...(code === undefined ? {} : { code }) });

const told: readonly [name: string, error: Error, told: RegExp][] = [
  ["a program that failed", new CommandError("app-1", { file: "bin/x", args: [] }, finished), /^deploy\.static fails/],
  ["a problem without a code", problem(), /^deploy\.static fails on the trial: it is so/],
  ["a problem of the kind of service", problem("static-unknown"), /^deploy\.static fails on the trial: it is so/],
  ["a step that made other files", problem("step-not-repeatable"), /^it is so \[step-not-repeatable\]/],
  ["a step that writes elsewhere", problem("step-writes-elsewhere"), /^it is so \[step-writes-elsewhere\]/],
  ["a folder that others may change", problem("folder-not-safe"), /^it is so \[folder-not-safe\]/],
  ["a connection that broke", problem(connectionLost), /^it is so \[connection-lost\]/],
  ["a host that cannot be reached", problem("ssh-host-asks"), /^it is so \[ssh-host-asks\]/],
  ["a lock that another run has", problem("lock-lost"), /^it is so \[lock-lost\]/],
  ["a step that has its name already", new StepError("backup.dump", problem()), /^backup\.dump: it is so/],
];

for (const [name, error, expected] of told)
  test(`on the trial ${name} is told by the step's name, unless it says all itself`, async () => {
    await assert.rejects(
      named("deploy.static", () => Promise.reject(error)),
      ({ message }: Error) => expected.test(message),
    );
  });

test("what failed is the cause of what is told", async () => {
  const cause = problem("static-unknown");
  await assert.rejects(
    named("deploy.static", () => Promise.reject(cause)),
    (error: Error) => error.cause === cause,
  );
  assert.equal(await named("deploy.static", async () => 7), 7);
});
