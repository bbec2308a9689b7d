import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { hostsProblem } from "../../rehearsal/hosts/able.ts";
import { startHostsStage } from "../../rehearsal/hosts/hosts-stage.ts";
import { planForHosts } from "../../rehearsal/plan-for-hosts.ts";
import { casesOf } from "../cases.ts";
import { type Given, givenBySystemd } from "../hosts/systemd-settings.ts";

const problem = await hostsProblem();

test("the recorded settings are what this machine's systemd reads as well", { skip: problem ?? false }, async () => {
  const cases = await casesOf<Given>("settings");
  const files = new Map(
    await Promise.all(
      cases.map(async ({ name, directory }) => [name, await readFile(join(directory, "file.env"))] as const),
    ),
  );
  const stage = await startHostsStage({ planFor: (tag, facts) => planForHosts(facts, tag), clients: 10 });
  try {
    const given = await givenBySystemd((script, args) => stage.asRoot("lb", script, args), files);
    for (const { name, expected } of cases) assert.deepEqual(given.get(name), expected, name);
    assert.ok(cases.length >= 60);
  } finally {
    await stage.stop();
  }
});
