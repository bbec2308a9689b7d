import { command } from "../core/command.ts";
import type { Problem } from "../core/errors.ts";
import { showSize } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Place } from "../plan/files-layout.ts";
import { folderByDay } from "./keep.ts";
import { look } from "./scripts.ts";
import { answers, type Counts, countsOf, filesScript } from "./place.ts";

export interface FilesLook extends Counts {
  readonly problems: readonly Problem[];
  /** Whether a copy takes no room, because the disk shares blocks. */
  readonly shared: boolean;
}

/** Whether a folder can be kept and given back, and how much lies in it. `leastFree`: MiB that have to stay free. */
export async function lookAtFiles(host: Host, place: Place, leastFree: number): Promise<FilesLook> {
  if (place.user !== undefined && (await host.attempt(command("true", [], { user: place.user }))).code !== 0)
    return { files: 0, bytes: 0, shared: false, problems: [runAsProblem(host.name, place.user)] };
  const asked = filesScript(place, look, [place.directory, place.keepIn, folderByDay(place)], {
    timeoutSeconds: 1800,
    label: t`look at the files of ${place.id}`,
  });
  const said = answers((await host.run(asked)).stdout);
  const counts = countsOf(said.count);
  const shared = said.shared !== undefined && said["other-disk"] === undefined;
  const found = { where: host.name, place, said };
  const room = roomProblems(found, { counts, shared, leastFree });
  return { ...counts, shared, problems: [...folderProblems(found), ...rightProblems(found), ...room] };
}

function runAsProblem(where: string, user: string): Problem {
  return {
    code: "files-run-as",
    what: t`commands cannot run as ${user}`,
    where,
    mend: t`allow it without a password (docs/hosts.md has the lines)`,
  };
}

type Said = Readonly<Record<string, readonly string[]>>;

interface Found {
  readonly where: string;
  readonly place: Place;
  readonly said: Said;
}

/** The number that the look printed under a name. */
function figure(said: Said, name: string): number {
  return Number(said[name]?.[0] ?? 0);
}

/** What keeps the look from going on. */
function folderProblems({ where, place: { directory }, said }: Found): Problem[] {
  const found: Problem[] = [];
  if (said.tools)
    found.push({
      code: "files-tools",
      what: t`find, sort or tar there are not GNU's`,
      where,
      mend: t`install findutils, coreutils and tar of GNU`,
    });
  if (said.missing)
    found.push({
      code: "files-missing",
      what: t`the folder ${directory} is not there`,
      where,
      mend: t`create it, or correct files in the plan`,
    });
  if (said["no-folder"])
    found.push({
      code: "files-not-a-folder",
      what: t`${directory} is no folder`,
      where,
      mend: t`correct files in the plan`,
    });
  if (said.link)
    found.push({
      code: "files-link",
      what: t`${directory} is a link, or lies behind one`,
      where,
      mend: t`name the folder itself (readlink -f ${directory})`,
    });
  return found;
}

const ownedByOthers = (n: number, at: string, user: string) =>
  t`${n} {0:file or folder|files or folders|files or folders} in ${at} {0:has|have|have} an owner or a group that ${user} cannot give them`;

/** What this user may not do there. */
function rightProblems({ where, place: { directory, keepIn, user: named }, said }: Found): Problem[] {
  const found: Problem[] = [];
  const user = named ?? t`the user of the connection`;
  if (said.unreadable)
    found.push({
      code: "files-unreadable",
      what: t`${figure(said, "unreadable")} {0:file or folder|files or folders|files or folders} in ${directory} cannot be read by ${user}`,
      where,
      mend: t`name in run-as the user that they belong to, or root`,
    });
  const strangers = figure(said, "strangers");
  if (strangers > 0)
    found.push({
      code: "files-owner",
      what: ownedByOthers(strangers, directory, user),
      where,
      mend: t`name in run-as the user that they belong to, or root`,
    });
  if (said["read-only"])
    found.push({
      code: "files-read-only",
      what: t`${user} cannot write to ${directory}, so nothing could be given back`,
      where,
      mend: t`name in run-as the user that it belongs to, or root`,
    });
  if (said["no-keep"])
    found.push({
      code: "files-keep-in",
      what: t`${user} cannot make ${keepIn}`,
      where,
      mend: t`create it with mode 0700 for that user, or name another folder (keep-in)`,
    });
  return found;
}

/** Whether what is kept has a place. `leastFree`: MiB that have to stay free. */
function roomProblems(
  { where, place: { directory, keepIn, keep }, said }: Found,
  { counts, shared, leastFree }: { counts: Counts; shared: boolean; leastFree: number },
): Problem[] {
  const found: Problem[] = [];
  if (keep === "link" && said["other-disk"])
    found.push({
      code: "files-other-disk",
      what: t`${keepIn} lies on another disk, where there are no links to ${directory}`,
      where,
      mend: t`set keep: copy`,
    });
  const wanted = keep !== "copy" || shared ? 0 : Math.max(0, counts.bytes - figure(said, "had"));
  const missing = wanted + leastFree * 1024 ** 2 - figure(said, "free");
  if (said.free && keep !== "count" && missing > 0)
    found.push({
      code: "files-no-room",
      what: t`there is no room to keep ${showSize(counts.bytes)}: ${showSize(missing)} more are needed in ${keepIn}`,
      where,
      mend: t`make room, name another disk (keep-in), or set keep: link (docs/files.md says what that does not hold)`,
    });
  return found;
}
