import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { parsed } from "../../src/plan/camel-keys.ts";
import { presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { lacksOf } from "../../src/presets/tag/lacks.ts";
import { tagTree } from "../../src/presets/tag/tree.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";

interface Case {
  readonly deploy: Record<string, unknown>;
  readonly files?: Readonly<Record<string, string>>;
  /** Of files that are not 100644. */
  readonly modes?: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly programs?: readonly string[];
}

const folder = new URL("../cases/tag/", import.meta.url);

function planOf(deploy: Record<string, unknown>) {
  return { ...samplePlan(), deploy: parsed(deploySchema, { hosts: ["app-1"], directory: "/srv/clinic", ...deploy }) };
}

for (const name of readdirSync(folder))
  test(`what a tag lacks: ${name}`, async () => {
    const {
      deploy,
      files = {},
      modes = {},
      problems,
      programs = [],
    } = parse(readFileSync(new URL(name, folder), "utf8")) as Case;
    const plan = planOf(deploy);
    const all = [...Object.keys(files), ...Object.keys(modes)];
    const tree = {
      files: new Map(all.map((path) => [path, modes[path] ?? "100644"] as const)),
      text: async (path: string) => files[path] ?? null,
    };
    const found = await lacksOf(plan, presetOf(plan), tree);
    assert.deepEqual(
      found.problems.map(({ code }) => code),
      problems,
    );
    assert.deepEqual(found.programs, programs);
  });

test("a tag's tree is read without a checkout: names with blanks and letters, modes, texts", async (t) => {
  const { origin, live, git, commit, context } = await liveCheckout(t);
  await mkdir(join(origin, "имя с пробелом"));
  await writeFile(join(origin, "имя с пробелом/a\tb"), "text\n", { mode: 0o755 });
  const third = await commit("third\n", "v1.2.0");
  const tree = await tagTree({ ...context, release: { id: "x", tag: "v1.2.0", commit: third } });
  assert.deepEqual([...tree.files.keys()], [".gitignore", "app.py", "имя с пробелом/a\tb"]);
  assert.equal(tree.files.get("имя с пробелом/a\tb"), "100755");
  assert.equal(await tree.text("app.py"), "third\n");
  assert.equal(await tree.text("none"), null);
  assert.equal(await git(live, "status", "--porcelain"), "");
});
