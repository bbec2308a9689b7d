import { command } from "../../core/command.ts";
import type { Host } from "../../hosts/host.ts";
import type { NewestBackup } from "../../plan/schema/prepare-schema.ts";
import { type DatabasePlan, databaseScript } from "../postgres.ts";

/** A backup as it lies on the host, whatever it is. */
export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was changed last, and what time it is there: seconds since 1970. */
  readonly changed: number;
  readonly now: number;
}

// A backup of pg_dump --format=directory is as old as its table of contents, which is written last.
const lookScript = `now=$(date +%s)
for p; do
  if [ -d "$p" ]; then
    [ -e "$p/toc.dat" ] || continue
    m=$(stat -c %Y -- "$p/toc.dat"); s=$(du -sb -- "$p" | cut -f1)
  else
    m=$(stat -c %Y -- "$p") || continue
    s=$(stat -c %s -- "$p")
  fi
  printf '%s|%s|%s|%s\\n' "$now" "$m" "$s" "$p"
done`;
// $1 the folder, $2 the pattern, $3 how deep it reaches, $4 the script above.
const findScript = `[ -d "$1" ] || { echo "no such folder: $1" >&2; exit 3; }
find "$1" -mindepth "$3" -maxdepth "$3" -path "$2" -print0 | xargs -0 -r sh -c "$4" sh`;

/** The backups that the plan's pattern or command leads to. */
export async function backupsOf(
  host: Host,
  database: DatabasePlan,
  plan: Exclude<NewestBackup, { kind: "pgbackrest" }>,
): Promise<readonly BackupFile[]> {
  if (plan.kind === "command") {
    const [file = "", ...args] = plan.run;
    const { stdout } = await host.run(command(file, args, { timeoutSeconds: 300 }));
    const path = stdout.trim().split("\n").at(-1) ?? "";
    return path.startsWith("/") ? backupsAt(host, database, [path]) : [];
  }
  const parts = plan.pattern.split("/");
  const fixed = parts.findIndex((part) => /[*?[]/.test(part));
  const depth = fixed === -1 ? 1 : parts.length - fixed;
  const folder = parts.slice(0, parts.length - depth).join("/") || "/";
  const values = [folder, plan.pattern, String(depth), lookScript];
  const { stdout } = await host.run(databaseScript(database, findScript, values, { timeoutSeconds: 300 }));
  return filesIn(stdout);
}

/** Those of these paths at which there is one. */
export async function backupsAt(
  host: Host,
  database: DatabasePlan,
  paths: readonly string[],
): Promise<readonly BackupFile[]> {
  const { stdout } = await host.attempt(databaseScript(database, lookScript, paths, { timeoutSeconds: 60 }));
  return filesIn(stdout);
}

function filesIn(stdout: string): BackupFile[] {
  return [...stdout.matchAll(/^(\d+)\|(\d+)\|(\d+)\|(.+)$/gm)].map(([, now, changed, bytes, path]) => ({
    now: Number(now),
    changed: Number(changed),
    bytes: Number(bytes),
    path: path ?? "",
  }));
}
