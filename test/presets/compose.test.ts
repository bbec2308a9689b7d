import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { commandWords } from "../../src/hosts/words.ts";
import { presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

/** Stands in for docker, which needs a daemon: it writes down what it is asked, and where. */
test("compose: the images of the release are pulled, or built, in its directory", async (t) => {
  const { context, live, root } = await liveCheckout(t);
  await mkdir(join(root, "bin"));
  await writeFile(join(root, "bin/docker"), `#!/bin/sh\necho "$PWD: $*" >> "${root}/asked"\n`, { mode: 0o755 });
  const of = (more: object) => ({
    ...samplePlan(),
    deploy: parsed(deploySchema, { preset: "compose", hosts: ["app-1"], directory: live, ...more }),
  });
  const path = process.env.PATH;
  process.env.PATH = `${root}/bin:${path}`;
  t.after(() => (process.env.PATH = path));
  for (const more of [{}, { build: true, file: "deploy/compose.yaml" }]) {
    const plan = of(more);
    await presetOf(plan).install({ ...context, plan });
  }
  assert.deepEqual((await readFile(join(root, "asked"), "utf8")).trim().split("\n"), [
    `${live}: compose --file compose.yaml pull --quiet`,
    `${live}: compose --file deploy/compose.yaml build --quiet`,
  ]);
  const plan = of({
    migrate: {
      pending: ["docker", "compose", "run", "--rm", "-T", "web", "pending"],
      run: ["docker", "compose", "run", "--rm", "-T", "web", "migrate"],
    },
  });
  assert.deepEqual(presetOf(plan).installed(plan), []);
  assert.ok(
    commandWords(presetOf(plan).command({ ...context, plan }, ["docker", "compose", "ps"], 60)).includes("docker"),
  );
});
