import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { addTag } from "../../packages/rehearsal/world/add-tag.ts";
import { startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState } from "./state-of-production.ts";

type Change = (plan: Record<string, any>) => void;

/** Writes the setting that names the service's database, as a provider's user would. */
const useScript = `f=$1 n=$2
sed "s/^PGDATABASE=.*/PGDATABASE=$n/" "$f" > "$f.part" && cat "$f.part" > "$f" && rm -f "$f.part"`;

describe("where databases are not renamed, the service changes over to the one that was restored", () => {
  let world: World;
  let settings: string;
  before(async () => {
    world = await startWorld();
    settings = join(world.production.directory, "settings/psychology-api.env");
    await writeFile(join(world.production.directory, "use.sh"), useScript);
  });
  after(() => world.stop());

  async function launch(tag: string, change: Change) {
    await addTag({
      origin: world.production.origin,
      from: "v1.1.0",
      tag,
      files: {
        ".github/golive.yml": (text) => {
          const plan = parse(text);
          plan.database.backup.copy = false;
          plan.database.switch = { use: ["sh", join(world.production.directory, "use.sh"), settings, "{database}"] };
          change(plan);
          return stringify(plan);
        },
        VERSION: () => `${tag}\n`,
      },
    });
    return { launched: await world.launch({ tag }), state: await lastState(world) };
  }
  const named = async () => /^PGDATABASE=(.*)$/m.exec(await readFile(settings, "utf8"))?.[1] ?? "";
  const column = (database: string) =>
    world.production.sql("SELECT count(*) FROM information_schema.columns WHERE column_name = 'ends_at'", database);
  let service: string;

  test("a release that fails its checks goes back to a database beside, with the site open", async () => {
    service = await named();
    const fails: Change = (plan) => {
      const page = { kind: "http", from: "app-1", url: new URL("/", plan.health.url).href };
      plan.verify.checks.push({ ...page, id: "no", contains: "never" });
    };
    const { state, launched } = await launch("v1.2.0", fails);
    assert.equal(state.ended?.outcome, "rolled-back", launched.log.slice(-30).join("\n"));
    const uses = await named();
    assert.match(uses, new RegExp(`^${service}_restored_[0-9a-f]{12}$`));
    assert.equal(state.steps.get("rollback.use@app-1")?.note, uses);
    assert.deepEqual([await column(service), await column(uses)], ["1", "0"], "the failed one stays as it is");
    assert.equal((await fetch(`${world.production.siteUrl}/`)).status, 200);
  });

  test("the next launch is refused until its plan names that database", async () => {
    const { launched } = await launch("v1.2.1", () => {});
    const log = launched.log.join("\n");
    assert.match(log, /db-changed-over/);
    assert.match(log, new RegExp(`name ${await named()} in database\\.name of the plan`));
  });

  test("and goes live with it", async () => {
    const uses = await named();
    const { state, launched } = await launch("v1.2.2", (plan) => (plan.database.name = uses));
    assert.equal(state.ended?.outcome, "live", launched.log.slice(-30).join("\n"));
    assert.deepEqual([await named(), await column(uses)], [uses, "1"]);
  });
});
