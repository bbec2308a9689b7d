import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test, type TestContext } from "node:test";
import { parse, stringify } from "yaml";
import { type Problem, UserError } from "../../src/core/errors.ts";
import { databaseProblems } from "../../src/database/preflight/preflight.ts";
import { wayBackText } from "../../src/database/preflight/way-back.ts";
import { type DatabasePlan, psqlCommand } from "../../src/database/postgres.ts";
import { practiseProviding } from "../../src/database/provider/practise.ts";
import { localHost } from "../../src/hosts/local.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { startPgbouncer } from "./pooler/start-pgbouncer.ts";
import { type Provider, providers } from "./managed/providers.ts";
import { makeStandIns, plansOfDocs, type StandIns } from "./managed/stand-ins.ts";
import { contents, goThrough } from "./managed/through.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";
import type { OnPostgresql } from "../../src/plan/engine/engine.ts";

const plans = await plansOfDocs();
const password = "s3cret";
let bouncers = 0;
const host = localHost("app-1");

/** The sample plan with the docs' own `database`. */
function planOf(provider: Provider): OnPostgresql {
  const sample = parse(samplePlanText) as Record<string, unknown>;
  const own = parse(plans.get(provider.name) ?? "") as Record<string, unknown>;
  return loadPlan(stringify({ ...sample, ...own }), "managed-databases.md") as OnPostgresql;
}

/** The same, led to the model of that server: other addresses, and the stand-ins for what lies in /opt/golive. */
function ledTo(
  plan: OnPostgresql,
  { directory }: Cluster,
  { folder }: StandIns,
  connection: DatabasePlan["connection"],
): OnPostgresql {
  const text = JSON.stringify({ ...plan, database: { ...plan.database, connection } });
  const led = JSON.parse(text.replaceAll("/opt/golive", folder).replaceAll('["yc"', `["${folder}/yc"`)) as OnPostgresql;
  const backup = { ...led.database.backup, directory: join(directory, "backups"), leastFree: 1 };
  return {
    ...led,
    control: { ...led.control, directory },
    deploy: { ...led.deploy, directory: join(directory, "srv") },
    database: { ...led.database, backup },
  };
}

interface Given {
  readonly fails?: readonly string[];
  readonly extensions?: string;
}

/** A model of the provider's server, and the plan of the docs led to it. */
async function modelOf(t: TestContext, name: string, given: Given = {}) {
  const provider = providers.find((one) => one.name === name);
  assert.ok(provider);
  const plan = planOf(provider);
  const { user = "", pooler } = plan.database.connection;
  // The model's own superuser bears the name already.
  const role = user === "golive" ? "golive_role" : user;
  const cluster = await startCluster();
  t.after(() => cluster.stop());
  for (const statement of provider.server(role, password).split(";")) await cluster.sql(statement, "postgres");
  if (provider.inside) await cluster.sql(provider.inside, "clinic");
  await cluster.sql(`SET ROLE "${role}"; ${contents}`, "clinic");
  await mkdir(join(cluster.directory, "srv/.git"), { recursive: true });
  const passfile = join(cluster.directory, "pgpass");
  await writeFile(passfile, `*:*:*:${role}:${password}\n`, { mode: 0o600 });
  const at = (port: number) => ({ host: cluster.facts.host, port, user: role, passfile });
  const through = async (mode: "session" | "transaction") => {
    // As a provider has it: settings that come with a connection are passed over.
    const settings = [`pool_mode = ${mode}`, "ignore_startup_parameters = options,extra_float_digits"];
    const roles = { [role]: password };
    const bouncer = await startPgbouncer(cluster, `bouncer-${++bouncers}`, { databases: ["*="], settings, roles });
    t.after(() => bouncer.stop());
    return { ...at(bouncer.port), ...(pooler === undefined ? {} : { pooler }) };
  };
  const { fails = provider.fails ?? [], extensions = provider.inside?.replace("CREATE EXTENSION ", "") ?? "" } = given;
  const standIns = await makeStandIns(cluster, { role, extensions, fails });
  const connection = provider.pooler ? await through(provider.pooler) : at(cluster.facts.port);
  return { provider, cluster, role, standIns, through, plan: ledTo(plan, cluster, standIns, connection) };
}

const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];
const found = async (database: DatabasePlan) => codes((await databaseProblems(host, database)).problems);

describe("a managed database goes through a launch and back, as its plan in the docs says", () => {
  test("every plan of the docs has its model, and the other way round", () => {
    assert.deepEqual(
      [...plans.keys()],
      providers.map(({ name }) => name),
    );
  });

  for (const { name } of providers)
    test(name, async (t) => {
      const { provider, cluster, standIns, through, plan } = await modelOf(t, name);
      await preflightTells(provider, plan.database, through);
      if (plan.database.switch?.create) await practiseProviding(host, plan.database, "clinic_trial_1");
      await writeFile(standIns.callsFile, "");
      if (provider.pooler) await serveThrough(plan.database);

      const gone = await goThrough(cluster, plan, standIns.settings);
      const said = JSON.stringify([...gone.told], null, 1);
      assert.ok(gone.same, said);
      assert.equal(gone.uses === "clinic", provider.goesBackBy === "name", said);
      assert.match(gone.told.get("rollback.written") ?? "", /^public\.patients \+2 -1 /, said);
      const { directory } = plan.database.backup;
      const [release = ""] = await readdir(directory);
      const rows = await readFile(join(directory, release, "written.jsonl"), "utf8");
      assert.equal(rows.trimEnd().split("\n").length, 3, rows);
      const calls = async () =>
        (await standIns.calls()).map((call) => call.replaceAll(/[0-9a-f]{12}\b/g, "#").replace(/ --.*/, ""));
      assert.deepEqual(await calls(), provider.calls);
      const back = gone.told.get("rollback.database") ?? "";
      if (provider.fails) assert.match(back, /^not by the snapshot \(.*could not be restored.*\); /, said);
      await gone.again();
      assert.deepEqual(await calls(), provider.calls, "what was put back is not put back again");
    });
});

/** The service was here, is stopped now, and the pooler keeps its session. */
async function serveThrough(plan: DatabasePlan): Promise<void> {
  const serve = psqlCommand(plan, plan.name, "SELECT count(*) FROM patients");
  await host.run({ ...serve, env: { ...serve.env, PGAPPNAME: "web" } });
}

/** What is told by day: nothing of the plan of the docs; and what it lacks, where a part of it is left out. */
async function preflightTells(
  provider: Provider,
  database: DatabasePlan,
  through: (mode: "transaction") => Promise<DatabasePlan["connection"]>,
): Promise<void> {
  assert.deepEqual((await databaseProblems(host, database)).problems, []);
  assert.equal(wayBackText(database), provider.wayBack);
  for (const { keys, codes: told } of provider.without) {
    const lacks = Object.fromEntries(Object.entries(database).filter(([key]) => !keys.includes(key)));
    assert.deepEqual(await found(lacks as unknown as DatabasePlan), told, `without ${keys.join(", ")}`);
  }
  if (provider.otherPooler)
    assert.deepEqual(await found({ ...database, connection: await through(provider.otherPooler.mode) }), [
      provider.otherPooler.code,
    ]);
}

describe("what a provider does otherwise is found", () => {
  test("a snapshot that is restored with something else in it gives way to the dump", async (t) => {
    const { cluster, standIns, plan } = await modelOf(t, "Neon");
    const script = join(standIns.folder, "neon-snapshot");
    const text = await readFile(script, "utf8");
    const spoilt = `restore() { delete clinic; over "$1" clinic; "$BINARIES/psql" -X -q -h "$SERVER" -p "$PORT" \
-U "$ADMIN" -d clinic -c "DELETE FROM patients WHERE id = 12"; }`;
    await writeFile(script, text.replace(/^restore\(\).*$/m, spoilt));
    const gone = await goThrough(cluster, plan, standIns.settings);
    const back = gone.told.get("rollback.database") ?? "";
    assert.match(back, /^not by the snapshot \(.*patients has 499 rows instead of 500.*\); the database is as it was/);
    assert.ok(gone.same, back);
  });

  test("a snapshot that the provider does not find is none", async (t) => {
    const { cluster, standIns, plan } = await modelOf(t, "Neon", { fails: ["neon-snapshot check"] });
    await assert.rejects(
      goThrough(cluster, plan, standIns.settings),
      (error) => error instanceof UserError && codes(error.problems).join() === "snapshot-not-there",
    );
  });

  test("by day: what the provider makes is not like the service's database", async (t) => {
    const { plan } = await modelOf(t, "Yandex Managed Service for PostgreSQL", { extensions: "" });
    await assert.rejects(practiseProviding(host, plan.database, "clinic_trial_1"), (error) => {
      assert.ok(error instanceof UserError);
      assert.deepEqual(codes(error.problems), ["provided-database-differs"]);
      assert.match(error.message, /extension pg_trgm/);
      return true;
    });
  });

  test("by day: a server that lets nobody close a database, whoever owns it", async (t) => {
    const { cluster, plan } = await modelOf(t, "Amazon RDS");
    const programs = join(cluster.directory, "programs");
    await mkdir(programs);
    const real = cluster.facts.binaries;
    for (const name of ["pg_dump", "pg_restore"])
      await writeFile(join(programs, name), `#!/bin/sh\nexec ${real}/${name} "$@"\n`, { mode: 0o755 });
    const refuses = `s/^ALTER DATABASE .* ALLOW_CONNECTIONS .*/DO $$ BEGIN RAISE insufficient_privilege; END $$;/`;
    const psql = `#!/bin/sh\ncase "$*" in *--version*) exec ${real}/psql "$@" ;; esac\nsed '${refuses}' | ${real}/psql "$@"\n`;
    await writeFile(join(programs, "psql"), psql, { mode: 0o755 });
    assert.deepEqual(await found({ ...plan.database, programs }), ["db-doors-refused"]);
    const over: DatabasePlan = {
      ...plan.database,
      programs,
      switch: { use: ["true", "{database}"], timeout: 60 },
      backup: { ...plan.database.backup, copy: false },
    };
    assert.deepEqual(await found(over), [], "with a switch nothing has to be closed");
  });

  test("with a copy the service changes over to that, and nobody's session is left in it shut", async (t) => {
    const { cluster, standIns, plan } = await modelOf(t, "Amazon RDS");
    const words = [join(standIns.folder, "use-database"), "{database}"];
    const over = { ...plan, database: { ...plan.database, switch: { use: words, timeout: 60 } } };
    assert.equal(wayBackText(over.database), "way back: the service changes over to the copy");
    const gone = await goThrough(cluster, over, standIns.settings);
    assert.match(gone.uses, /^clinic_copy_[0-9a-f]{12}$/);
    assert.ok(gone.same, JSON.stringify([...gone.told]));
    const open =
      "SELECT string_agg(datname, ' ' ORDER BY 1) FROM pg_database WHERE datallowconn AND datname LIKE 'clinic%'";
    assert.equal(await cluster.sql(open, "postgres"), `clinic ${gone.uses}`);
  });

  test("Supabase's own database, whose schemas belong to the platform, is refused by day", async (t) => {
    const { cluster, plan, role } = await modelOf(t, "Supabase");
    await cluster.sql(`CREATE ROLE supabase_admin SUPERUSER`, "postgres");
    await cluster.sql(`CREATE DATABASE project OWNER "${role}"`, "postgres");
    await cluster.sql("CREATE SCHEMA auth AUTHORIZATION supabase_admin; CREATE TABLE auth.users (id int)", "project");
    await cluster.sql("ALTER TABLE auth.users OWNER TO supabase_admin", "project");
    assert.ok((await found({ ...plan.database, name: "project" })).includes("db-role-missing"));
  });
});
