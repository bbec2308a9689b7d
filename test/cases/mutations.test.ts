import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import { type Cluster, startCluster } from "../../packages/rehearsal/try/database/cluster.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Source } from "../../src/database/contents/source.ts";
import { readSource, takeDump } from "../../src/database/dump/dump.ts";
import { requireSame, restoreBeside } from "../../src/database/dump/restore.ts";
import { localHost } from "../../src/hosts/local.ts";
import { alone } from "./mutations/alone.ts";
import { inParts } from "./mutations/in-parts.ts";
import { unseen } from "./mutations/unseen.ts";
import { valuesSql } from "./mutations/values.ts";

/** The rich database holds as many parts that are alike: as many changes are looked at in one go, each in its own. */
const parts = 8;
const lanes = 2;
const restored = "psy_restored_try";
/** Every third with every change; all with GOLIVE_LONG=1. */
const whole = process.env.GOLIVE_LONG === "1";
const partName = (place: number) => `part${place}x`;

/** Kinds of which every change has to be seen. */
const alwaysSeen = [
  ...["values", "rows", "defaults", "sequences", "constraints", "grants", "owners", "functions", "triggers"],
  "large objects",
];

interface Batch {
  readonly changes: readonly string[];
  readonly apart: boolean;
}

describe("of changes to a restored database", { concurrency: lanes }, () => {
  const host = localHost("db-1");
  let cluster: Cluster;
  let source: Source;
  let directory: string;

  before(async () => {
    cluster = await startCluster();
    const plan = cluster.plan("restore");
    await mkdir(plan.backup.directory, { recursive: true });
    await psql(cluster.facts, await richSql());
    directory = `${plan.backup.directory}/try`;
    await takeDump(host, plan, directory);
    await restoreBeside(host, plan, directory, restored);
    source = await readSource(host, plan, directory);
  });
  after(() => cluster.stop());

  /** What golive says of a copy of the restored database in which this was changed. */
  async function saidOf(name: string, sql: string): Promise<string[]> {
    const { facts } = cluster;
    await psql(facts, `CREATE DATABASE ${name} TEMPLATE ${restored} OWNER psychology;\n`, "postgres");
    try {
      await psql(facts, ofDatabase.replaceAll("$", name), "postgres");
      await psql(facts, sql, name);
      await requireSame(host, cluster.plan("restore"), { database: name, source, directory });
      return [];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.problems.map(({ what }) => what);
    } finally {
      await psql(facts, `DROP DATABASE ${name};\n`, "postgres");
    }
  }

  test("none is said of one that was not changed", async () => {
    assert.deepEqual(await saidOf("unchanged", ""), []);
  });

  for (const [place, { changes, apart }] of batches().entries()) {
    if (!whole && place % 3 !== 0) continue;
    test(`${place + 1}: ${changes.length === 1 ? changes[0] : `${changes.length} at once`}`, async () => {
      const name = `changed${place}`;
      const sql = apart
        ? `SET search_path = public; SET allow_system_table_mods = on; ${changes[0]?.replaceAll("$", name)};\n`
        : changes.map((change, i) => `SET search_path = ${partName(i)}, public; ${inPart(change, i)};\n`).join("");
      const said = await saidOf(name, sql);
      const seen = changes.filter((_, i) =>
        apart ? said.length > 0 : said.some((line) => line.includes(partName(i))),
      );
      const unnoticed = changes.filter((change) => !seen.includes(change));
      assert.deepEqual(
        unnoticed.filter((change) => !(change in unseen)),
        [],
        `not seen; said was:\n${said.join("\n")}`,
      );
      assert.deepEqual(
        seen.filter((change) => change in unseen),
        [],
        "seen after all: take it out of unseen.ts",
      );
    });
  }

  test("at least three hundred, and few of them unseen", () => {
    const all = Object.values({ ...inParts, ...alone }).flat();
    const known = Object.keys(unseen);
    assert.equal(new Set(all).size, all.length, "one is there twice");
    assert.ok(all.length >= 300, `only ${all.length}`);
    assert.deepEqual(
      known.filter((change) => !all.includes(change)),
      [],
    );
    assert.ok(known.length <= all.length * 0.05, `${known.length} of ${all.length} are not seen`);
    const must = Object.entries({ ...inParts, ...alone }).flatMap(([kind, changes]) =>
      alwaysSeen.includes(kind) ? changes : [],
    );
    assert.deepEqual(
      Object.keys(unseen).filter((change) => must.includes(change)),
      [],
    );
  });
});

function batches(): Batch[] {
  const together = Object.values(inParts).flat();
  const single = Object.values(alone).flat();
  const shared = Array.from({ length: Math.ceil(together.length / parts) }, (_, i) => ({
    changes: together.slice(i * parts, (i + 1) * parts),
    apart: false,
  }));
  return [...shared, ...single.map((change) => ({ changes: [change], apart: true }))];
}

const inPart = (sql: string, place: number) => sql.replaceAll("@@", partName(place));

/** What belongs to a database itself is no part of a template. */
const ofDatabase = `ALTER DATABASE $ SET work_mem = '5MB'; ALTER ROLE somebody IN DATABASE $ SET work_mem = '6MB';
GRANT CONNECT ON DATABASE $ TO somebody; COMMENT ON DATABASE $ IS 'clinic'; ALTER DATABASE $ CONNECTION LIMIT 40;
`;

async function richSql(): Promise<string> {
  const read = (name: string) => readFile(new URL(`mutations/${name}`, import.meta.url), "utf8");
  const [shared, part] = await Promise.all([read("database.sql"), read("part.sql")]);
  const all = Array.from({ length: parts }, (_, i) => inPart(`${part}${valuesSql}`, i));
  return [shared, ...all].join("\n");
}
