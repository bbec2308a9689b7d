import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NightlyProduction } from "../../../packages/rehearsal/try/nightly/production.ts";

/** How a backup that is no text comes about; the steps in this order. */
export interface Recipe {
  /** Statements for a database that the dump is taken of instead; it passes for the service's. */
  readonly make?: readonly string[];
  readonly dump?: readonly string[];
  readonly dumpall?: readonly string[];
  readonly database?: string;
  readonly bytes?: string;
  readonly insert?: { readonly before: string; readonly lines: readonly string[] };
  readonly encoding?: "utf16le";
  /** Major and minor version in the head of pg_dump's custom format. */
  readonly archiveVersion?: readonly [number, number];
  /** Files of a folder that get lost. */
  readonly without?: string;
  readonly pack?: "gzip" | "zstd" | "xz" | "bzip2" | "lz4";
  /** A part of the file, or so many bytes less. */
  readonly cut?: number;
}

/** Makes the backup of a case in a folder: from its text, or by its recipe. Returns its path. */
export async function makeBackup(production: NightlyProduction, from: string, folder: string): Promise<string> {
  const filled = (text: string) => fillIn(text, production);
  const text = await readFile(join(from, "input.sql"), "utf8").catch(() => null);
  const at = join(folder, "backup");
  if (text !== null) {
    await writeFile(at, filled(text));
    return at;
  }
  const recipe = JSON.parse(filled(await readFile(join(from, "recipe.json"), "utf8"))) as Recipe;
  await write(production, recipe, at);
  if (recipe.without !== undefined) execFileSync("find", [at, "-name", recipe.without, "-delete"]);
  if (recipe.dump?.includes("-Fd")) return at;
  await change(recipe, at);
  return at;
}

function fillIn(text: string, { socket, port, admin, data }: NightlyProduction): string {
  const values: Record<string, string> = { SOCKET: socket, PORT: String(port), ADMIN: admin, DATA: data };
  return text.replaceAll(/@(SOCKET|PORT|ADMIN|DATA)@/g, (_, name: string) => values[name] ?? "");
}

async function write(production: NightlyProduction, recipe: Recipe, at: string): Promise<void> {
  if (recipe.bytes !== undefined) return writeFile(at, recipe.bytes);
  if (recipe.dumpall !== undefined) return writeFile(at, await production.as(["pg_dumpall", ...recipe.dumpall]));
  const dump = recipe.dump ?? [];
  // The server's superuser writes it where it may; only then it is the test's.
  const written = join(production.directory, "server", "backup");
  const database = recipe.make === undefined ? (recipe.database ?? production.database) : "psx";
  if (recipe.make !== undefined) {
    await production.sql("CREATE DATABASE psx");
    await production.sql(recipe.make.join(";\n"), database);
  }
  await production.as(["pg_dump", ...dump, "-f", written, database]);
  if (recipe.make !== undefined) await production.sql("DROP DATABASE psx");
  execFileSync("cp", ["-r", written, at]);
  await rm(written, { recursive: true });
  execFileSync("chmod", ["-R", "a+rX", at]);
  if (recipe.make !== undefined) await edit(at, (bytes) => bytes.replaceAll("psx", "psy"));
}

async function change({ insert, encoding, archiveVersion, pack, cut }: Recipe, at: string): Promise<void> {
  if (insert !== undefined) {
    await edit(at, (text) => {
      const [head, ...rest] = text.split(insert.before);
      if (rest.length === 0) throw new Error(`${insert.before} is not in the dump`);
      return [head, [...insert.lines, ""].join("\n"), insert.before, rest.join(insert.before)].join("");
    });
  }
  if (encoding !== undefined) await writeFile(at, Buffer.from(`\ufeff${await readFile(at, "utf8")}`, encoding));
  if (archiveVersion !== undefined) {
    const bytes = await readFile(at);
    bytes.set(archiveVersion, "PGDMP".length);
    await writeFile(at, bytes);
  }
  if (pack !== undefined) await writeFile(at, execFileSync(pack, ["-c", at], { stdio: ["ignore", "pipe", "ignore"] }));
  if (cut !== undefined) {
    const bytes = await readFile(at);
    await writeFile(at, bytes.subarray(0, cut < 0 ? bytes.length + cut : Math.floor(bytes.length * cut)));
  }
}

/** Byte for byte, whatever it holds. */
async function edit(at: string, work: (text: string) => string): Promise<void> {
  await writeFile(at, Buffer.from(work(await readFile(at, "latin1")), "latin1"));
}
