// `permissions:` of a job. Down a chain of called workflows they only shrink.

import { type Token, entries, literal, refuse } from "./read-token.ts";
import type { Permissions } from "../workflow-run.ts";

type Level = "read" | "write" | "none";

const rank: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** What the job gets: what it asks for, if the caller has that to give; what the caller has, if it asks for nothing. */
export function narrowPermissions(ceiling: Permissions, asked: Token | undefined, job: string): Permissions {
  if (asked === undefined) return ceiling;
  const wanted = readPermissions(asked);
  if (ceiling === undefined || wanted === undefined) return wanted;
  const names = typeof wanted === "string" ? ["all scopes"] : Object.keys(wanted);
  for (const name of names) {
    const level = levelOf(wanted, name);
    const limit = typeof wanted === "string" && typeof ceiling !== "string" ? "none" : levelOf(ceiling, name);
    if (rank[level] > rank[limit])
      refuse(
        asked,
        `the nested job '${job}' is requesting '${name}: ${level}', but is only allowed '${name}: ${limit}'`,
      );
  }
  return wanted;
}

function readPermissions(token: Token): Permissions {
  const all = literal(token);
  if (all === "read-all" || all === "write-all") return all;
  return Object.fromEntries(entries(token).map(([name, level]) => [name, (literal(level) ?? "none") as Level]));
}

function levelOf(permissions: Exclude<Permissions, undefined>, name: string): Level {
  if (typeof permissions === "string") return permissions === "read-all" ? "read" : "write";
  return permissions[name] ?? "none";
}
