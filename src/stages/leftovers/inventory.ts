import type { Reach } from "../launch.ts";
import type { Plan } from "../../plan/schema.ts";
import { leftBackups, leftFiles } from "./backups.ts";
import { leftDatabases } from "./databases.ts";
import { holdsOf } from "./holds.ts";
import { type Ground, launchesOf, type Leftover, removePath, sizesOf } from "./leftover.ts";
import { leftReleases } from "./releases.ts";

/** All that launches left behind, the oldest first. Changes nothing. */
export async function leftoversOf(
  plan: Plan,
  { hosts, journal }: Pick<Reach, "hosts" | "journal">,
  now = Date.now(),
): Promise<Leftover[]> {
  const ground = await groundOf(plan, { hosts, journal }, now);
  const found = await Promise.all([
    leftDatabases(ground),
    leftBackups(ground),
    leftFiles(ground),
    leftReleases(ground),
    leftLogs(ground),
  ]);
  return found.flat().toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
}

export async function groundOf(
  plan: Plan,
  { hosts, journal }: Pick<Reach, "hosts" | "journal">,
  now = Date.now(),
): Promise<Ground> {
  const entries = await journal.read();
  const launches = launchesOf(entries);
  return { plan, hosts, entries, launches, holds: holdsOf(plan, launches, now) };
}

/** What failed commands said, whole. */
async function leftLogs({ plan, hosts, launches, holds }: Ground): Promise<Leftover[]> {
  const host = hosts.get(plan.control.host);
  const paths = launches.map(({ id }) => `${plan.control.directory}/logs/${id}`);
  return (await sizesOf(host, paths, undefined)).map(({ path, bytes, changed }) => {
    const release = path.slice(path.lastIndexOf("/") + 1);
    return {
      id: `log:${release}`,
      kind: "log",
      host: host.name,
      what: path,
      release,
      since: launches.find(({ id }) => id === release)?.state.ended?.at ?? changed,
      bytes,
      people: true,
      held: holds(release),
      remove: () => removePath(host, path, undefined),
    };
  });
}
