import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chosen, notUnit, slowFiles } from "../script/lib/test-files.ts";

/** A tree of a few files. */
const among =
  (files: Readonly<Record<string, string>>) =>
  (file: string): string =>
    files[file] ?? "";

test("a unit test starts no server and no program, reads no dist/, and has no production", () => {
  const alone = (text: string) => notUnit("test/a/a.test.ts", among({ "test/a/a.test.ts": text }));
  assert.equal(alone('import { test } from "node:test";\nimport { x } from "../../src/plan/load.ts";'), null);
  assert.match(alone('import { createServer } from "node:http";') ?? "", /node:http/);
  assert.match(alone('import {\n  spawn,\n} from "node:child_process";') ?? "", /child_process/);
  assert.match(alone('const { connect } = await import("node:net");') ?? "", /node:net/);
  assert.match(alone('import { startTwin } from "@golive/github-twin";') ?? "", /github-twin/);
  assert.match(alone('import { startWorld } from "../../packages/rehearsal/world/world.ts";') ?? "", /rehearsal/);
  assert.match(alone('import { localHost } from "../../src/hosts/local.ts";') ?? "", /src\/hosts\/local/);
  assert.match(alone('const folder = join(root, "dist");') ?? "", /dist/);
});

test("what a unit test imports of the tests' own files counts, and a type does not", () => {
  const first = 'import { serve } from "./serve.ts";';
  const files = { "test/a/a.test.ts": first, "test/a/serve.ts": 'import { createServer } from "node:http";' };
  assert.match(notUnit("test/a/a.test.ts", among(files)) ?? "", /test\/a\/serve\.ts imports node:http/);
  const types = 'import type { Server } from "node:http";\nimport { type Socket } from "node:net";';
  assert.equal(notUnit("test/a/a.test.ts", among({ "test/a/a.test.ts": types })), null);
});

test("every file of a test runs: with every change, or with those that take hours", () => {
  const [all, unit, long] = [chosen.all(), chosen.unit(), chosen.long()];
  assert.deepEqual(
    long.filter((file) => all.includes(file)),
    [
      "test/cases/mutations.test.ts",
      "test/e2e/services.test.ts",
      "test/e2e/faults/faults.test.ts",
      "test/cases/nightly.test.ts",
      "test/database/versions.test.ts",
    ],
    "of these a part runs with every change",
  );
  assert.deepEqual(
    unit.filter((file) => !all.includes(file)),
    [],
  );
  assert.ok(unit.length >= 60 && all.length >= 200 && long.length >= 6, `${unit.length} ${all.length} ${long.length}`);
});

test("the files that start first are there, and start first", () => {
  const slow = slowFiles();
  assert.deepEqual(
    slow.filter((file) => !existsSync(join(import.meta.dirname, "..", file))),
    [],
  );
  assert.deepEqual(chosen.all().slice(0, slow.length), slow);
});
