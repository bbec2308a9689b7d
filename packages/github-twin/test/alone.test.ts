import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runExample } from "../../actions-runner/test/alone/run-example.ts";

test("the package alone runs the example of its README", async (t) => {
  const said = await runExample(t, join(import.meta.dirname, ".."));
  assert.match(said, /^201 Launch$/m);
  assert.match(said, /^\{ repository: \{ issue: \{ title: 'Launch' \} \} \}$/m);
  assert.match(said, /^\[\]$/m);
});
