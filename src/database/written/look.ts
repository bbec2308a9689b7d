import type { Host } from "../../hosts/host.ts";
import { contentSettings } from "../contents/contents-sql.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { type Look, selectsOf, sqlOf } from "./look-sql.ts";
import { methodFor, type Sides } from "./method.ts";
import type { Pair, Side } from "./pairs.ts";
import { blocksOf, type Bounds, cutOf, partSize, partsOf } from "./parts.ts";
import { wholeKeyOf } from "./rows.ts";

/** The parts of a table that are not the same on both sides, by the file that they are of (0 where it is all one). */
export type Differing = ReadonlyMap<number, readonly bigint[]>;

/** A table whose rows have to be compared; `parts`: only those, or all when null. */
export interface Suspect {
  readonly pair: Pair;
  readonly look: Look | null;
  readonly parts: Differing | null;
}

export interface Databases {
  readonly host: Host;
  readonly plan: DatabasePlan;
  /** Their names. */
  readonly names: Readonly<Record<Side, string>>;
  readonly sides: Sides;
}

/** The tables, and their parts, that may hold something that was written. Reads both databases at the same time. */
export async function suspectsOf(databases: Databases, pairs: readonly Pair[]): Promise<Suspect[]> {
  const made = pairs.filter(({ before }) => before === null);
  const looks = await looksFor(databases, pairs);
  const first = await differing(databases, looks);
  // What the release wrote anew as a whole is better known by what it holds.
  const again = looks.flatMap((look, index) =>
    first[index]?.mostlyNew ? [{ ...look, method: { kind: "contents" } as const }] : [],
  );
  const second = again.length === 0 ? [] : await differing(databases, again);
  return [
    ...made.map((pair) => ({ pair, look: null, parts: null })),
    ...suspects(
      looks,
      first.map((one) => (one.mostlyNew ? nothing : one)),
    ),
    ...suspects(again, second),
  ];
}

function suspects(looks: readonly Look[], compared: readonly Compared[]): Suspect[] {
  return looks.flatMap((look, index) => {
    const parts = compared[index]?.differing;
    return parts === undefined || parts.size === 0 ? [] : [{ pair: look.pair, look, parts }];
  });
}

async function looksFor(databases: Databases, pairs: readonly Pair[]): Promise<Look[]> {
  const { sides } = databases;
  const known = pairs.flatMap((pair) => {
    const { before } = pair;
    if (before === null || blocksOf(pair.table) + blocksOf(before) === 0) return [];
    return [{ pair, before, method: methodFor(pair, before, sides) }];
  });
  const step = partSize(known.map(({ pair }) => pair.table));
  const bounds = await boundsOf(
    databases,
    known
      .filter(({ pair, method }) => method.kind !== "blocks" && wholeKeyOf(pair.key, "now") !== null)
      .filter(({ pair }) => partsOf(pair, step) > 1)
      .map(({ pair }) => pair),
  );
  return known.map((one) => ({
    ...one,
    cut:
      one.method.kind === "blocks"
        ? { by: "blocks", step }
        : cutOf(partsOf(one.pair, step), bounds.get(one.pair) ?? null),
  }));
}

async function boundsOf(databases: Databases, pairs: readonly Pair[]): Promise<ReadonlyMap<Pair, Bounds>> {
  if (pairs.length === 0) return new Map();
  const sql = (side: Side) =>
    pairs.map((pair, index) => {
      const key = wholeKeyOf(pair.key, side);
      return `SELECT ${index}, min(${key}), max(${key}) FROM ${sqlOf(pair, side)} AS t;`;
    });
  const [now, then] = await both(databases, sql);
  const found = new Map<Pair, Bounds>();
  for (const line of [...now, ...then]) {
    const [index = "", low = "", high = ""] = line.split("|");
    const pair = pairs[Number(index)];
    if (pair === undefined || low === "") continue;
    const known = found.get(pair);
    const [least, most] = [BigInt(low), BigInt(high)];
    found.set(pair, {
      low: known !== undefined && known.low < least ? known.low : least,
      high: known !== undefined && known.high > most ? known.high : most,
    });
  }
  return found;
}

interface Compared {
  readonly differing: Differing;
  /** Whether so much was written since the closing that rows are not told by that. */
  readonly mostlyNew: boolean;
}

const nothing: Compared = { differing: new Map(), mostlyNew: false };

async function differing(databases: Databases, looks: readonly Look[]): Promise<Compared[]> {
  const { sides } = databases;
  const sql = (side: Side) => looks.flatMap((look, index) => selectsOf(look, side, { index, sides }));
  const [now, then] = (await both(databases, sql)).map(partsByTable);
  return looks.map(({ method }, index) => {
    const parts = compareParts(now?.get(index) ?? new Map(), then?.get(index) ?? new Map());
    return method.kind === "keys" ? parts : { ...parts, mostlyNew: false };
  });
}

interface Part {
  /** What is the same on both sides where the part is. */
  readonly sum: string;
  readonly rows: number;
  /** Rows that have to be looked at whatever the sum. */
  readonly since: number;
}

type Parts = Map<string, Part>;

/** By the table's number, and then by file and part. */
function partsByTable(lines: readonly string[]): Map<number, Parts> {
  const found = new Map<number, Parts>();
  for (const line of lines) {
    const [index = "", leaf = "", part = "", rows = "", sum = "", since = ""] = line.split("|");
    if (since === "") continue;
    const parts = found.get(Number(index)) ?? new Map<string, Part>();
    found.set(Number(index), parts);
    parts.set(`${leaf}|${part}`, { sum: `${rows} ${sum}`, rows: Number(rows), since: Number(since) });
  }
  return found;
}

const manyRows = 10_000;

function compareParts(now: Parts, then: Parts): Compared {
  const found = new Map<number, bigint[]>();
  let [since, rows] = [0, 0];
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const is = now.get(key);
    since += is?.since ?? 0;
    rows += is?.rows ?? 0;
    if (is !== undefined && is.since === 0 && is.sum === then.get(key)?.sum) continue;
    // A part that holds nothing but what is new has rows on one side only.
    if ((is?.rows ?? 0) + (is?.since ?? 0) + (then.get(key)?.rows ?? 0) === 0) continue;
    const [leaf = "", part = ""] = key.split("|");
    const parts = found.get(Number(leaf)) ?? [];
    found.set(Number(leaf), parts);
    parts.push(BigInt(part));
  }
  return { differing: found, mostlyNew: since > manyRows && since > rows / 4 };
}

/** Lines that the statements print, of both sides at the same time. */
async function both(
  { host, plan, names }: Databases,
  sql: (side: Side) => readonly string[],
): Promise<[now: string[], then: string[]]> {
  // Many small statements are not worth compiling; a few thousand sums are kept in memory.
  const settings = `${contentSettings}SET jit = off;\nSET work_mem = '32MB';\n`;
  const lines = async (side: Side) => {
    const asked = psqlCommand(plan, names[side], `${settings}${sql(side).join("\n")}\n`, {
      variables: { jobs: String(plan.backup.jobs) },
      timeoutSeconds: 4 * 3600,
    });
    return (await host.run(asked)).stdout.split("\n");
  };
  return Promise.all([lines("now"), lines("then")]);
}
