import { backupDump, rollbackDatabase, rollbackWritten } from "../../../journal/steps/steps.ts";
import { script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import { backupsOf } from "../../after/afterwards-record.ts";
import { backupNames, type Ground, type Launched, type Leftover, leftPath, sinceOf, sizesOf } from "./leftover.ts";
import { type Keeping, keepingOf } from "../../../plan/engine/engine.ts";

// What a way back set aside by commands lies in folders beside.
const byCommands = ["data", "state.txt", "manifest.json", "began"];
const notRows = ["dump", "globals.sql", "schema.sql", "source.txt", "manifest.json"];

// The rows that a way back set aside have a line of their own, and stay until that is said.
const removeBackup = `find "$1" -mindepth 1 -maxdepth 1 ! -name written.jsonl ! -name written.jsonl.age -exec rm -rf -- {} + &&
rmdir --ignore-fail-on-non-empty -- "$1" && rm -f -- "$1.tar.age" "$1.tar.age.part" "$1.tar.status"`;

/** Folders of dumps, and in them the rows that a way back set aside. */
export async function leftBackups(ground: Ground): Promise<Leftover[]> {
  const { plan, launches } = ground;
  const made = launches.filter(({ state }) => state.steps.has(backupDump.id));
  const keeping = keepingOf(plan);
  if (keeping === null) return [];
  const folders = made.flatMap((launch) =>
    backupNames(launch).map((name) => ({ name, launch, keeping, path: `${keeping.directory}/${name}` })),
  );
  const found = await Promise.all(folders.flatMap((folder) => [dumpIn(ground, folder), rowsIn(ground, folder)]));
  return found.flat();
}

/** The folder of one backup. */
interface Folder {
  readonly name: string;
  readonly launch: Launched;
  readonly path: string;
  readonly keeping: Keeping;
}

async function dumpIn(ground: Ground, { name, launch, path, keeping }: Folder): Promise<Leftover[]> {
  const { plan, hosts } = ground;
  const host = hosts.get(keeping.host);
  const as = keeping.runAs === undefined ? {} : { user: keeping.runAs };
  const paths = (plan.database.engine === "commands" ? byCommands : notRows).map((file) => `${path}/${file}`);
  const dump = await sizesOf(host, paths, as.user);
  if (dump.length === 0) return [];
  const proved = backupsOf(ground.entries).find((backup) => backup.proved)?.release;
  return [
    {
      id: `backup:${name}`,
      kind: "backup",
      host: host.name,
      what: path,
      release: launch.id,
      since: sinceOf(launch.state, backupDump.id),
      bytes: dump.reduce((sum, { bytes }) => sum + bytes, 0),
      people: true,
      held: launch.id === proved ? t`the newest backup that is proved` : ground.holds(launch.id),
      async remove() {
        await host.run(script(removeBackup, [path], { timeoutSeconds: 3600, ...as }));
      },
    },
  ];
}

async function rowsIn({ hosts, holds }: Ground, { name, launch, path, keeping }: Folder): Promise<Leftover[]> {
  const host = hosts.get(keeping.host);
  const user = keeping.runAs;
  const newer = (rollbackWritten.facts(launch.state).newer ?? []).filter((folder) =>
    folder.startsWith(`${path}-newer-`),
  );
  const rows = await sizesOf(host, [`${path}/written.jsonl`, `${path}/written.jsonl.age`, ...newer], user);
  const since = sinceOf(launch.state, rollbackDatabase.id);
  const said = { kind: "rows", release: launch.id, people: true, held: holds(launch.id), since, user } as const;
  return rows.map((file) => leftPath(host, file, { ...said, id: `rows:${nameOfRows(name, path, file.path)}` }));
}

function nameOfRows(name: string, path: string, file: string): string {
  if (file.startsWith(`${path}-newer-`)) return `${name}${file.slice(path.length)}`;
  return `${name}${file.endsWith(".age") ? ".age" : ""}`;
}
