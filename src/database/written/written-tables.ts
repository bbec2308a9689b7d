import type { Host } from "../../hosts/host.ts";
import { contentSettings } from "../contents/contents-sql.ts";
import { type DatabasePlan, psqlCommand } from "../postgres.ts";
import { placeSql, systemSql } from "./mark.ts";
import { foundSql, tablesSql } from "./tables-sql.ts";

export interface Column {
  readonly name: string;
  /** Quoted, as SQL. */
  readonly sql: string;
  readonly number: number;
  /** With its length or precision, and without. */
  readonly type: string;
  readonly base: string;
  /** Whether the type's own hash tells apart all that its text does. */
  readonly exact: boolean;
  readonly numeric: boolean;
  readonly collated: boolean;
  /**
   * Whether a row that nobody writes to keeps its text: always, as long as the types of the database stay (`typed`: an
   * enum's label may get another name), or not to be known.
   */
  readonly steady: "always" | "typed" | "never";
  /** Made or altered since the mark. */
  readonly altered: boolean;
}

/** A table's file: its own, or that of one of its partitions. */
export interface Leaf {
  readonly oid: string;
  /** To stand behind FROM. */
  readonly sql: string;
  /** Another one once the table was rewritten; null where there is none. */
  readonly file: string | null;
  readonly blocks: number;
  /** Whether it is kept as PostgreSQL itself keeps tables. */
  readonly heap: boolean;
  /** Made, renamed, moved or attached since the mark. */
  readonly altered: boolean;
  /** Of a partition: the numbers of its own columns by their names. */
  readonly numbers: Readonly<Record<string, number>> | null;
}

/** What holds rows: a table, or a partitioned one with all its partitions. */
export interface Table {
  readonly name: string;
  readonly oid: string;
  /** To stand behind FROM. */
  readonly sql: string;
  readonly columns: readonly Column[];
  /** Names of columns whose values no two rows share, the primary key first. */
  readonly keys: readonly (readonly string[])[];
  readonly leaves: readonly Leaf[];
}

/** A database as it is found. */
export interface Found {
  /** Of the server: 15. */
  readonly version: number;
  /** Changes with the database's own types and extensions. */
  readonly types: string;
  /** Whether one of those was made or altered since the mark. */
  readonly typesAltered: boolean;
  readonly tables: readonly Table[];
}

/** Which database of which cluster it is (empty where that cannot be known), and the next transaction id, of 64 bits. */
export async function placeOf(
  host: Host,
  plan: DatabasePlan,
  database: string,
): Promise<{ readonly place: string; readonly next: string }> {
  const sql = `${systemSql}SELECT pg_snapshot_xmax(pg_current_snapshot()), ${placeSql};\n`;
  const { stdout } = await host.run(psqlCommand(plan, database, sql, { timeoutSeconds: 60 }));
  const [next = "", place = ""] = stdout.trim().split("|");
  return { place, next };
}

/** The database as it is; `mark`: the snapshot since which something counts as altered, or null where all does. */
export async function foundIn(host: Host, plan: DatabasePlan, database: string, mark: string | null): Promise<Found> {
  const asked = psqlCommand(plan, database, `${contentSettings}SET jit = off;\n${foundSql(mark)}${tablesSql(mark)}`, {
    variables: { jobs: "0" },
    timeoutSeconds: 300,
  });
  const { stdout } = await host.run(asked);
  const [head = "", ...lines] = stdout.split("\n").filter((line) => line.startsWith("{"));
  return { ...(JSON.parse(head) as Omit<Found, "tables">), tables: lines.map(tableFrom) };
}

type ColumnRow = readonly [name: string, number: number, type: string, base: string, flags: string];

function tableFrom(line: string): Table {
  const { columns, ...table } = JSON.parse(line) as Omit<Table, "columns"> & { columns: readonly ColumnRow[] };
  return { ...table, columns: columns.map(columnFrom) };
}

function columnFrom([name, number, type, base, text]: ColumnRow): Column {
  const flags = text.split(" ");
  return {
    name,
    sql: `"${name.replaceAll('"', '""')}"`,
    number,
    type,
    base,
    exact: flags.includes("exact"),
    numeric: flags.includes("numeric"),
    collated: flags.includes("collated"),
    altered: flags.includes("altered"),
    steady: flags.at(-1) as Column["steady"],
  };
}
