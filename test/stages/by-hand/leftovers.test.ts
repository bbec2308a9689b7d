import assert from "node:assert/strict";
import { test } from "node:test";
import { besideName } from "../../../src/database/postgres.ts";
import type { Event } from "../../../src/journal/event.ts";
import { backupProof, rollbackDatabase } from "../../../src/journal/steps/steps.ts";
import { leftDatabases } from "../../../src/stages/by-hand/leftovers/databases.ts";
import { release as sampleRelease } from "../../checklist/sample-page.ts";
import { samplePlan } from "../../plan/sample-plan.ts";
import { launchFor, recordedHost } from "../launch-for.ts";

const changesOver = { switch: { use: ["use", "{database}"], timeout: 60 } };
const restored = besideName({ name: "clinic", ...changesOver } as never, "restored", sampleRelease.id);

/** What `golive clean` offers once a way back has let the service change over, by what the plan names since. */
async function offered(name: string): Promise<string[]> {
  const { host } = recordedHost("app-1", ({ file }) =>
    file === "psql" ? { stdout: ["5|7|f|clinic", `6|7|f|${restored}`, "7|7|f|clinic_shop", ""].join("\n") } : undefined,
  );
  const plan = samplePlan({ database: { name, ...changesOver } as never });
  const step = (id: string, facts: object): Event => ({ kind: "step", step: id, status: "done", facts }) as Event;
  const { launch } = launchFor({
    plan,
    hosts: [host],
    events: [
      step(backupProof.id, {}),
      step(rollbackDatabase.id, { replacement: "6", failed: "5", uses: restored, kept: "clinic" }),
    ],
  });
  const ground = {
    plan,
    hosts: launch.hosts,
    entries: [],
    launches: [{ id: launch.release.id, state: launch.state() }],
    holds: () => null,
  };
  return (await leftDatabases(ground)).map(({ what }) => what);
}

test("a database that the service changed over to is never offered for removal, whatever the plan names", async () => {
  assert.deepEqual(await offered("clinic"), []);
  assert.deepEqual(await offered(restored), ["clinic"], "the failed one, once it serves no more by the plan either");
});
