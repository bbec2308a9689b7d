import { textOf } from "./bytes.ts";

const header = /^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/;
/** Settings stand between objects and belong to the order in which these come; the key of a restricted script is random. */
const passing =
  /^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;

/**
 * The text of each object in what `pg_dump --schema-only` writes, as bytes: PostgreSQL itself says what belongs to an
 * object. The owner stands in the header only, where ownership is not dumped, and goes before the text with `ownedBy`.
 */
export function definitionsIn(schema: string, ownedBy = "owner"): ReadonlyMap<string, string> {
  const encoding = /^SET client_encoding = '(\w+)';$/m.exec(schema)?.[1];
  const texts = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of schema.split("\n")) {
    const found = header.exec(line);
    if (found) {
      const [, name = "", type = "", of = "", owner = ""] = found;
      lines = undefined;
      // Filling a view is not its definition.
      if (type === "MATERIALIZED VIEW DATA") continue;
      const key = textOf(`${type} ${of === "-" ? "" : `${of}.`}${name}`, encoding);
      lines = texts.get(key) ?? [];
      lines.push(`${ownedBy} ${owner}`);
      texts.set(key, lines);
    } else if (line !== "" && line !== "--" && !passing.test(line)) lines?.push(line);
  }
  return new Map([...texts].map(([key, parts]) => [key, parts.join("\n")]));
}
