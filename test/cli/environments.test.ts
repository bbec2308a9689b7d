import assert from "node:assert/strict";
import { appendFile, copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ifPostgresql } from "../../src/plan/engine/engine.ts";
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli/main.ts";
import { parsePlan } from "../../src/plan/load.ts";

const source = fileURLToPath(new URL("../cases/environments/whole-plan/plan.yml", import.meta.url));

async function golive(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await main(
    args,
    (text) => void (out += text),
    (text) => void (err += text),
  );
  return { code, out, err };
}

test("each environment's plan is a file of its own, and one that was changed since is told", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "golive-environments-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "golive.yml");
  await copyFile(source, file);
  assert.equal((await golive("environments", "--check", file)).code, 1);
  assert.equal((await golive("environments", file)).code, 0);
  assert.equal((await golive("environments", "--check", file)).code, 0);
  const [staging, production] = ["staging", "production"].map((name) => join(folder, `golive.${name}.yml`));
  const plans = await Promise.all(
    [staging, production].map(async (one = "") => parsePlan(await readFile(one, "utf8"), one)),
  );
  const said = plans.map((one) =>
    one.ok ? [one.plan.site.url, ifPostgresql(one.plan)?.name, one.plan.deploy.keepReleases] : one,
  );
  assert.deepEqual(said, [
    ["http://127.0.0.1:8081/", "clinic_staging", 3],
    ["http://127.0.0.1:8080/", "clinic", 5],
  ]);
  await appendFile(staging ?? "", "# by hand\n");
  const { code, err } = await golive("environments", "--check", file);
  assert.deepEqual([code, /golive\.staging\.yml: .*\[environment-file-stale\]/.test(err)], [1, true]);
});

test("validate looks at every environment, or at the one that is named", async () => {
  const all = await golive("validate", source);
  assert.deepEqual([all.code, all.out.match(/\((staging|production)\): the plan holds/g)?.length], [0, 2]);
  assert.match((await golive("validate", "--environment", "staging", source)).out, /^[^\n]*\(staging\)[^\n]*\n$/);
  assert.match((await golive("validate", "--environment", "test", source)).err, /environment-unknown/);
});

test("the plan of several environments is not one that can be launched", async () => {
  const result = parsePlan(await readFile(source, "utf8"), "golive.yml");
  const problems = result.ok ? [] : result.problems.map(({ code, position }) => [code, position?.line]);
  assert.deepEqual(problems, [["plan-of-several-environments", 2]]);
});
