import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { takeCopy } from "../../../src/database/copy.ts";
import { openDoors } from "../../../src/database/doors.ts";
import { takeDump } from "../../../src/database/dump/dump.ts";
import { restoreBeside } from "../../../src/database/dump/restore.ts";
import { closingMark, openingMark, writtenSince } from "../../../src/database/written/written.ts";
import { localHost } from "../../../src/hosts/local.ts";
import { type Cluster, startCluster } from "../throwaway-cluster.ts";
import { fill, history, type Invented, invent, randomFrom } from "./histories.ts";

const rounds = Number(process.env.GOLIVE_ROUNDS ?? 2);
const firstSeed = Number(process.env.GOLIVE_SEED ?? 21);
const tablesPerRound = 40;

interface Counts {
  readonly inserted: number;
  readonly changed: number;
  readonly deleted: number;
  /** Null where it cannot be told from outside. */
  readonly byPeople: number | null;
}

describe("what was written since is what PostgreSQL's own EXCEPT says, whatever happened to a table", () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  before(async () => {
    cluster = await startCluster();
    const hba = join(cluster.directory, "postgres/data/pg_hba.conf");
    await writeFile(hba, `local all all trust\n${await readFile(hba, "utf8")}`);
    await cluster.sql("SELECT pg_reload_conf(); CREATE DATABASE judge", "postgres");
    await cluster.sql("CREATE EXTENSION dblink", "judge");
    await mkdir(cluster.plan().backup.directory, { recursive: true });
  });
  after(() => cluster.stop());

  for (let round = 0; round < rounds; round++) {
    const seed = firstSeed + round;
    test(`${tablesPerRound} tables of the seed ${seed}`, { timeout: 600_000 }, () => oneRound(seed));
  }

  async function oneRound(seed: number): Promise<void> {
    const random = randomFrom(seed);
    const name = `random_${seed}`;
    const plan = cluster.plan({ name });
    await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
    const tables = Array.from({ length: tablesPerRound }, (_, index) => invent(`t${index}`, random));
    const made = tables.map((table) => {
      const rows = [0, 5, 700, 3000][random(4)] ?? 0;
      const before = ["", `DELETE FROM ${table.name} WHERE flag = 0;`, `VACUUM FREEZE ${table.name};`][random(3)] ?? "";
      return `${table.create}; ${fill(table, 1, rows)}; ${before}`;
    });
    await cluster.sql(`CREATE TYPE mood AS ENUM ('calm', 'low');\n${made.join("\n")}`, name);
    const closedAt = await closingMark(host, plan);
    const copy = `${name}_copy_r1`;
    await takeCopy(host, plan, copy);
    await openDoors(host, plan, copy);
    const restored = `${name}_restored_r1`;
    const directory = join(plan.backup.directory, name);
    await takeDump(host, plan, directory);
    await restoreBeside(host, plan, directory, restored);
    const happen = async () => {
      const lines = tables.flatMap((table) => history(table, random));
      await cluster.sql(
        `\\o /dev/null\n${lines.join(";\n").replaceAll(":file", join(cluster.facts.socket, "history"))};\n`,
        name,
      );
      return lines;
    };
    const release = await happen();
    const openedAt = await openingMark(host, plan);
    const people = await happen();
    const want = await judged(tables, { now: name, then: copy, openedAt });
    const ways = [
      { then: copy, cloned: true },
      { then: copy, cloned: true, closedAt },
      { then: restored, cloned: false, closedAt },
      { then: restored, cloned: false },
    ];
    for (const way of ways) {
      const out = join(cluster.directory, `${name}.jsonl`);
      const written = await writtenSince(host, plan, { now: name, openedAt, out, ...way });
      const found = new Map(written.map((one) => [one.table.slice("public.".length), one]));
      for (const table of tables) {
        const one = found.get(table.name);
        const have = counts(one ?? { inserted: 0, changed: 0, deleted: 0, byPeople: 0 });
        const wanted = want.get(table.name) as Counts;
        const happened = [...release, "opened", ...people].filter(
          (line) => line === "opened" || line.includes(` ${table.name} `),
        );
        const said = `${JSON.stringify(way)} seed ${seed}: ${table.create}\n${happened.join("\n")}`;
        assert.deepEqual(wanted.byPeople === null ? { ...have, byPeople: null } : have, wanted, said);
      }
      assert.deepEqual(
        (await readFile(out, "utf8")).split("\n").filter((line) => line !== "").length,
        written.reduce((sum, { byPeople, deleted }) => sum + byPeople + deleted, 0),
      );
    }
    for (const gone of [copy, restored, name]) await cluster.sql(`DROP DATABASE ${gone} WITH (FORCE)`, "postgres");
  }

  async function judged(
    tables: readonly Invented[],
    { now, then, openedAt }: { now: string; then: string; openedAt: string },
  ): Promise<Map<string, Counts>> {
    const { socket, port, adminUser } = cluster.facts;
    const rows = (database: string, { name, key }: Invented) => {
      const values = "note, flag, price, at, extra, weight, mood";
      const k = key.length > 0 ? `ROW(${key})::text` : "''";
      const inside = `SELECT ${k}, ROW(${key.length > 0 ? "" : "id, "}${values})::text, xmin::text FROM ${name}`;
      const way = `host=${socket} port=${port} user=${adminUser} dbname=${database}`;
      return `SELECT * FROM dblink('${way}', '${inside.replaceAll("'", "''")}') AS x (k text, v text, x text)`;
    };
    const sql = tables.map(
      (table) => `WITH now AS MATERIALIZED (${rows(now, table)}), before AS MATERIALIZED (${rows(then, table)}),
new AS (SELECT k, v FROM now EXCEPT ALL SELECT k, v FROM before), old AS (SELECT k, v FROM before EXCEPT ALL SELECT k, v FROM now)
SELECT '${table.name}', (SELECT count(*) FROM new), (SELECT count(*) FROM old), (SELECT count(*) FROM new JOIN old USING (k)),
  (SELECT count(*) FROM new JOIN now USING (k, v) WHERE NOT pg_visible_in_snapshot(now.x::xid8, '${openedAt}'));`,
    );
    const found = await cluster.sql(sql.join("\n"), "judge");
    return new Map(
      found.split("\n").map((line, index) => {
        const [name = "", made = "", gone = "", same = "", since = ""] = line.split("|");
        const keyed = (tables[index]?.key.length ?? 0) > 0;
        const changed = keyed ? Number(same) : 0;
        const byPeople = keyed ? Number(since) : null;
        return [name, { inserted: Number(made) - changed, changed, deleted: Number(gone) - changed, byPeople }];
      }),
    );
  }
});

function counts({ inserted, changed, deleted, byPeople }: Counts): Counts {
  return { inserted, changed, deleted, byPeople };
}
