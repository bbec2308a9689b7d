import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";

export interface Tools {
  readonly missing: readonly string[];
  /** Major version of each that is there. */
  readonly versions: ReadonlyMap<string, number>;
}

// A line for each program that is named: its name and version, or its name alone.
const toolsScript = `for p; do
  v=$("$p" --version 2>/dev/null) && echo "\${p##*/}|\${v#*) }" || echo "\${p##*/}|"
done`;

export async function toolsOf(host: Host, plan: DatabasePlan): Promise<Tools> {
  const files = ["psql", "pg_dump", "pg_restore"].map((name) =>
    plan.programs === undefined ? name : `${plan.programs}/${name}`,
  );
  const { stdout } = await host.attempt(databaseScript(plan, toolsScript, files, { timeoutSeconds: 60 }));
  const found = [...stdout.matchAll(/^(\w+)\|(\d*)/gm)].map(([, name = "", version = ""]) => ({ name, version }));
  return {
    missing: found.flatMap(({ name, version }) => (version === "" ? [name] : [])),
    versions: new Map(found.flatMap(({ name, version }) => (version === "" ? [] : [[name, Number(version)] as const]))),
  };
}

/**
 * Whether pg_dump and pg_restore of a major version go with a server of another: an older pg_dump refuses, and from 17
 * on pg_restore begins with a setting that servers before 17 do not know. Tried with servers from 13 on.
 */
function serves(client: number, server: number): boolean {
  if (client === server) return true;
  return client > server && server >= 13 && (client < 17 || server >= 17);
}

/**
 * A newer pg_restore may say things an older server does not know; an older pg_dump refuses. `serverNumber` as PostgreSQL
 * counts its versions (160004), null when it is not known.
 */
export function toolProblems({ missing, versions }: Tools, serverNumber: number | null): Problem[] {
  if (missing.length > 0)
    return [
      {
        code: "db-tools-missing",
        what: t`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
        mend: t`install the PostgreSQL client programs there, or name their folder in database.programs`,
      },
    ];
  if (serverNumber === null) return [];
  const major = Math.floor(serverNumber / 10000);
  const others = ["pg_dump", "pg_restore"].filter((name) => !serves(versions.get(name) ?? major, major));
  // What a newer pg_dump wrote, an older pg_restore does not read.
  if ((versions.get("pg_restore") ?? major) < (versions.get("pg_dump") ?? major)) others.push("pg_restore");
  if (others.length === 0) return [];
  const theirs = [...new Set(others)].map((name) => t`${name} is of version ${versions.get(name)}`).join(", ");
  return [
    {
      code: "db-version-mismatch",
      what: t`${theirs}, the server of ${major}`,
      mend: t`install postgresql-client-${major} there and name its folder in database.programs (Debian: /usr/lib/postgresql/${major}/bin)`,
    },
  ];
}
