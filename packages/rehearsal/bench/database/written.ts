// What was written since, beside the golive of an older commit, which reads all and sends every key of a changed table.

import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { takeCopy } from "../../../../src/database/copy.ts";
import { openDoors } from "../../../../src/database/doors.ts";
import { takeDump } from "../../../../src/database/dump/dump.ts";
import { restoreBeside } from "../../../../src/database/dump/restore.ts";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import { analyze } from "../../../../src/database/statistics.ts";
import { closingMark, openingMark } from "../../../../src/database/written/written.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import type { Cluster } from "../../../../test/database/throwaway-cluster.ts";
import type { Group } from "../bench.ts";

const host = localHost("bench");
const execute = promisify(execFile);
const here = join(import.meta.dirname, "../../../..");
/** The one that the bars name. */
const olderCommit = "152797b";

const millions = 5;
/** About 860 MB of table. */
const fillLarge = `CREATE TABLE visits (
  id bigint PRIMARY KEY, client int NOT NULL, at timestamptz NOT NULL, note text NOT NULL, price numeric(10, 2)
);
INSERT INTO visits SELECT
  i, i % 10007, '2026-01-01'::timestamptz + i * interval '1 minute', 'session ' || i || repeat(' x', 51), i % 100
FROM generate_series(1, ${millions} * 1000000) i;
VACUUM ANALYZE; CHECKPOINT;
`;

const fillMany = (tables: number) => `SELECT format(
  'CREATE TABLE t%s (id int PRIMARY KEY, name text, at timestamptz, note text);'
  || 'INSERT INTO t%s SELECT i, ''n'' || i, now(), repeat(''x'', 20) FROM generate_series(1, 200) i',
  i, i) FROM generate_series(1, ${tables}) i \\gexec
CHECKPOINT;
`;

interface Older {
  /** Folder of the tree; null when the commit is not in the history here. */
  readonly tree: string | null;
  remove(): Promise<void>;
}

async function olderTree(): Promise<Older> {
  const directory = await mkdtemp(join(tmpdir(), "golive-older-"));
  const tree = join(directory, "tree");
  const git = (...words: string[]) => execute("git", ["-C", here, ...words]);
  try {
    await git("worktree", "add", "--detach", tree, olderCommit);
  } catch {
    console.log(`  ${olderCommit} is not in the history here (a shallow clone?): nothing to compare with`);
    return { tree: null, remove: () => rm(directory, { recursive: true, force: true }) };
  }
  await symlink(join(here, "node_modules"), join(tree, "node_modules"));
  return {
    tree,
    async remove() {
      await git("worktree", "remove", "--force", tree);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

interface Counted {
  readonly seconds: number;
  readonly megabytes: number;
  readonly tables: number;
  readonly rows: number;
}

interface Changed {
  readonly plan: DatabasePlan;
  readonly compared: { readonly now: string; readonly openedAt: string; readonly closedAt: string; readonly out: null };
}

async function count(tree: string, { plan, compared }: Changed, then: string, cloned: boolean): Promise<Counted> {
  const file = tree === here ? "src/database/written/written.ts" : "src/database/written.ts";
  const [openedAt] = compared.openedAt.split(":");
  const asked = { file, plan, compared: { ...compared, then, cloned, openedAt } };
  const child = join(import.meta.dirname, "written-child.ts");
  const words = ["--disable-warning=ExperimentalWarning", child, tree, JSON.stringify(asked)];
  const { stdout } = await execute(process.execPath, words);
  return JSON.parse(stdout) as Counted;
}

/** Rows of the table for what was written since, and the statistics of what was restored. */
export async function writtenSubjects(cluster: Cluster): Promise<Group> {
  const older = await olderTree();
  const large = await largeSubjects(cluster, older.tree);
  const many = [await manySubject(cluster, { tables: 1000, changed: 100 }, older.tree)];
  for (const tables of [1000, 5000]) many.push(await manySubject(cluster, { tables, changed: 0 }, older.tree));
  const groups = [large, ...many];
  return {
    subjects: groups.flatMap(({ subjects }) => subjects),
    ratios: groups.flatMap(({ ratios }) => ratios),
    close: () => older.remove(),
  };
}

type Rows = Omit<Group, "close">;

async function largeSubjects(cluster: Cluster, older: string | null): Promise<Rows> {
  const name = "bench_written";
  const plan = cluster.plan({ name });
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql(fillLarge, name);
  const closedAt = await closingMark(host, plan);
  const [copy, restored] = [`${name}_copy_x`, `${name}_restored_x`];
  await takeCopy(host, plan, copy);
  await openDoors(host, plan, copy);
  const directory = join(plan.backup.directory, name);
  await takeDump(host, plan, directory);
  await restoreBeside(host, plan, directory, restored);
  const openedAt = await openingMark(host, plan);
  await cluster.sql("UPDATE visits SET note = 'other' WHERE id = 2500000; DELETE FROM visits WHERE id = 77777", name);
  const changed = { plan, compared: { now: name, openedAt, closedAt, out: null } } as const;
  const ways = [
    { label: `written since, ${millions} million rows, 2 changed, by copy`, other: copy, cloned: true },
    { label: `written since, ${millions} million rows, 2 changed, by restore`, other: restored, cloned: false },
  ];
  const peaks: number[] = [0];
  const of =
    (tree: string, { other, cloned }: (typeof ways)[number]) =>
    async () => {
      const counted = await count(tree, changed, other, cloned);
      if (counted.rows !== 2) throw new Error(`${counted.rows} rows of 2 were found`);
      if (tree === here) peaks.push(counted.megabytes);
      return counted.seconds;
    };
  return {
    subjects: [
      ...ways.map((way) => ({ name: way.label, measure: of(here, way) })),
      ...(older === null ? [] : ways.map((way) => ({ name: `${way.label}, ${olderCommit}`, measure: of(older, way) }))),
      { name: "most memory of the node process", unit: "MiB", measure: async () => Math.max(...peaks) },
      {
        name: `statistics of ${millions} million restored rows`,
        measure: async () => (await analyze(host, plan, restored)) ?? Number.NaN,
      },
    ],
    ratios: older === null ? [] : ways.map(({ label }) => [label, `${label}, ${olderCommit}`] as const),
  };
}

async function manySubject(
  cluster: Cluster,
  { tables, changed }: { tables: number; changed: number },
  older: string | null,
): Promise<Rows> {
  const name = `bench_many_${tables}_${changed}`;
  const plan = cluster.plan({ name });
  await cluster.sql(`CREATE DATABASE ${name}`, "postgres");
  await cluster.sql(fillMany(tables), name);
  const closedAt = await closingMark(host, plan);
  const copy = `${name}_copy_x`;
  await takeCopy(host, plan, copy);
  await openDoors(host, plan, copy);
  const openedAt = await openingMark(host, plan);
  const change = `SELECT format('UPDATE t%s SET name = ''other'' WHERE id = 5', i) FROM generate_series(1, ${changed}) i \\gexec`;
  await cluster.sql(change, name);
  const label =
    changed > 0
      ? `written since, ${changed} changed tables of ${tables}`
      : `written since, nothing in ${tables} tables`;
  const of = (tree: string) => async () => {
    const counted = await count(tree, { plan, compared: { now: name, openedAt, closedAt, out: null } }, copy, true);
    if (counted.tables !== changed) throw new Error(`${counted.tables} tables of ${changed} were found`);
    return counted.seconds;
  };
  const before = `${label}, ${olderCommit}`;
  return {
    subjects: [{ name: label, measure: of(here) }, ...(older === null ? [] : [{ name: before, measure: of(older) }])],
    ratios: older === null ? [] : [[label, before]],
  };
}
