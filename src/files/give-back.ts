import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Place } from "../plan/files-layout.ts";
import type { Kept } from "./keep.ts";
import { answers, filesScript } from "./place.ts";

/** How a folder differs from what was kept of it. Counts only: a name may tell of a person. */
export interface Since {
  readonly uploaded: number;
  readonly changed: number;
  readonly deleted: number;
  /** Of those uploaded and changed. */
  readonly bytes: number;
}

export interface GivenBack {
  /** Nothing had changed, and nothing was touched. */
  readonly same: boolean;
  /** Deleted or changed since, and as they were again. */
  readonly back: number;
  /** Uploaded or changed since, in all tries together; where they lie now. */
  readonly aside: { readonly files: number; readonly bytes: number; readonly folder: string };
  /** Deleted or changed since, and not among what is kept. */
  readonly gone: number;
}

// $w/lost: as they were, and not so now; $w/since: as they are now, and were not so. With the paths of both.
const differ = `[ "$(sha256sum < "$m" | cut -d ' ' -f 1)" = "$sha" ] || { echo "the manifest is not the one on record" >&2; exit 41; }
compare() {
  list "$live" "$w/now" && comm -z -23 -- "$m" "$w/now" > "$w/lost" && comm -z -13 -- "$m" "$w/now" > "$w/since" &&
    files "$w/lost" > "$w/lost.files" && files "$w/since" > "$w/since.files" &&
    paths < "$w/lost.files" > "$w/lost.paths" && paths < "$w/since.files" > "$w/since.paths"
}
`;

const lookScript = `live=$1; m=$2/manifest; sha=$3; w=$(mktemp -d) || exit 1; trap 'rm -rf -- "$w"' EXIT
${differ}if [ -d "$live" ]; then :; else live=$w/none; mkdir -- "$live"; fi
compare || exit 1
set -- $(count < "$w/since.files")
echo "uploaded $(comm -z -13 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "changed $(comm -z -12 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "deleted $(comm -z -23 -- "$w/lost.paths" "$w/since.paths" | number)"
echo "bytes $2"`;

/** What was uploaded, changed and deleted since it was kept. Changes nothing. */
export async function filesSince(host: Host, place: Place, { folder, sha256 }: Kept): Promise<Since> {
  const finished = await attempt(host, place, lookScript, [place.directory, folder, sha256], false);
  const said = answers(finished.stdout);
  const figure = (name: string) => Number(said[name]?.[0] ?? 0);
  return {
    uploaded: figure("uploaded"),
    changed: figure("changed"),
    deleted: figure("deleted"),
    bytes: figure("bytes"),
  };
}

// $1 folder, $2 what is kept of it, $3 sha256 of the manifest, $4 how it was kept.
// First what is newer gets a second name under set-aside, a folder for each try, so that no try writes over what one
// before it saved; only what is seen to be there loses its first. Then what is lost comes back. Whatever a kill leaves
// half done differs from the manifest, and is found by the next try.
const giveBackScript = `live=$1; to=$2; sha=$3; how=$4; m=$to/manifest; w=$to/work
rm -rf -- "$w" && mkdir -- "$w" || exit 1
${differ}if [ ! -d "$live" ]; then
  [ ! -e "$live" ] && [ ! -L "$live" ] || { echo "$live is no folder any more" >&2; exit 46; }
  mkdir -p -- "$live" && { [ ! -d "$to/tree" ] || { chmod --reference="$to/tree" -- "$live"; chown --reference="$to/tree" -- "$live" 2>/dev/null || :; }; } || exit 1
fi
compare || exit 1
aside() { [ ! -d "$to/set-aside" ] || find "$to/set-aside" ! -type d -printf 'f\\t%s\\0'; }
if [ ! -s "$w/lost" ] && [ ! -s "$w/since" ]; then
  [ -e "$to/given-back" ] || [ -d "$to/set-aside" ] || echo same
else
  if [ -d "$to/tree" ]; then list "$to/tree" "$w/have" || exit 1; else : > "$w/have"; fi
  comm -z -23 -- "$w/lost.files" "$w/have" | paths > "$w/gone" && comm -z -12 -- "$w/lost.files" "$w/have" | paths > "$w/back" || exit 1
  # What cannot be given back stays as it is.
  comm -z -23 -- "$w/since.paths" "$w/gone" > "$w/aside" || exit 1
  writable "$live" || exit 1
  if [ -s "$w/aside" ]; then
    n=1; while [ -e "$to/set-aside/$n" ]; do n=$((n + 1)); done
    a=$to/set-aside/$n; mkdir -p -- "$a" && parents "$a" "$w/aside" || exit 1
    ( cd -- "$live" && xargs -0r cp -dl --parents -t "$a" -- < "$w/aside" ) 2>/dev/null ||
      { carry "$live" "$a" "$w/aside" && sync -f -- "$a"; } || exit 1
    list "$a" "$w/saved" && files "$w/saved" > "$w/saved.files" && paths < "$w/saved.files" > "$w/saved.paths" || exit 1
    cmp -s -- "$w/saved.paths" "$w/aside" && [ -z "$(comm -z -23 -- "$w/saved.files" "$w/since.files" | head -c 1)" ] ||
      { echo "what was set aside is not what is there" >&2; exit 47; }
    ( cd -- "$live" && xargs -0r rm -f -- < "$w/aside" ) || exit 1
  fi
  prune "$live" "$w/now" "$m" || exit 1
  if [ "$how" != count ]; then
    parents "$live" "$w/back" && { [ ! -s "$w/back" ] || carry "$to/tree" "$live" "$w/back"; } || exit 1
    dress "$to/tree" "$live" "$m" || exit 1
  fi
  number < "$w/back" >> "$to/given-back"
  compare || exit 1
  cmp -s -- "$w/lost.paths" "$w/gone" && [ -z "$(comm -z -23 -- "$w/since.paths" "$w/gone" | head -c 1)" ] ||
    { echo "files changed while they were given back" >&2; exit 45; }
  echo "gone $(number < "$w/gone")"
fi
[ ! -e "$to/given-back" ] || echo "back $(awk '{ n += $1 } END { print n }' "$to/given-back")"
echo "aside $(aside | count)"
rm -rf -- "$w"`;

/**
 * The folder as it was kept: what was deleted or changed since is there again, and what was uploaded or changed since
 * lies under `set-aside`. May be run again after it was cut off, as often as one likes.
 */
export async function giveBack(host: Host, place: Place, kept: Kept): Promise<GivenBack> {
  const finished = await attempt(
    host,
    place,
    giveBackScript,
    [place.directory, kept.folder, kept.sha256, kept.keep],
    true,
  );
  const said = answers(finished.stdout);
  const [files = "0", bytes = "0"] = said.aside ?? [];
  return {
    same: said.same !== undefined,
    back: Number(said.back?.[0] ?? 0),
    aside: { files: Number(files), bytes: Number(bytes), folder: `${kept.folder}/set-aside` },
    gone: Number(said.gone?.[0] ?? 0),
  };
}

async function attempt(host: Host, place: Place, text: string, values: readonly string[], changes: boolean) {
  const asked = filesScript(place, text, values, {
    changes,
    label: changes ? t`give the files of ${place.id} back` : t`look at the files of ${place.id}`,
  });
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return finished;
  throw backProblem(host, place, values[1] ?? "", new CommandError(host, asked, finished));
}

function backProblem({ name: where }: Host, place: Place, folder: string, failed: CommandError): Error {
  const { code, stderr } = failed.finished;
  const problem = (known: string, what: string, mend: string) =>
    new UserError({ code: known, what, where, mend }, { cause: failed });
  if (/No space left on device|Disk quota exceeded/i.test(stderr))
    return problem(
      "files-no-room",
      t`there is no room left to give the files of ${place.id} back`,
      t`make room, then run again: it goes on where it stopped, and nothing is lost meanwhile`,
    );
  switch (code) {
    case 41:
      return problem(
        "files-other-manifest",
        t`what was kept of ${place.id} is not what is on record`,
        t`nothing was changed; look at ${folder}, and who was there`,
      );
    case 45:
      return problem(
        "files-not-quiet",
        t`files of ${place.id} changed although the services are stopped`,
        t`find out who writes there (lsof +D), stop it, then run again`,
      );
    case 46:
      return problem(
        "files-not-a-folder",
        t`${place.directory} is no folder any more`,
        t`nothing was changed; move what bears its name away, then run again`,
      );
    case 47:
      return problem(
        "files-not-set-aside",
        t`what is newer among the files of ${place.id} could not be set aside whole`,
        t`nothing was removed; look at ${folder}/set-aside, then run again`,
      );
    default:
      return failed;
  }
}
