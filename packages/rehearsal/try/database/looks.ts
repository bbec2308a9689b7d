import { psql } from "../../production/servers/psql.ts";
import type { Cluster } from "./cluster.ts";
import { attachedSql } from "./looks/attached.ts";
import { rowsOfCatalogsSql } from "./looks/catalogs.ts";
import { definitionsSql } from "./looks/definitions.ts";
import { ofDatabaseSql } from "./looks/of-database.ts";
import { plainDump, runDump } from "./looks/plain-dump.ts";

/** What pg_dump itself and the catalogs say of a database, with nothing of golive's in between. */
export interface Seen {
  /** Plain SQL that makes the database and all it holds, byte for byte; rows of a table in their own order. */
  readonly dump: string;
  /** Rows of the catalogs, names in the place of numbers, what is attached to them, and what else no dump says. */
  readonly rows: string;
  /** What PostgreSQL writes of each object; it may write an expression otherwise once it was dumped. */
  readonly definitions: string;
}

export async function see(cluster: Pick<Cluster, "facts">, database: string): Promise<Seen> {
  const ask = async (sql: string) => sortedLines(await psql(cluster.facts, sql, database));
  const [dump, rows, definitions] = await Promise.all([
    plainDump(cluster, database),
    ask(`${settings}${ofDatabaseSql}${attachedSql}${rowsOfCatalogsSql}`),
    ask(`${settings}${definitionsSql}`),
  ]);
  return { dump, rows, definitions };
}

/** The same in every look: how values are written, and that every name has its schema. */
const settings = "SET search_path = ''; SET TimeZone = 'UTC'; SET client_min_messages = error;\n";

function sortedLines(text: string): string {
  return text.split("\n").toSorted().join("\n");
}

/** Whether two databases of any names are one by all that is seen of them. */
export function alike(one: Seen, other: Seen): boolean {
  return differences(one, other).length === 0;
}

/** Lines that only one of two databases has, `<` and `>` before them; empty where they are one. */
export function differences(one: Seen, other: Seen): string[] {
  return (["dump", "rows", "definitions"] as const).flatMap((part) => {
    if (one[part] === other[part]) return [];
    const [mine, others] = [one[part].split("\n"), other[part].split("\n")];
    const [had, have] = [new Set(mine), new Set(others)];
    const apart = [
      ...mine.filter((line) => !have.has(line)).map((line) => `< ${line}`),
      ...others.filter((line) => !had.has(line)).map((line) => `> ${line}`),
    ];
    return apart.length > 0 ? apart : [`the same lines of the ${part} in another order or number`];
  });
}

/** Makes a database of this name by a dump's own word, and returns what is seen of it. */
export async function nextGeneration(cluster: Pick<Cluster, "facts">, { dump }: Seen, database: string): Promise<Seen> {
  await runDump(cluster, dump, database);
  return see(cluster, database);
}
