import type { Host } from "../../../hosts/host.ts";
import type { Hosts } from "../../../hosts/open-hosts.ts";
import type { Entry } from "../../../journal/event.ts";
import { type LaunchState, stateOf } from "../../../journal/state.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { sizeOfEach } from "./scripts.ts";

export type LeftoverKind =
  | "database"
  | "backup"
  | "rows"
  | "files"
  | "set-aside"
  | "release"
  | "beside"
  | "trial"
  | "log"
  | "plan";

/** Something that a launch left behind. Each is on record in the journal, or bears a mark of golive's own. */
export interface Leftover {
  /** What people say to remove it: `database:clinic_failed_v2-7`. */
  readonly id: string;
  readonly kind: LeftoverKind;
  readonly host: string;
  /** Path, or name of a database. */
  readonly what: string;
  /** The launch that left it; null when that cannot be told. */
  readonly release: string | null;
  /** ISO 8601. */
  readonly since: string;
  readonly bytes: number;
  /** Whether people's data is in it. */
  readonly people: boolean;
  /** Why it stays whatever anyone says; null when it may go. */
  readonly held: string | null;
  remove(): Promise<void>;
}

export interface Launched {
  readonly id: string;
  readonly state: LaunchState;
}

/** What everything is looked up in. */
export interface Ground {
  readonly plan: Plan;
  readonly hosts: Hosts;
  readonly entries: readonly Entry[];
  /** Launches on record, the oldest first. */
  readonly launches: readonly Launched[];
  /** Why what a launch left stays, as far as it is its way back; null when it may go. */
  holds(release: string): string | null;
}

export function launchesOf(entries: readonly Entry[]): Ground["launches"] {
  const ids = [...new Set(entries.flatMap((entry) => (entry.kind === "opened" ? [entry.release] : [])))];
  return ids.map((id) => ({ id, state: stateOf(entries, id) }));
}

/** When a step was begun, or ended; the release's own beginning where that is not on record. */
export function sinceOf(state: LaunchState, step: string): string {
  const found = state.steps.get(step);
  return found?.endedAt ?? found?.startedAt ?? state.ended?.at ?? new Date(0).toISOString();
}

/** The folder names that backups of a launch have: one made anew has a number. */
export function backupNames({ id, state }: Launched): string[] {
  return [id, ...Array.from({ length: state.reopened }, (_, index) => `${id}-${index + 2}`)];
}

export interface Sized {
  readonly path: string;
  readonly bytes: number;
  /** ISO 8601, of its last change. */
  readonly changed: string;
}

/** Those of the paths that are there. */
export async function sizesOf(host: Host, paths: readonly string[], user: string | undefined): Promise<Sized[]> {
  if (paths.length === 0) return [];
  const { stdout } = await host.run({
    file: "sh",
    args: ["-c", sizeOfEach, "sh", ...paths],
    timeoutSeconds: 1800,
    label: "du",
    ...(user === undefined ? {} : { user }),
  });
  return stdout.split("\n").flatMap((line) => {
    const [index = "", bytes = "0", seconds = "0"] = line.split(" ");
    const path = paths[Number(index)];
    if (index === "" || path === undefined) return [];
    return [{ path, bytes: Number(bytes), changed: new Date(Number(seconds) * 1000).toISOString() }];
  });
}

/** A path that a launch left, with what is known of it; since its last change, unless more is known. */
export function leftPath(
  host: Host,
  { path, bytes, changed }: Sized,
  {
    user,
    ...said
  }: Pick<Leftover, "id" | "kind" | "release" | "people" | "held"> & {
    readonly since?: string | undefined;
    readonly user: string | undefined;
  },
): Leftover {
  return {
    ...said,
    host: host.name,
    what: path,
    since: said.since ?? changed,
    bytes,
    remove: () => removePath(host, path, user),
  };
}

/** Removes a folder or a file of that user's, and nothing when it is gone already. */
export async function removePath(host: Host, path: string, user: string | undefined): Promise<void> {
  await host.run({
    file: "rm",
    args: ["-rf", "--", path],
    timeoutSeconds: 4 * 3600,
    ...(user === undefined ? {} : { user }),
  });
}
