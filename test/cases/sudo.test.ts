import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { command } from "../../src/core/command.ts";
import type { Right } from "../../src/hosts/sudo/sudo.ts";
import { rightProblems } from "../../src/hosts/sudo/sudo-rights.ts";
import { casesOf } from "../cases.ts";
import { hostWithSudoers, noSudo } from "../hosts/throwaway-sudoers.ts";

interface Expected {
  readonly missing: readonly string[];
}

const commands = [["daemon-reload"], ["stop", "--", "web"], ["start", "--", "web"]].map((args) => ["true", ...args]);
const rights: readonly Right[] = [...commands.map((words) => ({ as: "root", words })), { as: "postgres", words: null }];

for (const { name, directory, expected } of await casesOf<Expected>("sudo"))
  test(`sudoers: ${name}`, { skip: noSudo }, async (t) => {
    const host = await hostWithSudoers(t, join(directory, "sudoers"));
    const found = await rightProblems(host, rights);
    const told = found.map(({ what, user }) => (user === undefined ? what.replace(/^.*: /, "") : `as ${user}`));
    assert.deepEqual(told, expected.missing);
    // The look is held to what happens when the command is really run.
    for (const words of commands) {
      const { code } = await host.attempt(command("sudo", ["-k", "-n", ...words], { timeoutSeconds: 60 }));
      assert.equal(code === 0, !expected.missing.includes(words.join(" ")), words.join(" "));
    }
  });
