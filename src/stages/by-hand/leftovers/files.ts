import { folderByDay, type Kept } from "../../../files/keep.ts";
import { filesOf, type Place } from "../../../plan/files-layout.ts";
import { filesStep, givenBackOf } from "../../files/files-record.ts";
import { heldUnderWay } from "./holds.ts";
import { type Ground, type Launched, type Leftover, leftPath, sinceOf, sizesOf } from "./leftover.ts";

/** What was kept of uploaded files, and what a way back set aside of them. */
export async function leftFiles(ground: Ground): Promise<Leftover[]> {
  const found = await Promise.all(
    filesOf(ground.plan).map(async (place) => {
      const own = await Promise.all(ground.launches.map((launch) => ofLaunch(ground, place, launch)));
      return [...own.flat(), ...(await byDay(ground, place))];
    }),
  );
  return found.flat();
}

async function ofLaunch(ground: Ground, place: Place, { id: release, state }: Launched): Promise<Leftover[]> {
  const step = filesStep("backup", place);
  const kept = state.steps.get(step)?.facts.kept as Kept | undefined;
  if (kept === undefined) return [];
  const said = { release, held: ground.holds(release), since: sinceOf(state, step) };
  const aside = givenBackOf({ state: () => state }, place)?.aside.folder ?? `${kept.folder}/set-aside`;
  const own = `${place.id}:${release}`;
  return [
    ...(await item(ground, place, `${kept.folder}/tree`, { id: `files:${own}`, kind: "files", ...said })),
    ...(await item(ground, place, aside, { id: `set-aside:${own}`, kind: "set-aside", ...said })),
  ];
}

/** Of a rehearsal by day, which belongs to no launch. */
async function byDay(ground: Ground, place: Place): Promise<Leftover[]> {
  const step = filesStep("day-before", place);
  if (!ground.launches.some(({ state }) => state.steps.has(step))) return [];
  const held = heldUnderWay(ground.launches);
  return item(ground, place, folderByDay(place), {
    id: `files:${place.id}:by-day`,
    kind: "files",
    release: null,
    held,
  });
}

async function item(
  { hosts }: Ground,
  { host: name, user }: Place,
  path: string,
  said: Pick<Leftover, "id" | "kind" | "release" | "held"> & { readonly since?: string },
): Promise<Leftover[]> {
  const host = hosts.get(name);
  const sized = await sizesOf(host, [path], user);
  return sized.map((one) => leftPath(host, one, { ...said, people: true, user }));
}
