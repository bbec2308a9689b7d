import { command } from "../core/command.ts";
import type { Problem } from "../core/errors.ts";
import { showSize } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Place } from "../plan/files-layout.ts";
import { folderByDay } from "./keep.ts";
import { answers, type Counts, countsOf, filesScript } from "./place.ts";

export interface FilesLook extends Counts {
  readonly problems: readonly Problem[];
  /** Whether a copy takes no room, because the disk shares blocks. */
  readonly shared: boolean;
}

// $1 folder, $2 where it is kept, $3 what is kept by day already. A small file is made and removed where things are
// kept: only so it is known whether the disk shares blocks.
const lookScript = `live=$1; keep=$2; day=$3
find --version 2>/dev/null | grep -q GNU && sort -z < /dev/null 2>/dev/null || { echo tools; exit 0; }
[ -e "$live" ] || [ -L "$live" ] || { echo missing; exit 0; }
[ -d "$live" ] || { echo no-folder; exit 0; }
r=$(readlink -e -- "$live") && [ "$r" = "$live" ] || { echo link; printf '%s' "$r" > /dev/null; exit 0; }
[ -r "$live" ] && [ -x "$live" ] || { echo "unreadable 1"; exit 0; }
w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
cd -- "$live" || exit 1
n=$(find . -mindepth 1 -path ./lost+found -prune -o \\( -type f ! -readable -o -type d \\( ! -readable -o ! -executable \\) -prune \\) -printf x 2>/dev/null | wc -c)
[ "$n" = 0 ] || { echo "unreadable $n"; exit 0; }
list "$live" "$w/now" || exit 1
echo "count $(count < "$w/now")"
if [ "$(id -u)" != 0 ]; then
  gids=$(id -G | tr ' ' '|')
  echo "strangers $(cut -z -f5,6 -- "$w/now" | tr '\\0\\t' '\\n ' | grep -cvE "^$(id -u) ($gids)\\$")"
fi
[ -w "$live" ] || echo read-only
p=$keep; while [ ! -e "$p" ]; do p=$(dirname -- "$p"); done
[ -d "$p" ] && [ -w "$p" ] && [ -x "$p" ] || { echo no-keep; exit 0; }
[ "$(stat -c %d -- "$p")" = "$(stat -c %d -- "$live")" ] || echo other-disk
t=$(mktemp -- "$p/.golive.XXXXXX") && { ! cp --reflink=always -- "$t" "$t.2" 2>/dev/null || echo shared; rm -f -- "$t" "$t.2"; }
echo "free $(df -PB1 -- "$p" | awk 'NR == 2 { print $4 }')"
h=0; [ ! -d "$day" ] || h=$(du -sB1 -- "$day" | cut -f 1); echo "had $h"`;

/** Whether a folder can be kept and given back, and how much lies in it. `leastFree`: MiB that have to stay free. */
export async function lookAtFiles(host: Host, place: Place, leastFree: number): Promise<FilesLook> {
  if (place.user !== undefined && (await host.attempt(command("true", [], { user: place.user }))).code !== 0)
    return { files: 0, bytes: 0, shared: false, problems: [runAsProblem(host.name, place.user)] };
  const asked = filesScript(place, lookScript, [place.directory, place.keepIn, folderByDay(place)], {
    timeoutSeconds: 1800,
    label: t`look at the files of ${place.id}`,
  });
  const said = answers((await host.run(asked)).stdout);
  const counts = countsOf(said.count);
  const shared = said.shared !== undefined && said["other-disk"] === undefined;
  return { ...counts, shared, problems: problemsOf(host.name, place, said, { counts, shared, leastFree }) };
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

function problemsOf(
  where: string,
  place: Place,
  said: Said,
  { counts, shared, leastFree }: { counts: Counts; shared: boolean; leastFree: number },
): Problem[] {
  const { directory, keepIn, keep } = place;
  const user = place.user ?? t`the user of the connection`;
  const found: Problem[] = [];
  const add = (code: string, what: string, mend: string) => found.push({ code, what, where, mend });
  const number = (name: string) => Number(said[name]?.[0] ?? 0);
  if (said.tools)
    add("files-tools", t`find, sort or tar there are not GNU's`, t`install findutils, coreutils and tar of GNU`);
  if (said.missing)
    add("files-missing", t`the folder ${directory} is not there`, t`create it, or correct files in the plan`);
  if (said["no-folder"]) add("files-not-a-folder", t`${directory} is no folder`, t`correct files in the plan`);
  if (said.link)
    add(
      "files-link",
      t`${directory} is a link, or lies behind one`,
      t`name the folder itself (readlink -f ${directory})`,
    );
  if (said.unreadable)
    add(
      "files-unreadable",
      t`${number("unreadable")} {0:file or folder|files or folders|files or folders} in ${directory} cannot be read by ${user}`,
      t`name in run-as the user that they belong to, or root`,
    );
  if (number("strangers") > 0)
    add(
      "files-owner",
      t`${number("strangers")} {0:file or folder|files or folders|files or folders} in ${directory} {0:has|have|have} an owner or a group that ${user} cannot give them`,
      t`name in run-as the user that they belong to, or root`,
    );
  if (said["read-only"])
    add(
      "files-read-only",
      t`${user} cannot write to ${directory}, so nothing could be given back`,
      t`name in run-as the user that it belongs to, or root`,
    );
  if (said["no-keep"])
    add(
      "files-keep-in",
      t`${user} cannot make ${keepIn}`,
      t`create it with mode 0700 for that user, or name another folder (keep-in)`,
    );
  if (keep === "link" && said["other-disk"])
    add(
      "files-other-disk",
      t`${keepIn} lies on another disk, where there are no links to ${directory}`,
      t`set keep: copy`,
    );
  const wanted = keep !== "copy" || shared ? 0 : Math.max(0, counts.bytes - number("had"));
  const missing = wanted + leastFree * 1024 ** 2 - number("free");
  if (said.free && keep !== "count" && missing > 0)
    add(
      "files-no-room",
      t`there is no room to keep ${showSize(counts.bytes)}: ${showSize(missing)} more are needed in ${keepIn}`,
      t`make room, name another disk (keep-in), or set keep: link (docs/files.md says what that does not hold)`,
    );
  return found;
}
