import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../../src/core/errors.ts";
import { compareArchive } from "../../../../src/database/contents/archive-contents.ts";
import { takeCopy } from "../../../../src/database/copy.ts";
import { closeDoors, openDoors } from "../../../../src/database/doors.ts";
import { readSource, takeDump } from "../../../../src/database/dump/dump.ts";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import { databaseProblems, spaceProblems } from "../../../../src/database/preflight/preflight.ts";
import {
  compareFrame,
  readThrough,
  requireNone,
  requireSame,
  restoreBeside,
} from "../../../../src/database/dump/restore.ts";
import { swapDatabases } from "../../../../src/database/swap.ts";
import { openingMark, type Written, writtenSince } from "../../../../src/database/written/written.ts";
import type { Host } from "../../../../src/hosts/host.ts";
import { localHost } from "../../../../src/hosts/local.ts";
import type { Cluster } from "./cluster.ts";
import { alike, nextGeneration, type Seen, see } from "./looks.ts";

export interface Carried {
  readonly preflight: readonly string[];
  readonly proved: boolean;
  readonly same: boolean;
  readonly wayBack: boolean;
  readonly written: Readonly<Record<string, Counts>>;
  /** Whole JSON objects, one a line, in the file that a rollback sets the rows aside in; null when a line is none, or has no row in it. */
  readonly rows: number | null;
  /** Why it was not proved; left out where it was. */
  readonly why?: readonly string[];
}

type Counts = Pick<Written, "inserted" | "changed" | "deleted" | "leftOut"> & { readonly sinceOpening: number };

/** What happens to the database between the closing and the way back: the release's doing, then people's. */
export interface Meanwhile {
  release(): Promise<void>;
  people(): Promise<void>;
}

const refused = { proved: false, same: false, wayBack: false, written: {}, rows: 0 };

/** Carries the database through all that a launch does with it. Leaves the databases that it made. */
export async function carry(cluster: Cluster, proof: "restore" | "content", meanwhile: Meanwhile): Promise<Carried> {
  const host = localHost("db-1");
  const plan = cluster.plan(proof);
  await rm(plan.backup.directory, { recursive: true, force: true });
  await mkdir(plan.backup.directory, { recursive: true });
  const preflight = await codesOf(host, plan);
  if (preflight.length > 0) return { preflight, ...refused };
  const first = await see(cluster, plan.name);
  const { why, same } = await backUp(cluster, host, plan, first);
  const copy = `${plan.name}_copy_try`;
  await takeCopy(host, plan, copy);
  await meanwhile.release();
  const openedAt = await openingMark(host, plan);
  await meanwhile.people();
  const { written, rows } = await countWritten(host, plan, copy, openedAt);
  await swapDatabases(host, plan, copy, `${plan.name}_failed_try`);
  const wayBack = alike(first, await see(cluster, plan.name));
  return { preflight, proved: why.length === 0, same, wayBack, written, rows, ...(why.length === 0 ? {} : { why }) };
}

async function codesOf(host: Host, plan: DatabasePlan): Promise<string[]> {
  const { problems, facts } = await databaseProblems(host, plan);
  const room = facts === null ? [] : (await spaceProblems(host, plan, facts, { copy: true })).problems;
  return [...new Set([...problems, ...room].map(({ code }) => code ?? "db"))].toSorted();
}

/** Dump, proof and a restore; `why` says what is wrong with the proof. */
async function backUp(
  cluster: Cluster,
  host: Host,
  plan: DatabasePlan,
  first: Seen,
): Promise<{ why: readonly string[]; same: boolean }> {
  const directory = join(plan.backup.directory, "try");
  const restored = `${plan.name}_restored_try`;
  try {
    await takeDump(host, plan, directory);
    await readThrough(host, plan, directory);
    await restoreBeside(host, plan, directory, restored);
  } catch (error) {
    return { why: wordsOf(error), same: false };
  }
  const same = await sameAgain(cluster, plan, first, restored);
  try {
    const source = await readSource(host, plan, directory);
    if (plan.backup.proof === "content") {
      requireNone(await compareArchive(host, plan, directory, source), host.name);
      requireNone(await compareFrame(host, plan, { directory, name: `${plan.name}_proof_try`, source }), host.name);
    } else await requireSame(host, plan, { database: restored, source, directory });
  } catch (error) {
    return { why: wordsOf(error), same };
  }
  return { why: [], same };
}

function wordsOf(error: unknown): string[] {
  return error instanceof UserError ? error.problems.map(({ what }) => what) : [(error as Error).message];
}

/**
 * Whether what was restored is what was dumped. PostgreSQL writes some expressions otherwise once they were dumped, so
 * that on a difference the original is dumped and restored by hand, and that generation compared.
 */
async function sameAgain(cluster: Cluster, plan: DatabasePlan, first: Seen, restored: string): Promise<boolean> {
  const second = await see(cluster, restored);
  if (alike(first, second)) return true;
  if (first.rows !== second.rows) return false;
  return alike(await nextGeneration(cluster, first, `${plan.name}_byhand_try`), second);
}

async function countWritten(
  host: Host,
  plan: DatabasePlan,
  copy: string,
  openedAt: string,
): Promise<Pick<Carried, "written" | "rows">> {
  await openDoors(host, plan, copy);
  try {
    const out = join(plan.backup.directory, "written.jsonl");
    // biome-ignore lint/suspicious/noThenProperty: now and then are the two databases, and nobody awaits this
    const compared = { now: plan.name, then: copy, cloned: true, openedAt, out };
    const written = await writtenSince(host, plan, compared);
    const counts = written.map(({ table, byPeople, ...others }) => [table, countsOf(others, byPeople)] as const);
    return { written: Object.fromEntries(counts), rows: objectsIn(await readFile(out, "utf8")) };
  } finally {
    await closeDoors(host, plan, copy);
  }
}

function objectsIn(text: string): number | null {
  const lines = text.split("\n").filter((line) => line !== "");
  try {
    const whole = lines.every((line) => typeof (JSON.parse(line) as { row: unknown }).row === "object");
    return whole ? lines.length : null;
  } catch {
    return null;
  }
}

function countsOf({ inserted, changed, deleted, leftOut }: Omit<Counts, "sinceOpening">, sinceOpening: number): Counts {
  return { inserted, changed, deleted, sinceOpening, leftOut };
}
