import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { UserError } from "../../src/core/errors.ts";
import { runnerProgram } from "../../src/hosts/runner-program.ts";

const sh = (text: string, ...values: string[]) => ["sh", "-c", text, "sh", ...values];

test("exit code and output, whatever the code is", async () => {
  const answer = await runnerProgram({ words: sh('echo "$1"; echo err >&2; exit 3', 'a "b" $c'), timeoutSeconds: 5 });
  assert.deepEqual(answer, { code: 3, stdout: 'a "b" $c\n', stderr: "err\n" });
});

test("its input is closed", async () => {
  assert.deepEqual(await runnerProgram({ words: ["cat"], timeoutSeconds: 5 }), { code: 0, stdout: "", stderr: "" });
});

test("it is ended when its time is over, with what it started", async () => {
  const started = performance.now();
  const answer = await runnerProgram({ words: sh("sleep 77.1; true"), timeoutSeconds: 0.3 });
  assert.equal(answer.code, 124);
  assert.ok(performance.now() - started < 10_000);
  await assert.rejects(promisify(execFile)("pgrep", ["-xf", "sleep 77.1"]), "nothing of it runs on");
});

test("one that is not there is told in words", async () => {
  await assert.rejects(runnerProgram({ words: ["golive-no-such-program"], timeoutSeconds: 5 }), (error) => {
    assert.ok(error instanceof UserError);
    assert.deepEqual(
      error.problems.map(({ code, what }) => [code, what]),
      [["program-missing", "golive-no-such-program is not installed on the runner"]],
    );
    return true;
  });
});

test("nothing of it gets into the log, and it sees nothing of an action's inputs", async () => {
  const file = join(import.meta.dirname, "../../src/hosts/runner-program.ts");
  const script = `const { runnerProgram } = await import(${JSON.stringify(file)});
    const { stdout } = await runnerProgram({ words: ["env"], timeoutSeconds: 5 });
    if (/INPUT_|ACTIONS_/.test(stdout) || !stdout.includes("SSH_AUTH_SOCK=")) process.exitCode = 1;`;
  const given = { "INPUT_SSH-KEY": "a key", ACTIONS_RUNTIME_TOKEN: "a token", SSH_AUTH_SOCK: "/run/agent" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    env: { PATH: process.env.PATH ?? "", NODE_NO_WARNINGS: "1", ...given },
  });
  assert.deepEqual([stdout, stderr], ["", ""]);
});
