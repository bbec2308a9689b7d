import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../production/processes/run.ts";
import type { Cluster } from "../cluster.ts";

const placeholder = "the_database";

/** What pg_dump writes of a database, its own name replaced and the rows of each table sorted. Bytes are kept one by one. */
export async function plainDump({ facts, directory }: Cluster, database: string): Promise<string> {
  const { host, port, adminUser, passfile, binaries } = facts;
  const file = join(directory, `${database}.look.sql`);
  const connection = ["--host", host, "--port", String(port), "--username", adminUser, "--no-password"];
  await run(join(binaries, "pg_dump"), ["--create", "--file", file, ...connection, database], {
    env: { PGPASSFILE: passfile, PGTZ: "UTC" },
  });
  const text = await readFile(file, "latin1");
  await rm(file);
  return named(rowsSorted(text.split("\n").filter((line) => !isRestriction.test(line))), database, placeholder);
}

/** The key of a restricted script is random. */
const isRestriction = /^\\(?:un)?restrict /;

export async function writeDump(file: string, text: string): Promise<void> {
  await writeFile(file, text, "latin1");
}

/** A dump that makes a database of this name. */
export function renamed(dump: string, database: string): string {
  return named(dump.split("\n"), placeholder, database);
}

/** A restore may lay rows down in another order. */
function rowsSorted(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let rows: string[] | null = null;
  for (const line of lines) {
    if (rows !== null && line !== "\\.") {
      rows.push(line);
      continue;
    }
    if (rows !== null) whole.push(...rows.toSorted());
    whole.push(line);
    rows = rows === null && isCopy.test(line) ? [] : null;
  }
  return [...whole, ...(rows ?? [])];
}

const isCopy = /^COPY .* FROM stdin;$/;

/** The lines of a dump that name the database itself. */
const naming =
  /^(?:(?:CREATE|ALTER|COMMENT ON|SECURITY LABEL .* ON) DATABASE |ALTER ROLE .* IN DATABASE |\\connect |-- Name: |(?:REVOKE|GRANT) .* ON DATABASE )/;

function named(lines: readonly string[], from: string, to: string): string {
  const name = new RegExp(`\\b${from}\\b`, "g");
  return lines.map((line) => (naming.test(line) ? line.replaceAll(name, to) : line)).join("\n");
}
