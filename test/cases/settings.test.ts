import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { settings } from "../../packages/rehearsal/try/settings.ts";
import { casesOf } from "../cases.ts";
import type { Given } from "../hosts/systemd-settings.ts";

/** Names that some shells keep to themselves; it is told when one cannot be set. */
const kept = /^settings-not-set: .* (UID|EUID|PPID|SHELLOPTS|BASHOPTS) /;

describe("a settings file is read as a real systemd read it (recorded by test/hosts/record-settings.ts)", async () => {
  for (const { name, directory, expected } of await casesOf<Given>("settings")) {
    test(name, async () => {
      const got = (await settings.run([join(directory, "file.env")])) as {
        values: Record<string, string>;
        skipped: string[];
        problems: string[];
      };
      const problems = got.problems.filter((one) => !kept.test(one));
      const unset = got.problems.flatMap((one) => kept.exec(one)?.[1] ?? []);
      const values = Object.fromEntries(Object.entries(expected.values).filter(([key]) => !unset.includes(key)));
      assert.deepEqual(got.values, values);
      assert.deepEqual(got.skipped, expected.skipped);
      assert.equal(problems.length > 0, expected.refused, problems.join("\n"));
    });
  }
});
