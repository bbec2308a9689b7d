import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { locate } from "../../packages/rehearsal/production/traffic/lost.ts";
import { changeMain } from "../../packages/rehearsal/world/in-clone.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState } from "./state-of-production.ts";

/** Writes the setting that names the service's database, as a provider's customer would. */
const useScript = `f=$1 n=$2
sed "s/^PGDATABASE=.*/PGDATABASE=$n/" "$f" > "$f.part" && cat "$f.part" > "$f" && rm -f "$f.part"`;

/** What a provider's snapshot does, by a clone that stands beside and comes back under the same name. */
const snapshotScript = `set -eu
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d postgres "$@"; }
case "$1" in
  take) sql -c "CREATE DATABASE \\"$2\\" TEMPLATE $SERVICE"; echo "$2" ;;
  check) [ "$(sql -c "SELECT count(*) FROM pg_database WHERE datname = '$2'")" = 1 ] ;;
  restore) sql -c "DROP DATABASE $SERVICE WITH (FORCE)"; sql -c "CREATE DATABASE $SERVICE TEMPLATE \\"$2\\" OWNER $OWNER" ;;
esac
`;

test("a provider's snapshot is the rollback copy, and what it brings back is compared", async (t) => {
  let script = "";
  const words = (verb: string) => ["sh", script, verb, "{snapshot}"];
  const world = await startWorld({
    change: (plan) => {
      script = `${plan.deploy["env-file"]}.snapshot`;
      plan.database.backup.copy = "snapshot";
      plan.database.snapshot = { take: words("take"), check: words("check"), restore: words("restore") };
    },
  });
  t.after(() => world.stop());
  const { host, port, adminUser, passfile, owner, database, binaries } = world.production.postgres;
  const values = {
    PGHOST: host,
    PGPORT: port,
    PGUSER: adminUser,
    PGPASSFILE: passfile,
    OWNER: owner,
    SERVICE: database,
  };
  const head = Object.entries(values).map(([name, value]) => `export ${name}='${value}'\n`);
  await writeFile(script, `${head.join("")}PATH=${binaries}:$PATH\n${snapshotScript}`);
  const traffic = world.production.startTraffic();
  const launched = await world.launch({ tag: "v1.1.0-broken" });
  const { acknowledged } = await traffic.stop();
  const { ended, steps } = await lastState(world);
  assert.equal(ended?.outcome, "rolled-back", launched.log.slice(-30).join("\n"));
  assert.equal(steps.get("backup.snapshot")?.status, "done");
  assert.match(
    steps.get("rollback.database")?.note ?? "",
    /^the provider put the database back to its snapshot golive-/,
  );
  assert.deepEqual((await locate(acknowledged, world.production.postgres)).lost, []);
});

describe("where databases are not renamed, the service changes over to the one that was restored", () => {
  let world: World;
  let settings: string;
  before(async () => {
    world = await startWorld({
      change: (plan) => {
        settings = plan.deploy["env-file"];
        plan.database.backup.copy = false;
        plan.database.switch = { use: ["sh", `${settings}.use`, settings, "{database}"] };
      },
    });
    await writeFile(`${settings}.use`, useScript);
  });
  after(() => world.stop());

  const named = async () => /^PGDATABASE=(.*)$/m.exec(await readFile(settings, "utf8"))?.[1] ?? "";
  const column = async (database: string) =>
    (
      await world.production.sql(
        "SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'",
        database,
      )
    ).trim();

  test("a release that fails goes back to a database beside, and the site opens with it", async () => {
    const service = await named();
    const traffic = world.production.startTraffic();
    const launched = await world.launch({ tag: "v1.1.0-broken" });
    const { acknowledged } = await traffic.stop();
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "rolled-back", launched.log.slice(-30).join("\n"));
    const uses = await named();
    assert.match(uses, new RegExp(`^${service}_restored_[0-9a-f]{12}$`));
    assert.equal(state.steps.get("rollback.use@app-1")?.note, uses);
    assert.deepEqual([await column(service), await column(uses)], ["1", "0"], "the failed one stays as it is");
    assert.equal((await fetch(`${world.production.siteUrl}/`)).status, 200);
    const { postgres } = world.production;
    assert.deepEqual((await locate(acknowledged, { ...postgres, database: uses })).lost, []);
  });

  test("the next launch is refused until the plan names that database, and goes live with it", async () => {
    const uses = await named();
    const refused = (await world.launch({ tag: "v1.1.0" })).log.join("\n");
    assert.match(refused, /db-changed-over/);
    assert.ok(refused.includes(`name ${uses} in database.name of the plan`), refused);
    await changeMain(world.production.origin, "the database that serves", {
      ".github/golive.yml": (text) => {
        const plan = parse(text);
        plan.database.name = uses;
        return stringify(plan);
      },
    });
    const launched = await world.launch({ tag: "v1.1.0" });
    const state = await lastState(world);
    assert.equal(state.ended?.outcome, "live", launched.log.slice(-30).join("\n"));
    assert.deepEqual([await named(), await column(uses)], [uses, "1"]);
  });
});
