import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const src = join(import.meta.dirname, "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Every way by which Node starts a process, or a package does so for us. */
const ways =
  /(?:from |import\(|require\()["'](?:node:)?(?:child_process|cluster|worker_threads)["']|@actions\/exec|\bexeca\b|process\.(?:binding|dlopen|execve)\b/;

/** What a launch runs, and the runner's own short programs. */
const places = ["hosts/execute.ts", "hosts/runner-program.ts"];

test("programs are started in two places, which decide what they see of golive's own environment", () => {
  const found = files.filter((name) => ways.test(readFileSync(join(src, name), "utf8")));
  assert.deepEqual(found.toSorted(), places);
});

test("the environment as a whole is handed to nobody else", () => {
  const whole = /process\.env(?![.[\w])/;
  const found = files.filter((name) => whole.test(readFileSync(join(src, name), "utf8")));
  assert.deepEqual(found.toSorted(), places);
});
