import assert from "node:assert/strict";
import { test } from "node:test";
import { command } from "../../src/core/command.ts";
import { plainEnvironment, sshEnvironment } from "../../src/hosts/environment.ts";
import { localHost } from "../../src/hosts/local.ts";
import { noSudo } from "./throwaway-sudoers.ts";

/** What the runner puts into an action's environment, and what workflows do. */
const secret: Readonly<Record<string, string>> = {
  "INPUT_SSH-KEY": "-----BEGIN OPENSSH PRIVATE KEY-----\nx",
  "INPUT_NOTICE-KEYS": "{}",
  INPUT_TOKEN: "ghs_1",
  GITHUB_TOKEN: "ghs_2",
  GH_TOKEN: "ghs_3",
  GITHUB_ENV: "/tmp/env",
  GITHUB_PATH: "/tmp/path",
  GITHUB_OUTPUT: "/tmp/output",
  GITHUB_STATE: "/tmp/state",
  GITHUB_STEP_SUMMARY: "/tmp/summary",
  STATE_isPost: "true",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "eyJ",
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.invalid",
  ACTIONS_RUNTIME_TOKEN: "eyJ",
  ACTIONS_RESULTS_URL: "https://example.invalid",
  RUNNER_TEMP: "/tmp/runner",
  RUNNER_TRACKING_ID: "github_1",
  AWS_SECRET_ACCESS_KEY: "aws",
  NODE_OPTIONS: "--require /tmp/x.js",
  PGPASSWORD: "pg",
  GIT_ASKPASS: "/tmp/ask",
  BASH_ENV: "/tmp/evil",
  LD_PRELOAD: "",
  LC_x: "not a locale",
  PATHS: "not PATH",
};
const kept: Readonly<Record<string, string>> = { LC_ALL: "C.UTF-8", TZ: "Europe/Moscow", https_proxy: "http://p:1" };

function polluted(t: { after(work: () => void): void }): void {
  const before = { ...process.env };
  Object.assign(process.env, secret, kept, { SSH_AUTH_SOCK: "/tmp/agent" });
  t.after(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
}

const users = [undefined, ...(noSudo === false ? ["nobody"] : [])];
for (const user of users)
  test(`connect: local${user === undefined ? "" : `, as ${user}`}: nothing of the action's environment`, async (t) => {
    polluted(t);
    const asUser = user === undefined ? {} : { user };
    const own = { OWN: "the command's" };
    const { stdout } = await localHost("app-1").run(command("env", ["-0"], { env: own, cwd: "/", ...asUser }));
    const seen = Object.fromEntries(
      stdout.split("\0").flatMap((line) => (line === "" ? [] : [line.split(/=([^]*)/).slice(0, 2)])),
    ) as Record<string, string>;
    assert.deepEqual(
      Object.keys(secret).filter((name) => name in seen),
      [],
    );
    assert.ok(!("SSH_AUTH_SOCK" in seen));
    for (const [name, value] of Object.entries({ ...kept, ...own })) assert.equal(seen[name], value, name);
    assert.ok(seen.PATH !== undefined);
  });

test("the OpenSSH client gets the agent, and no more of the rest", () => {
  const own = { ...secret, ...kept, SSH_AUTH_SOCK: "/tmp/agent", HOME: "/root" };
  const ssh = sshEnvironment(own);
  assert.deepEqual(ssh, { ...kept, HOME: "/root", SSH_AUTH_SOCK: "/tmp/agent", RUNNER_TRACKING_ID: "github_1" });
  assert.deepEqual(plainEnvironment(own), { ...kept, HOME: "/root" });
});
