import assert from "node:assert/strict";
import { test } from "node:test";
import { command } from "../../src/core/command.ts";
import { UserError } from "../../src/core/errors.ts";
import { hostFrom } from "../../src/hosts/host.ts";

const finished = { code: 0, stdout: "half", stderr: "", seconds: 1, timedOut: false, cut: true } as const;
const host = hostFrom("db-1", async () => finished);

test("a command of which all is read fails when its output was cut, and no other does", async () => {
  await assert.rejects(
    host.run(command("pg_dump", ["clinic"], { whole: true })),
    (error) => error instanceof UserError && error.problems[0]?.code === "output-too-long",
  );
  assert.equal(await host.run(command("make", [])), finished);
});
