import { textOf } from "./bytes.ts";

const header = /^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: (.*))?$/;
/** Settings stand between objects and belong to the order in which these come; the key of a restricted script is random. */
const passing =
  /^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;

/** How tables that follow keep their rows. */
const accessMethod = /^SET default_table_access_method = (.*);$/;
const keepsRows: ReadonlySet<string> = new Set(["TABLE", "MATERIALIZED VIEW"]);

export interface Reading {
  /** What stands before the owner, in the language that an earlier golive spoke. */
  readonly ownedBy?: string;
  /** Whether it counts where and how an object is kept, at which earlier versions did not look. */
  readonly kept?: boolean;
}

/**
 * The text of each object in what `pg_dump --schema-only` writes, as bytes: PostgreSQL itself says what belongs to an
 * object. The owner stands in the header only, where ownership is not dumped, and goes before the text.
 */
export function definitionsIn(
  schema: string,
  { ownedBy = "owner", kept = true }: Reading = {},
): ReadonlyMap<string, string> {
  const encoding = /^SET client_encoding = '(\w+)';$/m.exec(schema)?.[1];
  const texts = new Map<string, string[]>();
  let lines: string[] | undefined;
  let method = "";
  for (const line of schema.split("\n")) {
    const found = header.exec(line);
    if (found === null) {
      method = accessMethod.exec(line)?.[1] ?? method;
      if (!isPassing(line)) lines?.push(line);
      continue;
    }
    const [, name = "", type = "", of = "", owner = "", tablespace = ""] = found;
    lines = undefined;
    // Filling a view is not its definition.
    if (type === "MATERIALIZED VIEW DATA") continue;
    const key = textOf(`${type} ${of === "-" ? "" : `${of}.`}${name}`, encoding);
    lines = texts.get(key) ?? [];
    lines.push(`${ownedBy} ${owner}`, ...(kept ? keeping(type, tablespace, method) : []));
    texts.set(key, lines);
  }
  return new Map([...texts].map(([key, parts]) => [key, parts.join("\n")]));
}

const isPassing = (line: string) => line === "" || line === "--" || passing.test(line);

/** Where an object is kept, and how its rows are. */
function keeping(type: string, tablespace: string, method: string): string[] {
  return [
    ...(tablespace === "" ? [] : [`tablespace ${tablespace}`]),
    ...(keepsRows.has(type) ? [`method ${method}`] : []),
  ];
}
