import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "./fixture.ts";

test("shells: pipefail only when bash is named; sh, python and a template of one's own", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps:
      - {id: unset, run: "false | true"}
      - {id: named, shell: bash, continue-on-error: true, run: "false | true"}
      - {shell: sh, run: "echo sh $0 | sed 's/ .*//'"}
      - {shell: python, run: "print('py', 1 + 1)"}
      - {shell: "bash -x {0}", run: "echo own"}
      - run: 'echo "\${{ steps.unset.outcome }} \${{ steps.named.outcome }} \${{ steps.named.conclusion }}"'
`,
  );
  assert.equal(result.conclusion, "success");
  for (const line of ["sh", "py 2", "own", "success failure success"]) assert.ok(result.log.includes(line), line);
});

test("env at three levels, GITHUB_ENV, GITHUB_PATH, defaults and working-directory", async (t) => {
  const result = await run(
    t,
    `
on: push
env: {A: workflow, B: workflow, C: workflow}
defaults: {run: {shell: bash}}
jobs:
  a:
    runs-on: x
    env: {B: job, C: job, D: "\${{ github.actor }}"}
    defaults: {run: {working-directory: sub}}
    steps:
      - {working-directory: ., run: "mkdir -p sub bin; printf '#!/bin/sh\\\\necho tool ran' > bin/tool; chmod +x bin/tool; echo $PWD/bin >> $GITHUB_PATH; echo E=later >> $GITHUB_ENV; test -z \\"$E\\""}
      - {env: {C: step}, run: 'echo "$A $B $C $D $E $(basename $PWD)"; tool; echo "\${{ env.C }} \${{ env.E }}"; false | true'}
`,
  );
  assert.ok(result.log.includes("workflow job step ann later sub"));
  assert.ok(result.log.includes("tool ran"));
  assert.ok(result.log.includes("step later"));
  assert.equal(result.conclusion, "failure", "the workflow's default shell is bash with pipefail");
});

test("failure() and always() inside a job; timeouts of a step", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps:
      - {id: slow, timeout-minutes: 0.005, run: "trap 'exit 0' INT; while true; do sleep 0.05; done"}
      - {run: echo not reached}
      - {if: failure(), run: "echo after failure \${{ steps.slow.outcome }} \${{ job.status }}"}
      - {if: "steps.slow.outcome == 'failure'", run: echo implicit success}
      - {if: always(), run: echo at last}
`,
  );
  const job = result.job("a");
  assert.deepEqual(
    job.steps.map((step) => step.outcome),
    ["failure", "skipped", "success", "skipped", "success"],
  );
  assert.ok(result.log.includes("after failure failure failure"));
  assert.match(job.annotations[0]?.message ?? "", /timed out/);
});

test("file commands: heredoc, several outputs, summary; a bad line fails the step", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    outputs: {text: "\${{ steps.o.outputs.text }}", eq: "\${{ steps.o.outputs.eq }}"}
    steps:
      - id: o
        run: |
          { echo "text<<EOF"; echo "one"; echo "a=b"; echo "two"; echo "EOF"; echo "eq=a<<b=c"; } >> "$GITHUB_OUTPUT"
          echo "# done" >> "$GITHUB_STEP_SUMMARY"
      - {id: big, run: 'head -c 1048577 /dev/zero | tr "\\0" x >> $GITHUB_STEP_SUMMARY'}
      - {id: bad, continue-on-error: true, run: "echo nonsense >> $GITHUB_OUTPUT"}
      - {continue-on-error: true, run: "echo NODE_OPTIONS=x >> $GITHUB_ENV"}
`,
  );
  const job = result.job("a");
  assert.deepEqual(job.outputs, { text: "one\na=b\ntwo", eq: "a<<b=c" });
  assert.deepEqual(
    job.steps.map(({ outcome, summary }) => [outcome, summary]),
    [
      ["success", "# done\n"],
      ["success", ""],
      ["failure", ""],
      ["failure", ""],
    ],
  );
  assert.match(job.annotations[0]?.message ?? "", /GITHUB_STEP_SUMMARY upload aborted/);
  assert.match(job.annotations[1]?.message ?? "", /Invalid format 'nonsense'/);
});

test("GitHub's variables and the event payload", async (t) => {
  const result = await run(
    t,
    `
name: Ship it
on: push
jobs:
  a:
    runs-on: x
    steps:
      - id: x
        run: |
          echo "$CI $GITHUB_ACTIONS $GITHUB_REPOSITORY $GITHUB_REPOSITORY_OWNER $GITHUB_RUN_ID $GITHUB_RUN_NUMBER $GITHUB_RUN_ATTEMPT $GITHUB_ACTOR $GITHUB_TRIGGERING_ACTOR"
          echo "$GITHUB_REF $GITHUB_REF_NAME $GITHUB_REF_TYPE $GITHUB_EVENT_NAME $GITHUB_JOB $GITHUB_ACTION $GITHUB_WORKFLOW $GITHUB_WORKFLOW_REF"
          echo "$GITHUB_API_URL $GITHUB_GRAPHQL_URL $RUNNER_OS $RUNNER_NAME \${{ runner.os }}"
          test "$PWD" = "$GITHUB_WORKSPACE"; test -d "$RUNNER_TEMP"; test -d "$RUNNER_TOOL_CACHE"; test -z "$(ls -A)"
          cat "$GITHUB_EVENT_PATH" | tr -d ' \\n'; echo
          echo "leak \${LEAK:-none} \${GITHUB_TOKEN:-none}"
`,
  );
  assert.equal(result.conclusion, "success", result.log.join("\n"));
  for (const line of [
    "true true acme/shop acme 7 3 1 ann ann",
    "refs/heads/main main branch push a x Ship it acme/shop/.github/workflows/main.yml@refs/heads/main",
    "http://127.0.0.1:1 http://127.0.0.1:1/graphql Linux rehearsal Linux",
    '{"head_commit":{"id":"abc"}}',
    "leak none none",
  ])
    assert.ok(result.log.includes(line), `${line}\n--\n${result.log.join("\n")}`);
});

test("what a step leaves running ends with its job", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    outputs: {pid: "\${{ steps.s.outputs.pid }}"}
    steps: [{id: s, run: "sleep 60 > /dev/null 2>&1 & echo pid=$! >> $GITHUB_OUTPUT"}]
`,
  );
  const pid = Number(result.job("a").outputs.pid);
  assert.ok(pid > 1);
  // Nothing left of it, or only the entry that a parent has not collected yet.
  const words = () => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  for (let look = 0; look < 100 && (await words()) !== ""; look++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(await words(), "");
});
