import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { type Production, stateOfProduction } from "./state-of-production.ts";
import { withPlan as tagWithPlan } from "./with-plan.ts";

type Change = (plan: Record<string, any>) => void;
const planFile = ".github/golive.yml";

/** Bad input of the plan or the dispatch: refused before anything is touched, in words, with the mend. */
describe("bad input", () => {
  let world: World;
  let untouched: Production;
  before(async () => {
    world = await startWorld({ ssh: true });
    untouched = await stateOfProduction(world);
  });
  after(() => world.stop());

  const refused = async (tag: string, wanted: readonly RegExp[]) => {
    const launched = await world.launch({ tag });
    const said = launched.jobs
      .flatMap((job) =>
        job.annotations
          .filter(({ level }) => level === "error")
          .map(({ message, file, line }) => `${file ? `${file}:${line}: ` : ""}${message}`),
      )
      .join("\n");
    assert.equal(launched.conclusion, "failure");
    for (const pattern of wanted) assert.match(said, pattern);
    assert.match(said, /→/, "it says what to do");
    assert.doesNotMatch(said, /\n\s+at /, "no stack trace for a user's mistake");
    assert.equal(launched.jobs.find(({ id }) => id === "launch")?.result, "skipped");
    assert.deepEqual(await stateOfProduction(world), untouched);
    assert.deepEqual(await world.issues(), [], "no checklist for a launch that never was");
    const lock = execFileSync("find", [world.production.state, "-name", "lock.json"], { encoding: "utf8" });
    assert.equal(lock, "");
  };
  // What is wrong with it stands in policy and release alike.
  const withPlan = (tag: string, change: Change) => tagWithPlan(world, tag, change);

  test("an empty tag", () => assert.rejects(world.launch({ tag: "" }), /tag/));
  test("a tag that does not exist", () => refused("v9.9.9", [/there is no tag "v9\.9\.9"/]));
  for (const tag of ["v1.0.0; touch /tmp/x", "$(id)", "`id`", "v1 0", "-v1.0.0", "../v1", "v1\nv2", "v1|cat", "v1&"]) {
    test(`the tag ${JSON.stringify(tag)}`, () => refused(tag, [/input tag: the tag may hold letters, digits/]));
  }
  test("no plan at the tag's commit", async () => {
    await addTag({
      origin: world.production.origin,
      from: "v1.1.0",
      tag: "no-plan",
      files: { [planFile]: () => null },
    });
    await refused("no-plan", [/there is no plan at \.github\/golive\.yml in commit [0-9a-f]{12}/]);
  });
  test("a plan that is not YAML", async () => {
    await addTag({
      origin: world.production.origin,
      from: "v1.1.0",
      tag: "not-yaml",
      files: { [planFile]: (text) => `${text}\n  - [broken: {\n` },
    });
    await refused("not-yaml", [/\.github\/golive\.yml:\d+: .*not YAML/]);
  });
  test("unknown keys and wrong types, all at once, each at its place", async () => {
    await withPlan("bad-keys", (plan) => {
      plan.servise = "x";
      plan.database.backup.jobs = "two";
      plan.verify.checks[0].kidn = "http";
      delete plan.health.url;
    });
    await refused("bad-keys", [
      /unknown key "servise"[\s\S]*did you mean "service"/,
      /database\.backup\.jobs is a text/,
      /health\.url is missing/,
    ]);
  });
  test("a host that cannot be reached", async () => {
    await withPlan("no-host", (plan) => {
      plan.hosts["app-1"].port = 1;
    });
    await refused("no-host", [/app-1: .*refuses the connection/]);
  });
  test("a host whose key is not the plan's", async () => {
    await withPlan("other-key", (plan) => {
      plan.hosts["app-1"]["host-key"] =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5eXl5";
    });
    await refused("other-key", [/shows another host key than the plan's/]);
  });
  test("a database that is not there", async () => {
    await withPlan("no-database", (plan) => {
      plan.database.name = "psycology";
    });
    await refused("no-database", [/there is no database "psycology"[\s\S]*did you mean "psychology"/]);
  });
  test("a server that does not answer", async () => {
    await withPlan("no-server", (plan) => {
      plan.database.connection.port = 1;
    });
    await refused("no-server", [/PostgreSQL does not answer/]);
  });
  test("no room for the dump", async () => {
    await withPlan("no-room", (plan) => {
      plan.database.backup["least-free"] = 1_000_000_000;
    });
    await refused("no-room", [/[MG]iB free for the dump.*[MG]iB needed/]);
  });
  test("smoke tests that are not in the release, and a live directory that is none: all at once", async () => {
    await withPlan("no-smoke", (plan) => {
      plan.verify.checks[2].path = "smoke/test_nothing.py";
    });
    await refused("no-smoke", [/smoke\/test_nothing\.py is not in the release/]);
    await withPlan("no-live", (plan) => {
      plan.deploy.directory = "/nowhere/at/all";
      plan.database.name = "other";
      plan.services.config = "/nowhere/supervisord.conf";
    });
    await refused("no-live", [/app-1:\/nowhere\/at\/all: .*not a git checkout/, /there is no database "other"/]);
  });
  test("checks that have to pass before the window, and do not", async () => {
    await withPlan("not-ready", (plan) => {
      plan.prepare = {
        ...plan.prepare,
        checks: [
          { kind: "tls", id: "certificate", name: "clinic.example.org", addresses: ["127.0.0.1:1"], redirect: false },
          { kind: "dns", id: "name", name: "clinic.example.org", servers: ["127.0.0.1:1"], within: "1s", wait: "0s" },
          { kind: "migrations", id: "migrations" },
        ],
      };
    });
    await refused("not-ready", [
      /The certificate of clinic\.example\.org is good: 127\.0\.0\.1:1: connection refused \[day-check-failed\]\n {2}→ mend it before the window/,
      /clinic\.example\.org leads where it should: error: 127\.0\.0\.1:1: .*\n {2}→ nothing was measured, which is not a pass/,
    ]);
  });
  test("a live checkout that was changed by hand", async (t) => {
    await withPlan("as-it-was", () => {});
    execFileSync("sh", ["-c", 'echo "# by hand" >> "$1/manage.py"', "sh", world.production.live]);
    t.after(() => execFileSync("git", ["-C", world.production.live, "checkout", "--quiet", "manage.py"]));
    await refused("v1.1.0", [/1 tracked file was changed by hand \(manage\.py\)/]);
  });
  test("a maintenance page that somebody put up", async (t) => {
    execFileSync("touch", [world.production.maintenanceFlag]);
    untouched = await stateOfProduction(world);
    t.after(async () => {
      execFileSync("rm", [world.production.maintenanceFlag]);
      untouched = await stateOfProduction(world);
    });
    await refused("v1.1.0", [/the maintenance page is up already/]);
  });
});

describe("environments and a full disk", () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world.stop());

  for (const [name, production, wanted] of [
    ["is missing", null, /there is no environment "production"/],
    ["has no required reviewer", { reviewers: [], branches: ["main"] }, /has no required reviewer/],
    ["may be used from any branch", { reviewers: ["dmitry"] }, /may be used from every branch/],
  ] as const) {
    test(`production ${name}: refused`, async () => {
      world.twin.changeEnvironment("production", production);
      const launched = await world.launch({ tag: "v1.1.0" });
      assert.equal(launched.conclusion, "failure");
      assert.match(launched.log.join("\n"), wanted);
      assert.equal(await world.production.version(), "v1.0.0");
    });
  }

  test("a disk that fills after the plan: the dump fails in words, and the site comes back as it was", {
    skip: process.getuid?.() !== 0 && "needs root to mount a small disk",
  }, async (t) => {
    world.twin.changeEnvironment("production", { reviewers: ["dmitry"], branches: ["main"], adminsMayBypass: false });
    const disk = join(world.production.backups, "small");
    const backup = { directory: disk, jobs: 2, "least-free": 0 };
    await tagWithPlan(world, "small-disk", (plan) => (plan.database.backup = backup));
    await mkdir(disk, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", disk]);
    t.after(() => execFileSync("umount", [disk]));
    const launched = await world.launch({
      tag: "small-disk",
      review: async () => {
        execFileSync("sh", ["-c", 'dd if=/dev/zero of="$1/full" bs=1M count=100 2>/dev/null; true', "sh", disk]);
        return "approved";
      },
    });
    const issue = (await world.issues())[0];
    assert.match(launched.log.join("\n"), /there is no room left for the dump/);
    assert.match(issue?.body ?? "", /Rolled back/);
    assert.match(issue?.body ?? "", /❌ \*\*Dump the database\*\* — there is no room left/);
    const after = await stateOfProduction(world);
    assert.equal(after.page, "down");
    assert.equal(after.version, "v1.0.0");
  });
  test("unless a person takes it on by name, which the checklist shows", async () => {
    world.twin.changeEnvironment("production", { reviewers: [], branches: ["main"] });
    const unprotected = { by: "@anna", because: "rehearsal" };
    await tagWithPlan(world, "unprotected", (plan) => (plan.approval.unprotected = unprotected), "v1.0.1");
    const launched = await world.launch({ tag: "unprotected" });
    assert.equal(launched.conclusion, "success", launched.log.join("\n"));
    assert.match((await world.issues())[0]?.body ?? "", /No reviewer required \| &#64;&#8203;anna: rehearsal/);
  });
});
