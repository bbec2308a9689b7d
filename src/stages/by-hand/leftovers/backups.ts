import { script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import { filesOf } from "../../../plan/files-layout.ts";
import { folderByDay, type Kept } from "../../../files/keep.ts";
import { backupsOf } from "../../after/afterwards-record.ts";
import { filesStep, givenBackOf } from "../../files/files-record.ts";
import { backupNames, type Ground, type Leftover, removePath, sinceOf, sizesOf } from "./leftover.ts";

const notRows = ["dump", "globals.sql", "schema.sql", "source.txt", "manifest.json"];

// The rows that a way back set aside have a line of their own, and stay until that is said.
const removeBackup = `find "$1" -mindepth 1 -maxdepth 1 ! -name written.jsonl ! -name written.jsonl.age -exec rm -rf -- {} + &&
rmdir --ignore-fail-on-non-empty -- "$1" && rm -f -- "$1.tar.age" "$1.tar.age.part" "$1.tar.status"`;

/** Folders of dumps, and in them the rows that a way back set aside. */
export async function leftBackups(ground: Ground): Promise<Leftover[]> {
  const { plan, hosts, launches } = ground;
  const host = hosts.get(plan.database.host);
  const user = plan.database.runAs;
  const proved = backupsOf(ground.entries).find((backup) => backup.proved)?.release;
  const made = launches.filter(({ state }) => state.steps.has("backup.dump"));
  const folders = made.flatMap((launch) =>
    backupNames(launch).map((name) => ({ name, launch, path: `${plan.database.backup.directory}/${name}` })),
  );
  const found = await Promise.all(
    folders.map(async ({ name, launch, path }): Promise<Leftover[]> => {
      const common = { host: host.name, release: launch.id, people: true };
      const dump = await sizesOf(
        host,
        notRows.map((file) => `${path}/${file}`),
        user,
      );
      const rows = await sizesOf(host, [`${path}/written.jsonl`, `${path}/written.jsonl.age`], user);
      const held = launch.id === proved ? t`the newest backup that is proved` : ground.holds(launch.id);
      const backup: Leftover = {
        ...common,
        id: `backup:${name}`,
        kind: "backup",
        what: path,
        since: sinceOf(launch.state, "backup.dump"),
        bytes: dump.reduce((sum, { bytes }) => sum + bytes, 0),
        held,
        async remove() {
          await host.run({
            ...script(removeBackup, [path], { timeoutSeconds: 3600 }),
            ...(user === undefined ? {} : { user }),
          });
        },
      };
      const asides = rows.map(
        (file): Leftover => ({
          ...common,
          id: `rows:${name}${file.path.endsWith(".age") ? ".age" : ""}`,
          kind: "rows",
          what: file.path,
          since: sinceOf(launch.state, "rollback.database"),
          bytes: file.bytes,
          held: ground.holds(launch.id),
          remove: () => removePath(host, file.path, user),
        }),
      );
      return [...(dump.length > 0 ? [backup] : []), ...asides];
    }),
  );
  return found.flat();
}

/** What was kept of uploaded files, and what a way back set aside of them. */
export async function leftFiles(ground: Ground): Promise<Leftover[]> {
  const { plan, hosts, launches } = ground;
  const found = await Promise.all(
    filesOf(plan).map(async (place): Promise<Leftover[]> => {
      const host = hosts.get(place.host);
      const { user } = place;
      const item = async (
        kind: "files" | "set-aside",
        id: string,
        path: string,
        said: Pick<Leftover, "release" | "held"> & { readonly since?: string },
      ): Promise<Leftover[]> => {
        const [size] = await sizesOf(host, [path], user);
        if (size === undefined) return [];
        return [
          {
            id,
            kind,
            host: host.name,
            what: path,
            since: size.changed,
            bytes: size.bytes,
            people: true,
            ...said,
            remove: () => removePath(host, path, user),
          },
        ];
      };
      const own = await Promise.all(
        launches.map(async (launch) => {
          const kept = launch.state.steps.get(filesStep("backup", place))?.facts.kept as Kept | undefined;
          if (kept === undefined) return [];
          const since = sinceOf(launch.state, filesStep("backup", place));
          const said = { release: launch.id, held: ground.holds(launch.id), since };
          const aside = givenBackOf({ state: () => launch.state }, place)?.aside.folder ?? `${kept.folder}/set-aside`;
          return [
            ...(await item("files", `files:${place.id}:${launch.id}`, `${kept.folder}/tree`, said)),
            ...(await item("set-aside", `set-aside:${place.id}:${launch.id}`, aside, said)),
          ];
        }),
      );
      const rehearsed = launches.some(({ state }) => state.steps.has(filesStep("day-before", place)));
      const underWay = launches.some(({ state }) => state.ended === null);
      const byDay = rehearsed
        ? await item("files", `files:${place.id}:by-day`, folderByDay(place), {
            release: null,
            held: underWay ? t`a launch is under way, and may use it` : null,
          })
        : [];
      return [...own.flat(), ...byDay];
    }),
  );
  return found.flat();
}
