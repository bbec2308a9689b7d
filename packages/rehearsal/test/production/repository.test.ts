import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { buildRepository, tags } from "../../production/repository.ts";
import { serviceNames } from "../../services/names.ts";
import { serviceNamed } from "../../services/registry.ts";
import { run } from "../../production/processes/run.ts";

for (const service of serviceNames)
  test(`${service}: the same plan gives the same commits, each tag on its parent`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), "golive-repository-"));
    t.after(() => rm(directory, { recursive: true }));
    const { layers } = serviceNamed(service);
    const build = async (name: string): Promise<string> => {
      const origin = join(directory, `${name}.git`);
      await buildRepository({ origin, work: join(directory, name), layers }, (tag) => `# ${tag}\n`);
      for (const { tag, parent } of tags) {
        if (parent) {
          const parents = await run("git", ["rev-parse", `${tag}^{}^`, `${parent}^{}`], { cwd: origin });
          assert.equal(new Set(parents.trim().split("\n")).size, 1);
        }
      }
      return run("git", ["show-ref"], { cwd: origin });
    };
    assert.equal(await build("first"), await build("second"));
  });
