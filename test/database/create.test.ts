import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { compareArchive } from "../../src/database/contents/archive/contents.ts";
import { scratchRecipe } from "../../src/database/create.ts";
import { readSource, takeDump } from "../../src/database/dump/dump.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { requireSame, restoreBeside } from "../../src/database/dump/restore.ts";
import { localHost } from "../../src/hosts/local.ts";
import { type Cluster, connectionOf, startCluster } from "./throwaway-cluster.ts";

describe("what makes a database itself", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let plan: DatabasePlan;
  let directory: string;
  before(async () => {
    cluster = await startCluster();
    plan = cluster.plan();
    directory = join(cluster.directory, "backups", "r1");
    await cluster.sql("CREATE ROLE reader", "postgres");
    await cluster.sql(`CREATE TABLE clients (id int PRIMARY KEY); INSERT INTO clients VALUES (1);
ALTER DATABASE ${plan.name} SET timezone = 'Europe/Moscow'; ALTER DATABASE ${plan.name} CONNECTION LIMIT 7;
ALTER ROLE reader IN DATABASE ${plan.name} SET work_mem = '5MB'; CREATE EXTENSION citext VERSION '1.4'`);
    await takeDump(host, plan, directory);
  });
  after(() => cluster.stop());

  test("is that of the dump, whatever a release made of it since", async () => {
    const changed = { ...plan, name: "changed" };
    await cluster.sql(`CREATE DATABASE changed TEMPLATE ${plan.name} OWNER ${cluster.facts.owner}`, "postgres");
    await cluster.sql("ALTER DATABASE changed SET timezone = 'Asia/Tokyo'", "postgres");
    const folder = join(cluster.directory, "backups", "changed");
    await takeDump(host, changed, folder);
    await cluster.sql(
      "ALTER DATABASE changed RESET timezone; ALTER DATABASE changed CONNECTION LIMIT 3; ALTER DATABASE changed OWNER TO reader",
      "postgres",
    );
    await restoreBeside(host, changed, folder, "changed_proof_r1");
    await requireSame(host, changed, {
      database: "changed_proof_r1",
      source: await readSource(host, changed, folder),
      directory: folder,
    });
    assert.equal(await cluster.sql("SHOW timezone", "changed_proof_r1"), "Asia/Tokyo");
  });

  test("is as it is now for a dump of an older golive, which has no word on it", async () => {
    const folder = join(cluster.directory, "backups", "older");
    await takeDump(host, plan, folder);
    await rm(join(folder, "database.sql"));
    await rm(join(folder, "extensions.sql"));
    const { contents, objects } = await readSource(host, plan, folder);
    const { members: _, properties: __, ...known } = contents;
    await restoreBeside(host, plan, folder, `${plan.name}_proof_older`);
    await requireSame(host, plan, {
      database: `${plan.name}_proof_older`,
      source: { contents: known, objects },
      directory: folder,
    });
    assert.equal(await cluster.sql("SHOW timezone", `${plan.name}_proof_older`), "Europe/Moscow");
  });

  const changes: readonly (readonly [string, string, RegExp])[] = [
    ["a setting", "ALTER DATABASE %s SET timezone = 'UTC'", /settings$/m],
    ["a setting of a role", "ALTER ROLE reader IN DATABASE %s SET work_mem = '6MB'", /settings of the role reader/],
    ["a limit", "ALTER DATABASE %s CONNECTION LIMIT 8", /connection limit/],
    ["the owner", "ALTER DATABASE %s OWNER TO reader", /owner/],
    ["a grant", "GRANT CREATE ON DATABASE %s TO reader", /grants/],
    ["the comment", "COMMENT ON DATABASE %s IS 'x'", /comment/],
    ["the version of an extension", "ALTER EXTENSION citext UPDATE", /extension citext/],
    ["the collation version", "UPDATE pg_database SET datcollversion = '1' WHERE datname = '%s'", /collation version/],
  ];
  for (const [what, sql, said] of changes)
    test(`is part of the proof: ${what}`, async () => {
      const restored = `${plan.name}_proof_r1`;
      await restoreBeside(host, plan, directory, restored);
      const source = await readSource(host, plan, directory);
      await requireSame(host, plan, { database: restored, source, directory });
      await cluster.sql(sql.replaceAll("%s", restored), restored);
      const isTold = (error: unknown) =>
        error instanceof UserError && said.test(error.problems.map((p) => p.what).join("\n"));
      await assert.rejects(requireSame(host, plan, { database: restored, source, directory }), isTold);
    });

  test("a setting's value, which may be a secret, is in the recipe only", async () => {
    await cluster.sql(`ALTER DATABASE ${plan.name} SET app.key = 'hunter22'`, "postgres");
    const folder = join(cluster.directory, "backups", "secret");
    await takeDump(host, plan, folder);
    assert.match(await readFile(join(folder, "database.sql"), "utf8"), /hunter22/);
    assert.doesNotMatch(JSON.stringify(await readSource(host, plan, folder)), /hunter22/);
    await cluster.sql(`ALTER DATABASE ${plan.name} RESET app.key`, "postgres");
  });

  test("rows that pg_dump leaves out are told by the proof that does not restore", async () => {
    await cluster.sql("CREATE DATABASE members", "postgres");
    await cluster.sql(
      "CREATE EXTENSION citext; CREATE TABLE q (id int); INSERT INTO q VALUES (1), (2); ALTER EXTENSION citext ADD TABLE q",
      "members",
    );
    const all = cluster.plan({ name: "members" });
    const content: DatabasePlan = { ...all, backup: { ...all.backup, proof: "content" } };
    const folder = join(cluster.directory, "backups", "members");
    await takeDump(host, content, folder);
    assert.deepEqual(await compareArchive(host, content, folder, await readSource(host, content, folder)), [
      "2 rows of table public.q, which belongs to an extension, are not in the dump",
    ]);
  });

  test("is made by a role that is no superuser, extensions by those who own them", async () => {
    const { owner } = cluster.facts;
    await cluster.sql(
      `CREATE ROLE operator LOGIN CREATEDB PASSWORD 'o'; GRANT ${owner} TO operator; CREATE DATABASE modest OWNER ${owner}`.replaceAll(
        "; ",
        ";\n",
      ),
      "postgres",
    );
    await cluster.sql(
      `SET ROLE ${owner}; CREATE SCHEMA app; CREATE EXTENSION citext WITH SCHEMA app VERSION '1.4'`,
      "modest",
    );
    const modest = { ...cluster.plan({ name: "modest" }), connection: await connectionOf(cluster, "operator", "o") };
    const folder = join(cluster.directory, "backups", "modest");
    await takeDump(host, modest, folder);
    await restoreBeside(host, modest, folder, "modest_proof_r1");
    await requireSame(host, modest, {
      database: "modest_proof_r1",
      source: await readSource(host, modest, folder),
      directory: folder,
    });
    const ownerOf = "SELECT extversion, extowner::regrole FROM pg_extension WHERE extname = 'citext'";
    assert.equal(await cluster.sql(ownerOf, "modest_proof_r1"), `1.4|${owner}`);
  });

  test("a scratch database elsewhere gets neither what that server may lack nor the grants", async () => {
    const recipe = await scratchRecipe(host, plan, { elsewhere: true });
    assert.match(recipe, /^CREATE DATABASE :"name" TEMPLATE template0 .* LOCALE_PROVIDER libc .*;$/m);
    assert.match(recipe, /^ALTER DATABASE :"name" SET "?TimeZone"? TO 'Europe\/Moscow';$/im);
    assert.doesNotMatch(recipe, /TABLESPACE|GRANT|reader/);
  });
});
