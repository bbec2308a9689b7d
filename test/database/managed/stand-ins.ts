import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "../throwaway-cluster.ts";

const doc = new URL("../../../docs/managed-databases.md", import.meta.url);

/** What a provider's API does to its server, as its superuser: databases, and a snapshot that comes back under the same name. */
const provider = `#!/bin/sh
set -eu
sql() { "$BINARIES/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$SERVER" -p "$PORT" -U "$ADMIN" -d postgres "$@"; }
create() { sql -c "CREATE DATABASE \\"$1\\" OWNER \\"$ROLE\\" TEMPLATE template0 LOCALE 'C.UTF-8'"
  for e in $EXTENSIONS; do "$BINARIES/psql" -X -q -h "$SERVER" -p "$PORT" -U "$ADMIN" -d "$1" -c "CREATE EXTENSION $e"; done; }
delete() { sql -c "DROP DATABASE \\"$1\\" WITH (FORCE)"; }
over() { sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$1'" >/dev/null
  sql -c "CREATE DATABASE \\"$2\\" TEMPLATE \\"$1\\" OWNER \\"$ROLE\\""
  sql -c "GRANT CONNECT ON DATABASE \\"$2\\" TO clinic_app"; }
take() { echo 'taking …'; over clinic "snap_$1"; echo "snap_$1"; }
check() { [ "$(sql -c "SELECT count(*) FROM pg_database WHERE datname = '$1'")" = 1 ]; }
restore() { delete clinic; over "$1" clinic; }
echo "\${0##*/} $*" >> "$CALLS"
case "\${0##*/} $1" in $FAILS) echo 'the provider is busy' >&2; exit 1 ;; esac
`;

const programs: Readonly<Record<string, string>> = {
  yc: 'case "$3" in create) create "$4" ;; delete) delete "$4" ;; esac',
  "neon-snapshot": '"$1" "$2"',
  "selectel-database": '"$1" "$2"',
  "timeweb-database": '"$1" "$3"',
  "timeweb-snapshot": 'case "$1" in take) take backup1 ;; *) "$1" "$3" ;; esac',
};

export interface StandIns {
  /** Folder of the provider's programs, and of the docs' own `use-database`. */
  readonly folder: string;
  /** The service's settings file, which names its database. */
  readonly settings: string;
  /** Where calls of the provider are written down. */
  readonly callsFile: string;
  /** What of the provider was called, in order. */
  calls(): Promise<string[]>;
}

/** Programs of the names that the plans of the docs have. `fails`: calls that the provider refuses. */
export async function makeStandIns(
  cluster: Cluster,
  given: { readonly role: string; readonly extensions: string; readonly fails: readonly string[] },
): Promise<StandIns> {
  const folder = join(cluster.directory, "opt");
  const settings = join(cluster.directory, "env");
  const calls = join(cluster.directory, "calls");
  await mkdir(folder, { recursive: true });
  await writeFile(calls, "");
  await writeFile(settings, "DEBUG=no\nDATABASE_URL=postgres://clinic_app:p@db:5432/clinic?sslmode=require\n");
  const { facts } = cluster;
  const values = {
    BINARIES: facts.binaries,
    SERVER: facts.host,
    PORT: String(facts.port),
    ADMIN: facts.adminUser,
    PGPASSFILE: facts.passfile,
    ROLE: given.role,
    EXTENSIONS: given.extensions,
    CALLS: calls,
    FAILS: given.fails.length === 0 ? "''" : given.fails.map((call) => `'${call}'`).join("|"),
  };
  const head = Object.entries(values).map(([name, value]) => (name === "FAILS" ? "" : `export ${name}='${value}'\n`));
  for (const [name, body] of Object.entries(programs)) {
    const [shebang = "", ...rest] = provider.replace("$FAILS", values.FAILS).split("\n");
    await writeFile(join(folder, name), `${shebang}\n${head.join("")}${rest.join("\n")}${body}\n`, { mode: 0o755 });
  }
  const shown = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(await readFile(doc, "utf8"))?.[1] ?? "";
  const own = shown.replace("set -eu", `set -eu; GOLIVE_SETTINGS='${settings}'`);
  await writeFile(join(folder, "use-database"), own, { mode: 0o755 });
  const called = async () => (await readFile(calls, "utf8")).split("\n").filter((line) => line !== "");
  return { folder, settings, callsFile: calls, calls: called };
}

/** The plans of the docs, by the comment at their head. */
export async function plansOfDocs(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(doc, "utf8");
  const blocks = [...text.matchAll(/```yaml\n# (.*)\n([\s\S]*?)```/g)];
  return new Map(blocks.map(([, name = "", block = ""]) => [name, block]));
}
