import { deployFetch } from "../../../journal/steps/steps.ts";
import { basename } from "node:path";
import { script } from "../../../core/command.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { lockFile, releaseDirectory, trialFolder } from "../../../plan/layout.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import { lastLive } from "./holds.ts";
import { type Ground, type Launched, type Leftover, leftPath, type Sized, sizesOf } from "./leftover.ts";

// Directories with a note of golive's own, one a line; the live one is nothing that was left. $1 deploy.directory.
const noted = `b=$1; live=$(readlink -f -- "$b/current"); ls -1 -- "$b/golive" 2>/dev/null | while IFS= read -r n; do
  d=$b/releases/$n; [ -d "$d" ] && [ "$(readlink -f -- "$d")" != "$live" ] && printf '%s\\n' "$d"; done; exit 0`;
const removeNoted = `[ "$(readlink -f -- "$1/current")" != "$(readlink -f -- "$1/releases/$2")" ] && [ -e "$1/golive/$2" ] &&
rm -rf -- "$1/releases/$2" && rm -f -- "$1/golive/$2" && git -C "$1/repo" worktree prune`;
// What in-place launches put beside what they changed, in the checkout and in .git, by its name. $1 deploy.directory.
const besideScript = `find "$1" -maxdepth 2 \\( -name '*.golive-*' -o -path "$1/.git/golive-*" \\) -prune -print0 2>/dev/null |
tr '\\0\\n' '\\n\\0'`;

/** Releases that are not live, and what in-place launches left beside the checkout. */
export async function leftReleases(ground: Ground): Promise<Leftover[]> {
  const { plan, hosts } = ground;
  const found = await Promise.all(
    plan.deploy.hosts.map((name) =>
      strategyOf(plan).ownDirectory ? byRelease(ground, hosts.get(name)) : leftBeside(ground, hosts.get(name)),
    ),
  );
  return found.flat();
}

async function byRelease(ground: Ground, host: Host): Promise<Leftover[]> {
  return [...(await directories(ground, host)), ...(await leftKept(ground, host))];
}

/** What deploy.keep copied aside for a launch. */
async function leftKept({ plan, launches, holds }: Ground, host: Host): Promise<Leftover[]> {
  const { directory, runAs: user } = plan.deploy;
  const pathOf = (id: string) => `${directory}/golive/kept-${id}`;
  const sized = await sizesOf(
    host,
    launches.map(({ id }) => pathOf(id)),
    user,
  );
  return sized.map((one) => {
    const launch = launches.find(({ id }) => one.path === pathOf(id));
    return beside({ plan, holds }, host, one, launch);
  });
}

/** One path that a launch put beside what serves. */
function beside(
  { plan, holds }: Pick<Ground, "plan" | "holds">,
  host: Host,
  one: Sized,
  launch: Launched | undefined,
): Leftover {
  const { directory, runAs: user } = plan.deploy;
  const inside = one.path.startsWith(`${directory}/`) ? one.path.slice(directory.length + 1) : one.path;
  return leftPath(host, one, {
    id: `beside:${host.name}:${inside}`,
    kind: one.path.startsWith(`${trialFolder(plan)}/`) ? "trial" : "beside",
    release: launch?.id ?? null,
    since: launch?.state.ended?.at,
    people: false,
    held: launch === undefined ? null : holds(launch.id),
    user,
  });
}

async function directories({ plan, launches, holds }: Ground, host: Host): Promise<Leftover[]> {
  const { directory, runAs: user } = plan.deploy;
  const as = user === undefined ? {} : { user };
  const { stdout } = await host.run(script(noted, [directory], { timeoutSeconds: 60, ...as }));
  const paths = stdout.split("\n").filter((line) => line !== "");
  const before = previousDirectory(lastLive(launches), host.name);
  return (await sizesOf(host, paths, user)).map(({ path, bytes, changed }) => {
    const name = basename(path);
    const launch = launches.findLast(
      ({ state }) => state.release !== null && releaseDirectory(plan, state.release) === path,
    );
    const underWay = launch !== undefined && launch.state.ended === null ? holds(launch.id) : null;
    return {
      id: `release:${host.name}:${name}`,
      kind: "release",
      host: host.name,
      what: path,
      release: launch?.id ?? null,
      since: changed,
      bytes,
      people: false,
      held: path === before ? t`the way back from the release that is live` : underWay,
      async remove() {
        await host.run(
          script(removeNoted, [directory, name], { timeoutSeconds: 1800, exclusive: lockFile(plan), ...as }),
        );
      },
    };
  });
}

function previousDirectory(launch: Launched | undefined, host: string): string | undefined {
  if (launch === undefined) return undefined;
  return deployFetch.on(host).facts(launch.state).previous?.directory;
}

async function leftBeside({ plan, launches, holds }: Ground, host: Host): Promise<Leftover[]> {
  const { directory, runAs: user } = plan.deploy;
  const as = user === undefined ? {} : { user };
  const { stdout } = await host.run(script(besideScript, [directory], { timeoutSeconds: 300, ...as }));
  const trials = trialFolder(plan);
  const candidates = [
    ...stdout.split("\n").filter((line) => line !== "" && !line.includes("\0")),
    ...launches.map(({ id }) => `${trials}/${id}`),
  ];
  const launchOf = (path: string) => launches.find(({ id }) => isOf(path, id, trials));
  // Whatever else is named so is somebody's own.
  const known = candidates.filter((path) => launchOf(path) !== undefined);
  const sized = await sizesOf(host, known, user);
  return sized.map((one) => beside({ plan, holds }, host, one, launchOf(one.path)));
}

function isOf(path: string, id: string, trials: string): boolean {
  const name = basename(path);
  if (path === `${trials}/${id}` || name === `golive-${id}.diff` || name === `golive-kept-${id}`) return true;
  return /\.golive-[a-z]+-(.+)$/.exec(name)?.[1] === id;
}
