import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runExample } from "./run-example.ts";

test("the package alone runs the example of its README", async (t) => {
  const said = await runExample(t, join(import.meta.dirname, "../.."));
  assert.match(said, /^Hello from local\/repository$/m);
  assert.match(said, /^success 1$/m);
});
