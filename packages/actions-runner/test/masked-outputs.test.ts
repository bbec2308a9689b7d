import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixture.ts";

const workflow = (environment: string): string => `
jobs:
  look:
    runs-on: x
    ${environment}
    outputs: {environment: "\${{ steps.s.outputs.e }}", other: "\${{ steps.s.outputs.o }}"}
    steps: [{id: s, run: 'echo "e=production" >> $GITHUB_OUTPUT; echo "o=a-production-b" >> $GITHUB_OUTPUT; echo "o2=fine" >> $GITHUB_OUTPUT'}]
  go:
    needs: look
    runs-on: x
    environment: "\${{ needs.look.outputs.environment }}"
    steps: [{run: 'echo "got <\${{ needs.look.outputs.environment }}> <\${{ needs.look.outputs.other }}>"'}]
`;

test("an output that holds the value of a secret is dropped, and with it the environment of the job after it", async (t) => {
  const asked: string[] = [];
  const gate = async (_job: string, environment: string) => {
    asked.push(environment);
    return "approved" as const;
  };
  const result = await run(t, workflow(""), {}, { secrets: { DB_NAME: "production" }, gate });
  assert.deepEqual(result.job("look").outputs, {});
  assert.deepEqual(
    result.job("look").annotations.map(({ level, message }) => [level, message]),
    ["environment", "other"].map((name) => ["warning", `Skip output '${name}' since it may contain secret.`]),
  );
  assert.ok(result.log.includes("got <> <>"), result.log.join("\n"));
  assert.deepEqual(asked, [], "so no reviewer is asked");
});

test("a secret of another environment is not known to the job, so nothing is dropped", async (t) => {
  const secrets = { environmentSecrets: { other: { DB_NAME: "production" } } };
  const result = await run(t, workflow(""), {}, secrets);
  assert.deepEqual(result.job("look").outputs, { environment: "production", other: "a-production-b" });
  assert.ok(result.log.includes("got <production> <a-production-b>"));
  const within = await run(t, workflow("environment: other"), {}, secrets);
  assert.deepEqual(within.job("look").outputs, {});
});
