import { t } from "../../core/text/text.ts";
import type { NewMigration } from "../kind.ts";

/** What a .sql file does to data that is there, by its statements; of any other file nobody can tell until it runs. */
export function readSql(path: string, text: string): NewMigration {
  const name = path.split("/").slice(-2).join("/");
  if (!path.endsWith(".sql")) return { name, drops: [], rewrites: [t`not read`] };
  const code = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
    .replaceAll(/--.*$/gm, " ")
    .replaceAll(/'(?:[^']|'')*'/g, "''");
  const named = (pattern: RegExp) => [
    ...new Set([...code.matchAll(pattern)].map(([words]) => words.replaceAll(/\s+/g, " ").toUpperCase())),
  ];
  return {
    name,
    drops: named(/\bDROP\s+(?:TABLE|COLUMN|SCHEMA|TYPE|VIEW|MATERIALIZED\s+VIEW)\b|\bTRUNCATE\b|\bDELETE\s+FROM\b/gi),
    rewrites: named(
      /\bUPDATE\b(?=\s+\S+\s+SET\b)|\bALTER\s+COLUMN\b|\bRENAME\b(?=\s+(?:TO|COLUMN)\b)|\bSET\s+DATA\s+TYPE\b|\bDO\b(?=\s+\$)/gi,
    ),
  };
}
