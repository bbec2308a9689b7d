import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../production/processes/run.ts";
import { psql } from "../../../production/servers/psql.ts";
import type { Cluster } from "../cluster.ts";

const placeholder = "the_database";

/** What pg_dump writes of a database, its own name replaced and the rows of each table sorted. Bytes are kept one by one. */
export async function plainDump({ facts }: Pick<Cluster, "facts">, database: string): Promise<string> {
  const { host, port, adminUser, passfile, binaries } = facts;
  const connection = ["--host", host, "--port", String(port), "--username", adminUser, "--no-password"];
  const text = await withFile(async (file) => {
    await run(join(binaries, "pg_dump"), ["--create", "--file", file, ...connection, database], {
      env: { PGPASSFILE: passfile, PGTZ: "UTC" },
    });
    return readFile(file, "latin1");
  });
  return named(rowsSorted(text.split("\n").filter((line) => !isRestriction.test(line))), database, placeholder);
}

/** The key of a restricted script is random. */
const isRestriction = /^\\(?:un)?restrict /;

/** Lets such a dump make a database of this name. */
export async function runDump({ facts }: Pick<Cluster, "facts">, dump: string, database: string): Promise<void> {
  await withFile(async (file) => {
    await writeFile(file, named(dump.split("\n"), placeholder, database), "latin1");
    await psql(facts, `\\i ${file}\n`, "postgres");
  });
}

async function withFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), "golive-look-"));
  try {
    return await use(join(directory, "dump.sql"));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
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
const naming = new RegExp(
  `^(?:${[
    "(?:CREATE|ALTER|COMMENT ON|SECURITY LABEL .* ON) DATABASE ",
    "ALTER ROLE .* IN DATABASE ",
    "\\\\connect ",
    "-- Name: ",
    "(?:REVOKE|GRANT) .* ON DATABASE ",
  ].join("|")})`,
);

function named(lines: readonly string[], from: string, to: string): string {
  const name = new RegExp(`\\b${from}\\b`, "g");
  return lines.map((line) => (naming.test(line) ? line.replaceAll(name, to) : line)).join("\n");
}
