import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parse, stringify } from "yaml";
import type { Problem } from "../../src/core/errors.ts";
import { databaseProblems } from "../../src/database/preflight/preflight.ts";
import { wayBackText } from "../../src/database/preflight/way-back.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { localHost } from "../../src/hosts/local.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { startBouncer } from "./managed/pgbouncer.ts";
import { type Provider, providers } from "./managed/providers.ts";
import { makeStandIns, plansOfDocs, type StandIns } from "./managed/stand-ins.ts";
import { contents, goThrough } from "./managed/through.ts";
import { type Cluster, startCluster } from "./throwaway-cluster.ts";

const plans = await plansOfDocs();
const password = "s3cret";

/** The sample plan with the docs' own `database`. */
function planOf(provider: Provider): Plan {
  const sample = parse(samplePlanText) as Record<string, unknown>;
  const own = parse(plans.get(provider.name) ?? "") as Record<string, unknown>;
  return loadPlan(stringify({ ...sample, ...own }), "managed-databases.md");
}

/** The same, led to the model of that server: other addresses, and the stand-ins for what lies in /opt/golive. */
function ledTo(plan: Plan, cluster: Cluster, { folder }: StandIns, connection: DatabasePlan["connection"]): Plan {
  const text = JSON.stringify({ ...plan, database: { ...plan.database, connection } });
  const led = JSON.parse(text.replaceAll("/opt/golive", folder).replaceAll('["yc"', `["${folder}/yc"`)) as Plan;
  const directory = join(cluster.directory, "srv");
  return {
    ...led,
    control: { ...led.control, directory: cluster.directory },
    deploy: { ...led.deploy, directory },
    database: {
      ...led.database,
      backup: { ...led.database.backup, directory: join(cluster.directory, "backups"), leastFree: 1 },
    },
  };
}

const host = localHost("app-1");
const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];

describe("a managed database goes through a launch and back, as its plan in the docs says", () => {
  test("every plan of the docs has its model, and the other way round", () => {
    assert.deepEqual(
      [...plans.keys()],
      providers.map(({ name }) => name),
    );
  });

  for (const provider of providers)
    test(provider.name, async (t) => {
      const plan = planOf(provider);
      const { user = "" } = plan.database.connection;
      // The model's own superuser bears the name already.
      const role = user === "golive" ? "golive_role" : user;
      const cluster = await startCluster();
      t.after(() => cluster.stop());
      for (const statement of provider.server(role, password).split(";")) await cluster.sql(statement, "postgres");
      if (provider.inside) await cluster.sql(provider.inside, "clinic");
      await cluster.sql(`SET ROLE "${role}"; ${contents}`, "clinic");
      await mkdir(join(cluster.directory, "srv/.git"), { recursive: true });
      const extensions = provider.inside?.replace("CREATE EXTENSION ", "") ?? "";
      const standIns = await makeStandIns(cluster, { role, extensions, fails: provider.fails ?? [] });
      const passfile = join(cluster.directory, "pgpass");
      await writeFile(passfile, `*:*:*:${role}:${password}\n`, { mode: 0o600 });
      const at = (port: number) => ({ host: cluster.facts.host, port, user: role, passfile });
      const through = async (mode: "session" | "transaction") => {
        const bouncer = await startBouncer(cluster, mode, { [role]: password });
        t.after(() => bouncer.program.stop());
        const { pooler } = plan.database.connection;
        return { ...at(bouncer.port), ...(pooler === undefined ? {} : { pooler }) };
      };
      const led = ledTo(
        plan,
        cluster,
        standIns,
        provider.pooler ? await through(provider.pooler) : at(cluster.facts.port),
      );
      const found = async (database: DatabasePlan) => codes((await databaseProblems(host, database)).problems);

      assert.deepEqual(await databaseProblems(host, led.database).then(({ problems }) => problems), []);
      assert.equal(wayBackText(led.database), provider.wayBack);
      for (const { keys, codes: told } of provider.without) {
        const lacks = Object.fromEntries(Object.entries(led.database).filter(([key]) => !keys.includes(key)));
        assert.deepEqual(await found(lacks as unknown as DatabasePlan), told, `without ${keys.join(", ")}`);
      }
      if (provider.otherPooler) {
        const connection = await through(provider.otherPooler.mode);
        assert.deepEqual(await found({ ...led.database, connection }), [provider.otherPooler.code]);
      }

      const gone = await goThrough(cluster, led, standIns.settings);
      const said = JSON.stringify([...gone.told], null, 1);
      assert.ok(gone.same, said);
      assert.equal(gone.uses === "clinic", provider.goesBackBy === "name", said);
      assert.match(gone.told.get("rollback.written") ?? "", /^public\.patients \+2 -1 /, said);
      const [release = ""] = await readdir(led.database.backup.directory);
      const rows = await readFile(join(led.database.backup.directory, release, "written.jsonl"), "utf8");
      assert.equal(rows.trimEnd().split("\n").length, 3, rows);
      const calls = (await standIns.calls()).map((call) => call.replaceAll(/[0-9a-f]{12}\b/g, "#"));
      assert.deepEqual(
        calls.map((call) => call.replace(/ --.*/, "")),
        provider.calls,
      );
      if (provider.fails)
        assert.match(
          gone.told.get("rollback.database") ?? "",
          /^not by the snapshot \(.*could not be restored.*\); /,
          said,
        );
    });
});
