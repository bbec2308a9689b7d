import type { Problem } from "../../core/errors.ts";
import { showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DatabasePlan } from "../postgres.ts";
import type { DatabaseFacts } from "./facts.ts";
import { dataDirectory, type Free, freeAt, heldLog, type Place, placesOf } from "./places.ts";

type Purpose = "dump" | "proof" | "copy" | "log";

/** Room for one purpose in one folder. */
interface Need {
  readonly purpose: Purpose;
  readonly label: string;
  readonly path: string;
  readonly bytes: number;
  /** Null where the folder is not on this host. */
  readonly disk: Free | null;
}

interface Room {
  readonly text: string;
  readonly problem: Problem | null;
}

/** What a clone takes beyond its size, as a part of it: its write-ahead log, and what changes while it is there. */
const cloneGrowth = 0.2;

/**
 * Room for the dump, for the database put back from it beside itself and, with `copy`, for the rollback copy: one sum
 * for each file system. `elsewhere`: the server of the plan has no such database yet.
 */
export async function spaceProblems(
  host: Host,
  plan: DatabasePlan,
  { bytes, serverVersion }: DatabaseFacts,
  { copy, elsewhere = false }: { readonly copy: boolean; readonly elsewhere?: boolean } = { copy: false },
): Promise<{ problems: Problem[]; note: string }> {
  const places = elsewhere ? await dataDirectory(host, plan, bytes) : await placesOf(host, plan, bytes);
  const needs = [await dumpNeed(host, plan, bytes)];
  const unseen: string[] = [];
  const how = copyOf(copy, serverVersion);
  for (const found of await Promise.all(places.map((place) => needsBeside(host, plan, place, how)))) {
    if (found.some(({ disk }) => disk === null)) unseen.push(unseenText(found));
    else needs.push(...found);
  }
  if (!elsewhere) needs.push(...(await logNeed(host, plan, bytes)));
  const devices = [...new Set(needs.map(deviceOf))];
  const rooms = devices.map((device) =>
    roomFor(
      host,
      plan,
      needs.filter((need) => deviceOf(need) === device),
    ),
  );
  const elsewhereKept = places.flatMap(({ tablespace, path, bytes: kept }) =>
    tablespace === null ? [] : [t`tablespace ${tablespace} holds ${showSize(kept)} of it at ${path}`],
  );
  const notes = [...rooms.map(({ text }) => text), ...unseen, ...elsewhereKept];
  return { problems: rooms.flatMap(({ problem }) => problem ?? []), note: notes.join("; ") };
}

const deviceOf = ({ disk }: Need) => disk?.device ?? "";

/** Before it is made, a dump is taken to be as large as the database: compressed it is smaller, text it may be larger. */
async function dumpNeed(host: Host, plan: DatabasePlan, bytes: number): Promise<Need> {
  const path = plan.backup.directory;
  return { purpose: "dump", label: t`the dump`, path, bytes, disk: await freeAt(host, plan, path, { climb: true }) };
}

type CopyWay = "none" | "copied" | "sharing";

function copyOf(wanted: boolean, serverVersion: string): CopyWay {
  if (!wanted) return "none";
  return Number.parseInt(serverVersion, 10) >= 18 ? "sharing" : "copied";
}

/** What is made beside the database, in one of the places where it lies. */
async function needsBeside(
  host: Host,
  plan: DatabasePlan,
  { tablespace, path, bytes }: Place,
  copy: CopyWay,
): Promise<Need[]> {
  const at = { path: path ?? "", disk: path === null ? null : await freeAt(host, plan, path, { climb: false }) };
  const part = tablespace === null ? "" : t` in tablespace ${tablespace}`;
  const proof: Need = { purpose: "proof", label: t`the restored proof${part}`, bytes, ...at };
  if (copy === "none") return [proof];
  // From 18 on PostgreSQL clones by sharing blocks; of another file system the files are copied.
  const grown = Math.ceil(bytes * (copy === "sharing" && at.disk?.shares === true ? cloneGrowth : 1 + cloneGrowth));
  return [proof, { purpose: "copy", label: t`the rollback copy${part}`, bytes: grown, ...at }];
}

/** A restore writes the database once more to the write-ahead log. A clone by copied files does not. */
async function logNeed(host: Host, plan: DatabasePlan, bytes: number): Promise<Need[]> {
  const held = await heldLog(host, plan);
  const disk = held?.path == null ? null : await freeAt(host, plan, held.path, { climb: false });
  if (held === null || disk === null) return [];
  return [{ purpose: "log", label: t`the write-ahead log that ${held.by} holds`, path: held.path ?? "", bytes, disk }];
}

function unseenText(needs: readonly Need[]): string {
  const labels = needs.map(({ label }) => label).join(t` and `);
  const path = needs[0]?.path ?? "";
  return t`room for ${labels} could not be looked at${path === "" ? "" : ` (${path})`}`;
}

/** Whether one file system has room for all that is to lie on it. */
function roomFor(host: Host, plan: DatabasePlan, group: readonly Need[]): Room {
  const least = plan.backup.leastFree * 1024 * 1024;
  const needed = group.reduce((sum, { bytes }) => sum + bytes, least);
  const available = group[0]?.disk?.bytes ?? 0;
  const purposes = listed(group.map(({ label, bytes }) => `${label} (${showSize(bytes)})`));
  const text = t`${showSize(available)} free for ${purposes}, ${showSize(needed)} needed`;
  if (available >= needed) return { text, problem: null };
  const paths = [...new Set(group.map(({ path }) => path))];
  const reserve = least > 0 ? t` with ${showSize(least)} to stay free` : "";
  return {
    text,
    problem: {
      code: "db-no-room",
      what: `${text}${reserve}`,
      where: `${host.name}:${paths.join(", ")}`,
      mend: waysOut(plan, group, paths).join(t`, or `),
    },
  };
}

function listed(parts: readonly string[]): string | undefined {
  return parts.length > 1 ? t`${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
}

function waysOut(plan: DatabasePlan, group: readonly Need[], paths: readonly string[]): string[] {
  const ways = [t`make room`];
  if (paths.includes(plan.backup.directory)) ways.push(t`choose another database.backup.directory`);
  if (group.some(({ purpose }) => purpose === "log")) ways.push(t`drop the slot or mend archive_command`);
  if (group.some(({ purpose }) => purpose === "copy"))
    ways.push(t`do without the rollback copy (database.backup.copy: false)`);
  return ways;
}
