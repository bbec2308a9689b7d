import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { startMachineProduction } from "../../production/machine-production.ts";
import { processesBelow } from "./processes-below.ts";

async function endedBy(signal: NodeJS.Signals, when: RegExp): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "./production-until-ended.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let directory = "";
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith("/")) directory = line;
    if (when.test(line)) child.kill(signal);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  assert.equal(child.signalCode, signal);
  assert.notEqual(directory, "");
  assert.equal(existsSync(directory), false);
  assert.deepEqual(processesBelow(directory), []);
}

test("a signal stops and removes a production, and still ends the process", () => endedBy("SIGTERM", /^serves$/));

test("so does one that comes while the production starts", () => endedBy("SIGINT", /^\//));

test("a start that fails leaves nothing", async () => {
  let directory = "";
  const start = startMachineProduction({
    planFor: (_tag, facts) => {
      directory = facts.directory;
      throw new Error("no plan");
    },
  });
  await assert.rejects(start, /no plan/);
  assert.equal(existsSync(directory), false);
  assert.deepEqual(processesBelow(directory), []);
});
