import type { Connections } from "../../launch/connect/connect.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { ifPostgresql, keepingOf } from "../../../plan/engine/engine.ts";
import { readerOf } from "../../day-before/scratch.ts";
import { leftBackups } from "./backups.ts";
import { leftDatabases } from "./databases.ts";
import { leftFiles } from "./files.ts";
import { heldUnderWay, holdsOf } from "./holds.ts";
import { type Ground, launchesOf, type Leftover, leftPath, sizesOf } from "./leftover.ts";
import { leftReleases } from "./releases.ts";

/** All that launches left behind, the oldest first. Changes nothing. */
export async function leftoversOf(
  plan: Plan,
  { hosts, journal }: Pick<Connections, "hosts" | "journal">,
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
  return found.flat().toSorted((a, b) => inOrder(a.since, b.since) || inOrder(a.id, b.id));
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export async function groundOf(
  plan: Plan,
  { hosts, journal }: Pick<Connections, "hosts" | "journal">,
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
  return sized.flatMap((one) => {
    const launch = launches.find(({ id }) => one.path === pathOf(id));
    if (launch === undefined) return [];
    const { id: release, state } = launch;
    const said = { id: `${kind}:${release}`, kind, release, people: true, held: holds(release) };
    return [leftPath(host, one, { ...said, since: state.ended?.at, user: undefined })];
  });
}

/** The dump of a day before whose run was lost. A launch under way may be at it. */
async function leftByDay({ plan, hosts, launches }: Ground): Promise<Leftover[]> {
  if (!launches.some(({ state }) => [...state.steps.keys()].some((id) => id.startsWith("day-before.")))) return [];
  const place = placeOfTrial({ plan, hosts });
  if (place === null) return [];
  const { host, directory, user } = place;
  const id = `trial:${host.name}:.day-before`;
  const held = heldUnderWay(launches);
  const sized = await sizesOf(host, [`${directory}/.day-before`], user);
  return sized.map((one) => leftPath(host, one, { id, kind: "trial", release: null, people: true, held, user }));
}

/** Where the day before puts a backup; null where no database is backed up. */
function placeOfTrial({ plan, hosts }: Pick<Ground, "plan" | "hosts">) {
  if (ifPostgresql(plan) !== undefined) {
    const { host, database } = readerOf({ plan, hosts });
    return { host, directory: database.backup.directory, user: database.runAs };
  }
  const keeping = keepingOf(plan);
  if (keeping === null) return null;
  return { host: hosts.get(keeping.host), directory: keeping.directory, user: keeping.runAs };
}
