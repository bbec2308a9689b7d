import type { Place } from "../plan/files-layout.ts";
import { type CommandOptions, script, type Command } from "../core/command.ts";

export interface Counts {
  readonly files: number;
  readonly bytes: number;
}

// Names are bytes: any but NUL may stand in one, so every list is of records that end in NUL, and the tools that read
// it are told so. A record is TYPE, SIZE, TIME, MODE, OWNER, GROUP and then PATH, with tabs between; that of a link
// ends in "//" and where it leads, which no path holds. Sockets, pipes and devices are nobody's upload.
const words = `set -u; LC_ALL=C; export LC_ALL; umask 077
list() {
  ( cd -- "$1" && find . -mindepth 1 -ignore_readdir_race -path ./lost+found -prune \\
    -o -type d -printf 'd\\t0\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type f -printf 'f\\t%s\\t%T@\\t%m\\t%U\\t%G\\t%P\\0' \\
    -o -type l -printf 'l\\t0\\t%T@\\t777\\t%U\\t%G\\t%P//%l\\0' ) > "$2.unsorted" && sort -z -o "$2" -- "$2.unsorted"
}
files() { sed -zn '/^d/!p' -- "$1"; }
folders() { sed -zn '/^d/p' -- "$1"; }
paths() { cut -z -f7- | sed -z 's#//.*##; s#^#./#' | sort -z; }
count() { cut -z -f1,2 | tr '\\0' '\\n' | awk '$1 == "f" || $1 == "l" { n++; b += $2 } END { printf "%d %.0f\\n", n, b }'; }
number() { tr -cd '\\0' | wc -c; }
`;

// What is written in a folder whose owner may not write there now; its rights are put right at the end.
const changing = `writable() { [ "$(id -u)" = 0 ] || find "$1" -type d ! -perm -700 -exec chmod u+rwx -- {} +; }
# $1 from, $2 to, $3 list of paths. Whatever has such a name there is not written into but replaced.
carry() {
  rm -f -- "$w/broken"
  { tar -C "$1" --format=posix --acls --xattrs --null --no-recursion --verbatim-files-from -T "$3" -cf - || : > "$w/broken"; } |
    tar -C "$2" --acls --xattrs --numeric-owner --delay-directory-restore -Pxpf - && [ ! -e "$w/broken" ]
}
# $1 folder, $2 list of paths: the folders that they lie in.
parents() { sed -z 's#/[^/]*$##' < "$2" | sort -zu > "$w/parents" && ( cd -- "$1" && xargs -0r mkdir -p -- < "$w/parents" ); }
# $1 folder, $2 what is there, $3 what shall be there: folders that shall not go, the deepest first.
prune() {
  folders "$2" | paths > "$w/dirs" && folders "$3" | paths > "$w/wanted-dirs" &&
    comm -z -23 -- "$w/dirs" "$w/wanted-dirs" | sort -zr > "$w/no-dirs" &&
    ( cd -- "$1" && xargs -0r rmdir --ignore-fail-on-non-empty -- < "$w/no-dirs" )
}
# $1 from, $2 to, $3 what shall be there: rights, owners and times of the folders that differ.
dress() {
  list "$2" "$w/dressed" && comm -z -23 -- "$3" "$w/dressed" > "$w/undressed" && folders "$w/undressed" | paths > "$w/dress" &&
    { [ ! -s "$w/dress" ] || carry "$1" "$2" "$w/dress"; }
}
`;

/** A script of this folder's user with the words for lists, and those for changing folders where they are wanted. */
export function filesScript(
  place: Place,
  text: string,
  values: readonly string[],
  options: CommandOptions & { readonly changes?: boolean } = {},
): Command {
  const { changes = false, ...rest } = options;
  return script(`${words}${changes ? changing : ""}${text}`, values, {
    timeoutSeconds: 4 * 3600,
    ...rest,
    ...(place.user === undefined ? {} : { user: place.user }),
  });
}

/** `name value…` a line. */
export function answers(stdout: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [name = "", ...values] = line.split(" ");
        return [name, values];
      }),
  );
}

export function countsOf(values: readonly string[] | undefined): Counts {
  const [files = "0", bytes = "0"] = values ?? [];
  return { files: Number(files), bytes: Number(bytes) };
}
