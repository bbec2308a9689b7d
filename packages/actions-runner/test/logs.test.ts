import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixture.ts";

test("secrets and added masks never reach the log or a job's outputs", async (t) => {
  const key = "-----BEGIN-----\nline one of it\nline two of it\n-----END-----";
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    outputs: {ok: "\${{ steps.s.outputs.ok }}", secret: "\${{ steps.s.outputs.secret }}", added: "\${{ steps.s.outputs.added }}"}
    steps:
      - id: s
        env: {KEY: "\${{ secrets.KEY }}", PASSWORD: "\${{ secrets.PASSWORD }}", TOKEN: "\${{ github.token }}"}
        run: |
          echo "password is $PASSWORD, token $TOKEN"; echo "$KEY"
          echo "in base64: $(printf %s "$PASSWORD" | base64) and $(printf %s "user:$PASSWORD" | base64)"
          echo "::add-mask::made-up-later"; echo "now made-up-later is hidden"
          echo "::error::failed with $PASSWORD"
          echo "# $PASSWORD" >> $GITHUB_STEP_SUMMARY
          { echo "ok=fine"; echo "secret=x-$PASSWORD"; echo "added=made-up-later"; } >> $GITHUB_OUTPUT
  b:
    needs: a
    runs-on: x
    steps: [{run: "echo 'ok \${{ needs.a.outputs.ok }}, secret \${{ needs.a.outputs.secret }}.'"}]
`,
    {},
    { secrets: { KEY: key, PASSWORD: "hunter2&more" } },
  );
  assert.equal(result.conclusion, "success");
  const log = result.log.join("\n");
  for (const leak of [
    "hunter2",
    "ghs_token",
    "line one of it",
    "line two",
    Buffer.from("hunter2&more").toString("base64").slice(0, 12),
  ])
    assert.ok(!log.includes(leak), `${leak} in\n${log}`);
  assert.ok(!log.includes(Buffer.from("user:hunter2&more").toString("base64").slice(8, 16)));
  assert.ok(log.includes("now *** is hidden"));
  assert.ok(log.includes("ok fine, secret ."));
  assert.deepEqual(result.job("a").outputs, { ok: "fine" });
  assert.deepEqual(
    result.job("a").annotations.map((annotation) => annotation.message),
    [
      "failed with ***",
      "Skip output 'secret' since it may contain secret.",
      "Skip output 'added' since it may contain secret.",
    ],
  );
  assert.equal(result.job("a").steps[0]?.summary, "# ***\n");
});

test("commands in the log: properties, escapes, groups, debug, and a stop to all of them", async (t) => {
  const result = await run(
    t,
    `
jobs:
  a:
    runs-on: x
    steps:
      - run: |
          echo '::error file=a%2Cb.ts,line=3,col=4,title=Bad%3A thing::one%0Atwo 100%25 %250A'
          echo '::warning::careful'
          echo '::notice title=N::note'
          echo '::group::G'; echo inside; echo '::endgroup::'
          echo '::debug::quiet'
          echo '::stop-commands::t0ken'; echo '::error::not a command'; echo '::t0ken::'
          echo '::notice::again' >&2
          for i in $(seq 12); do echo "::error::e$i"; done
`,
  );
  assert.equal(result.conclusion, "success");
  const [first, ...rest] = result.job("a").annotations;
  assert.deepEqual(first, {
    level: "error",
    message: "one\ntwo 100% %0A",
    title: "Bad: thing",
    file: "a,b.ts",
    line: 3,
  });
  assert.deepEqual(
    rest
      .filter(({ message }) => !/^e\d+$/.test(message))
      .map(({ level, message }) => [level, message])
      .sort(),
    [
      ["notice", "again"],
      ["notice", "note"],
      ["warning", "careful"],
    ].sort(),
  );
  assert.equal(
    result.job("a").annotations.filter(({ level }) => level === "error").length,
    10,
    "at most ten of a kind from one step",
  );
  assert.ok(
    result.log.includes("##[group]G") &&
      result.log.includes("##[endgroup]") &&
      result.log.includes("::error::not a command"),
  );
  assert.ok(!result.log.some((line) => line.includes("quiet")));
});
