import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "../../../src/hosts/local.ts";
import type { Hosts } from "../../../src/hosts/open-hosts.ts";
import { parsed } from "../../../src/plan/camel-keys.ts";
import { deploySchema } from "../../../src/presets/schema.ts";
import { releaseFilesFinding } from "../../../src/stages/preflight/looks/release-files.ts";
import { liveCheckout } from "../../presets/live-checkout.ts";
import { samplePlan } from "../../plan/sample-plan.ts";

test("by day: what the tag lacks and the hosts lack for it, all at once; nothing of the checkout changes", async (t) => {
  const { origin, live, git, commit } = await liveCheckout(t);
  await mkdir(join(origin, "bin"));
  await writeFile(join(origin, "bin/shut"), "#!/bin/sh\n");
  await writeFile(join(origin, "package.json"), "{}");
  await writeFile(join(origin, "pnpm-lock.yaml"), "");
  const third = await commit("third\n", "v1.2.0");
  const given = {
    ...{ preset: "node", hosts: ["app-1"], directory: live, build: false, "manager-program": "/nowhere/pnpm" },
    migrate: { pending: ["bin/shut"], run: ["bin/none"] },
  };
  const plan = { ...samplePlan(), deploy: parsed(deploySchema, given) };
  const hosts: Hosts = { get: (name: string) => localHost(name), names: ["app-1"], close: async () => {} } as never;
  const release = { id: "v1.2.0-7", tag: "v1.2.0", commit: third };
  const found = await releaseFilesFinding(plan, { hosts }, release);
  assert.deepEqual(
    found.problems.map(({ code, where }) => [code, where]),
    [
      ["release-program-not-executable", live],
      ["release-program-missing", live],
      ["program-missing", "app-1"],
    ],
  );
  assert.equal(await git(live, "status", "--porcelain"), "");
  assert.deepEqual((await git(live, "tag")).split("\n"), ["v1.0.0"]);
  await rm(origin, { recursive: true });
  const unread = await releaseFilesFinding(plan, { hosts }, release);
  assert.deepEqual(unread.problems, []);
  assert.match(unread.note ?? "", /^v1\.2\.0 could not be read: /);
});
