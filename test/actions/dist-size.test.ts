import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const dist = join(import.meta.dirname, "../../dist");

/** What a runner downloads with every use of an action, and a reviewer of an update has before them. */
const mostBytes = 3 * 1024 * 1024;

test("dist is at most 3 MiB", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const sizes = files.map((name) => [statSync(join(dist, name)).size, name] as const).toSorted(([a], [b]) => b - a);
  const bytes = sizes.reduce((sum, [size]) => sum + size, 0);
  assert.ok(files.includes("index.js"));
  assert.ok(
    bytes <= mostBytes,
    `${bytes} bytes; the largest:\n${sizes
      .slice(0, 8)
      .map((one) => one.join(" "))
      .join("\n")}`,
  );
});
