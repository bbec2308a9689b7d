import { createHash } from "node:crypto";
import { t } from "../../core/text/text.ts";
import { differing } from "./contents.ts";

/** What of an object is kept in the manifest: hashes of its definition, as PostgreSQL writes it and reduced. */
export interface Definition {
  readonly exact: string;
  readonly reduced: string;
}

/** Every object of a schema by type and name: tables, constraints, indexes, views, functions, grants, comments … */
export type Objects = Readonly<Record<string, Definition>>;

const header = /^-- Name: (.*); Type: ([A-Z ]+); Schema: (.*?); Owner: ?(.*?)(?:; Tablespace: .*)?$/;
/** Settings stand between objects and belong to the order in which these come; the key of a restricted script is random. */
const passing =
  /^(?:-- PostgreSQL database dump complete$|SET [a-z_]+ = |SELECT pg_catalog\.set_config\('search_path'|\\(?:un)?restrict )/;

/** Reads what `pg_dump --schema-only` writes: PostgreSQL itself says what belongs to an object. */
export function parseObjects(text: string): Objects {
  const texts = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split("\n")) {
    const found = header.exec(line);
    if (found) {
      const [, name = "", type = "", schema = "", owner = ""] = found;
      lines = undefined;
      // Filling a view is not its definition.
      if (type === "MATERIALIZED VIEW DATA") continue;
      const key = `${type} ${schema === "-" ? "" : `${schema}.`}${name}`;
      lines = texts.get(key) ?? [];
      // The owner stands in the header only, where ownership is not dumped.
      lines.push(t`owner ${owner}`);
      texts.set(key, lines);
    } else if (line !== "" && line !== "--" && !passing.test(line)) lines?.push(line);
  }
  return Object.fromEntries(
    [...texts].map(([key, parts]) => [
      key,
      { exact: hash(parts.join("\n")), reduced: hash(reduced(parts.join("\n"))) },
    ]),
  );
}

const withExpressions =
  /^(?:TABLE|CONSTRAINT|CHECK CONSTRAINT|INDEX|VIEW|MATERIALIZED VIEW|DEFAULT|POLICY|RULE|TRIGGER|DOMAIN) /;

/**
 * PostgreSQL writes some expressions otherwise after a restore, with the casts of `IN ('a', 'b')` on a varchar moved
 * inwards: parentheses, casts and blanks are left out for a second look at objects that hold expressions.
 */
function reduced(text: string): string {
  return text
    .replaceAll(
      /::(?:"[^"]+"|[a-z_]+(?: varying| precision| with(?:out)? time zone)?)(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,
      "",
    )
    .replaceAll(/[()\s]/g, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** What differs, a line each: `CONSTRAINT public.clients clients_pkey is missing`. */
export function compareObjects(source: Objects, copy: Objects): string[] {
  return differing(source, copy, (name, want, have) => {
    if (have === undefined) return t`${name} is missing`;
    if (want === undefined) return t`${name} should not be there`;
    return want.exact === have.exact || (withExpressions.test(name) && want.reduced === have.reduced)
      ? null
      : t`${name} is defined otherwise`;
  });
}
