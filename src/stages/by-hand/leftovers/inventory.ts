import { t } from "../../../core/text/text.ts";
import type { Reach } from "../../launch/launch.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { readerOf } from "../../day-before/scratch.ts";
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
    leftRecords("log", ground),
    leftRecords("plan", ground),
    leftByDay(ground),
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

/** What the record has beside the journal: what failed commands said, whole, and the plan of each launch. */
async function leftRecords(kind: "log" | "plan", { plan, hosts, launches, holds }: Ground): Promise<Leftover[]> {
  const host = hosts.get(plan.control.host);
  const { directory } = plan.control;
  const pathOf = (id: string) => (kind === "log" ? `${directory}/logs/${id}` : `${directory}/plans/${id}.yml`);
  const sized = await sizesOf(
    host,
    launches.map(({ id }) => pathOf(id)),
    undefined,
  );
  return sized.flatMap(({ path, bytes, changed }) => {
    const launch = launches.find(({ id }) => path === pathOf(id));
    if (launch === undefined) return [];
    return [
      {
        id: `${kind}:${launch.id}`,
        kind,
        host: host.name,
        what: path,
        release: launch.id,
        since: launch.state.ended?.at ?? changed,
        bytes,
        people: true,
        held: holds(launch.id),
        remove: () => removePath(host, path, undefined),
      },
    ];
  });
}

/** The dump of a day before whose run was lost. A launch under way may be at it. */
async function leftByDay({ plan, hosts, launches }: Ground): Promise<Leftover[]> {
  if (!launches.some(({ state }) => [...state.steps.keys()].some((id) => id.startsWith("day-before.")))) return [];
  const { host, database } = readerOf({ plan, hosts });
  const user = database.runAs;
  const underWay = launches.some(({ state }) => state.ended === null);
  return (await sizesOf(host, [`${database.backup.directory}/.day-before`], user)).map(({ path, bytes, changed }) => ({
    id: `trial:${host.name}:.day-before`,
    kind: "trial",
    host: host.name,
    what: path,
    release: null,
    since: changed,
    bytes,
    people: true,
    held: underWay ? t`a launch is under way, and may use it` : null,
    remove: () => removePath(host, path, user),
  }));
}
