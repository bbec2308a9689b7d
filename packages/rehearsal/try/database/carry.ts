import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, UserError } from "../../../../src/core/errors.ts";
import { compareArchive } from "../../../../src/database/contents/archive/contents.ts";
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
import { differences, nextGeneration, type Seen, see } from "./looks.ts";

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
  /** What differs by the second opinion; left out where nothing does. */
  readonly differs?: readonly string[];
}

/** By which of golive's methods a dump is proved; one dump serves both. */
export type Proofs = readonly ("restore" | "content")[];

type Counts = Pick<Written, "inserted" | "changed" | "deleted" | "leftOut"> & { readonly sinceOpening: number };

/** What happens to the database between the closing and the way back: the release's doing, then people's. */
export interface Meanwhile {
  release(): Promise<void>;
  people(): Promise<void>;
}

const refused = { proved: false, same: false, wayBack: false, written: {}, rows: 0 };

/** Carries the database through all that a launch does with it. Leaves the databases that it made. */
export async function carry(cluster: Cluster, proofs: Proofs, meanwhile: Meanwhile): Promise<Carried> {
  const host = localHost("db-1");
  const plan = cluster.plan(proofs.includes("content") ? "content" : "restore");
  await rm(plan.backup.directory, { recursive: true, force: true });
  await mkdir(plan.backup.directory, { recursive: true });
  const preflight = await codesOf(host, plan);
  if (preflight.length > 0) return { preflight, ...refused };
  const first = await see(cluster, plan.name);
  const { why, apart } = await backUp({ cluster, host, plan, proofs }, first);
  const back = await takeBack({ cluster, host, plan }, first, meanwhile);
  const reasons = [...why, ...back.why];
  const differs = [...(apart ?? []), ...(back.lost ?? [])];
  return {
    preflight,
    proved: why.length === 0,
    same: apart?.length === 0,
    wayBack: back.lost?.length === 0,
    written: back.written,
    rows: back.rows,
    ...(reasons.length === 0 ? {} : { why: reasons }),
    ...(differs.length === 0 ? {} : { differs }),
  };
}

interface TakenBack extends Pick<Carried, "written" | "rows"> {
  /** What failed. */
  readonly why: readonly string[];
  /** What of the first state is gone, by the second opinion; null where it was not taken back. */
  readonly lost: readonly string[] | null;
}

/** The rollback copy, what happens meanwhile, what was written since, and the swap. */
async function takeBack({ cluster, host, plan }: Tried, first: Seen, meanwhile: Meanwhile): Promise<TakenBack> {
  const copy = `${plan.name}_copy_try`;
  try {
    await takeCopy(host, plan, copy);
    await meanwhile.release();
    const openedAt = await openingMark(host, plan);
    await meanwhile.people();
    const since = await countWritten(host, plan, copy, openedAt);
    await swapDatabases(host, plan, copy, `${plan.name}_failed_try`);
    return { ...since, why: [], lost: differences(first, await see(cluster, plan.name)) };
  } catch (error) {
    return { written: {}, rows: 0, why: wordsOf(error), lost: null };
  }
}

interface Tried {
  readonly cluster: Cluster;
  readonly host: Host;
  readonly plan: DatabasePlan;
}

async function codesOf(host: Host, plan: DatabasePlan): Promise<string[]> {
  const { problems, facts } = await databaseProblems(host, plan);
  const room = facts === null ? [] : (await spaceProblems(host, plan, facts, { copy: true })).problems;
  return [...new Set([...problems, ...room].map(({ code }) => code ?? "db"))].toSorted();
}

interface BackedUp {
  /** What is wrong with the proofs. */
  readonly why: readonly string[];
  /** What of the restored one is not as it was, by the second opinion; null where nothing was restored. */
  readonly apart: readonly string[] | null;
}

interface Backing extends Tried {
  readonly proofs: Proofs;
}

/** Dump, a restore, and each of the proofs. */
async function backUp({ cluster, host, plan, proofs }: Backing, first: Seen): Promise<BackedUp> {
  const directory = join(plan.backup.directory, "try");
  const restored = `${plan.name}_restored_try`;
  try {
    await takeDump(host, plan, directory);
    await readThrough(host, plan, directory);
    await restoreBeside(host, plan, directory, restored);
  } catch (error) {
    return { why: wordsOf(error), apart: null };
  }
  const apart = await differsFrom(cluster, plan, first, restored);
  const source = await readSource(host, plan, directory);
  const prove = {
    restore: () => requireSame(host, plan, { database: restored, source, directory }),
    async content() {
      requireNone(await compareArchive(host, plan, directory, source), host.name);
      requireNone(await compareFrame(host, plan, { directory, name: `${plan.name}_proof_try`, source }), host.name);
    },
  };
  const why: string[] = [];
  for (const proof of proofs) {
    try {
      await prove[proof]();
    } catch (error) {
      why.push(...wordsOf(error).map((line) => `${proof}: ${line}`));
    }
  }
  return { why, apart };
}

function wordsOf(error: unknown): string[] {
  if (error instanceof CommandError) return [error.message, error.finished.stderr.trim()];
  if (!(error instanceof UserError)) throw error;
  return error.problems.map(({ what }) => what);
}

/**
 * What of the restored database is not what was dumped. PostgreSQL writes some expressions otherwise once they were
 * dumped, so that on a difference the original is dumped and restored by hand, and that generation compared.
 */
async function differsFrom(cluster: Cluster, plan: DatabasePlan, first: Seen, restored: string): Promise<string[]> {
  const second = await see(cluster, restored);
  const apart = differences(first, second);
  if (apart.length === 0 || first.rows !== second.rows) return apart;
  return differences(await nextGeneration(cluster, first, `${plan.name}_byhand_try`), second);
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
