import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { localHost } from "../../src/hosts/local.ts";
import { readSql } from "../../src/presets/commands/sql.ts";
import { inPlace } from "../../src/presets/strategies/in-place/in-place.ts";
import { type DeployContext, presetOf } from "../../src/presets/preset.ts";
import { deploySchema } from "../../src/presets/schema.ts";
import { samplePlan } from "../plan/sample-plan.ts";
import { liveCheckout } from "./live-checkout.ts";
import { postgresqlOf } from "../../src/plan/engine/engine.ts";

const npm = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8" }).trim();

/** A service whose build writes what it was built from, and whose migrations are files that a folder says are applied. */
async function service(
  t: TestContext,
  scripts: Record<string, string> = { build: "mkdir -p dist && cp app.py dist/server.js" },
) {
  const checkout = await liveCheckout(t);
  const { origin, live, root, git, commit } = checkout;
  await writeFile(
    join(origin, "package.json"),
    JSON.stringify({ name: "clinic", version: "1.0.0", private: true, scripts, dependencies: { left: "file:left" } }),
  );
  await mkdir(join(origin, "left"));
  await writeFile(join(origin, "left/package.json"), JSON.stringify({ name: "left", version: "1.0.0" }));
  await writeFile(
    join(origin, "package-lock.json"),
    JSON.stringify({
      name: "clinic",
      version: "1.0.0",
      lockfileVersion: 3,
      requires: true,
      packages: {
        "": { name: "clinic", version: "1.0.0", dependencies: { left: "file:left" } },
        left: { version: "1.0.0" },
        "node_modules/left": { resolved: "left", link: true },
      },
    }),
  );
  await writeFile(join(origin, ".gitignore"), "node_modules*\ndist*\n");
  await mkdir(join(origin, "migrations"));
  await writeFile(
    join(origin, "migrations/001_bookings.sql"),
    "-- DROP TABLE old\nALTER TABLE bookings DROP COLUMN note;\nUPDATE bookings SET ends_at = starts_at; SELECT 'TRUNCATE x';\n",
  );
  const third = await commit("third\n", "v1.2.0");
  const settings = join(root, "settings.env");
  await writeFile(settings, "DATABASE_URL=postgres://app:hush@db/clinic?sslmode=require\n");
  const deploy = parsed(deploySchema, {
    preset: "node",
    hosts: ["app-1"],
    directory: live,
    npm,
    "env-file": settings,
    migrate: {
      pending: ["sh", "-c", 'cat "$PENDING_FILE" 2>/dev/null || cat .git/pending 2>/dev/null; true'],
      run: ["sh", "-c", 'rm -f .git/pending; echo "$DATABASE_URL" > .git/migrated'],
      folder: "migrations",
    },
    "database-setting": { url: "DATABASE_URL" },
  });
  const plan = { ...samplePlan(), deploy };
  const release = { id: "v1.2.0-7", tag: "v1.2.0", commit: third };
  const context: DeployContext = { plan, release, host: localHost("app-1"), directory: live };
  return { ...checkout, plan, release, context, node: presetOf(plan), settings, git };
}

test("npm ci and the build, the way back, and both again", async (t) => {
  const { context, node, live, first } = await service(t);
  await mkdir(join(live, "dist"));
  await writeFile(join(live, "dist/server.js"), "first\n");
  for (const part of ["fetch", "checkout", "environment"] as const) await inPlace.parts[part]?.(context, node);
  assert.equal(await readFile(join(live, "dist/server.js"), "utf8"), "third\n");
  assert.ok((await readdir(join(live, "node_modules"))).includes("left"));
  assert.deepEqual(
    (await readdir(live)).filter((name) => name.includes("golive")),
    ["dist.golive-before-v1.2.0-7"],
  );
  assert.deepEqual(await inPlace.back(context, node, { commit: first, tag: "v1.0.0" }, false), {
    note: "v1.0.0, environment as before",
  });
  assert.equal(await readFile(join(live, "dist/server.js"), "utf8"), "first\n");
});

test("a build that makes nothing, and one that fails, are failures", async (t) => {
  for (const build of ["true", "exit 3"]) {
    const { context, node } = await service(t, { build });
    for (const part of ["fetch", "checkout"] as const) await inPlace.parts[part]?.(context, node);
    await assert.rejects(inPlace.parts.environment?.(context, node) ?? Promise.resolve(), (error) =>
      build === "true"
        ? error instanceof UserError && /made no dist/.test(error.problems[0]?.what ?? "")
        : /exited 3/.test(String(error)),
    );
  }
});

test("migrations: what is pending, applied, and what the release's files do", async (t) => {
  const { context, node, live, first } = await service(t);
  await inPlace.parts.fetch?.(context, node);
  assert.deepEqual(await node.newMigrations(context, first), [
    { name: "migrations/001_bookings.sql", drops: ["DROP COLUMN"], rewrites: ["UPDATE"] },
  ]);
  assert.deepEqual(await node.pendingMigrations(context), []);
  await writeFile(join(live, ".git/pending"), "001_bookings\n\n002_more\n");
  assert.deepEqual(await node.pendingMigrations(context), ["001_bookings", "002_more"]);
  await node.migrate(context);
  assert.deepEqual(await node.pendingMigrations(context), []);
});

test("the settings are held to the plan's database, and a trial to the scratch one; no password comes back", async (t) => {
  const { context, node, plan, settings, live } = await service(t);
  assert.equal(await node.settings(context), null);
  const trial = node.trial(context, { database: "clinic_trial_7", server: undefined, env: {}, url: "DATABASE_URL" });
  assert.equal(await trial.database(), "clinic_trial_7");
  await writeFile(join(live, ".git/pending"), "001\n002\n");
  assert.deepEqual(await trial.pending(), ["001 + 002"]);
  await trial.apply("001 + 002");
  assert.equal(
    await readFile(join(live, ".git/migrated"), "utf8"),
    "postgres://app:hush@db/clinic_trial_7?sslmode=require\n",
  );
  assert.deepEqual(await trial.pending(), []);
  assert.match(
    (await node.settings({ ...context, plan: { ...plan, database: { ...postgresqlOf(plan), name: "other" } } }))
      ?.problem ?? "",
    /^DATABASE_URL leads to the database "clinic", not "other"$/,
  );
  await writeFile(settings, "OTHER=1\n");
  assert.match((await node.settings(context))?.problem ?? "", /DATABASE_URL is not among the settings/);
});

test("SQL is read by its statements", () => {
  const of = (text: string) => {
    const { drops, rewrites } = readSql("db/a.sql", text);
    return [drops, rewrites];
  };
  assert.deepEqual(of("CREATE TABLE x(); CREATE INDEX ON x(y); INSERT INTO x VALUES ('DROP TABLE x; it''s')"), [
    [],
    [],
  ]);
  assert.deepEqual(of("drop  table x; /* DELETE FROM y */ delete\nfrom y; truncate z"), [
    ["DROP TABLE", "DELETE FROM", "TRUNCATE"],
    [],
  ]);
  assert.deepEqual(of("ALTER TABLE x ALTER COLUMN y TYPE bigint, RENAME TO z; DO $$ BEGIN END $$"), [
    [],
    ["ALTER COLUMN", "RENAME", "DO"],
  ]);
  assert.deepEqual(readSql("db/a.js", "x"), { name: "db/a.js", drops: [], rewrites: ["not read"] });
});
