import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a unit gets of a settings file: the values, the names that systemd skips, and whether it reads nothing of it. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly skipped: readonly string[];
  readonly refused: boolean;
}

/** Files of a unit, and how its EnvironmentFile= lines spell them: a name or a pattern, with - before one that may be missing. */
export interface UnitFiles {
  readonly spelled: readonly string[];
  readonly contents: ReadonlyMap<string, Buffer>;
}

/** A case's folder: `file.env`, or what its file `files` names. */
export async function unitFilesOf(directory: string): Promise<UnitFiles> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".env"));
  const contents = names.map(async (name) => [name, await readFile(join(directory, name))] as const);
  const spelled = await readFile(join(directory, "files"), "utf8").catch(() => "file.env\n");
  return { spelled: spelled.trim().split("\n"), contents: new Map(await Promise.all(contents)) };
}

type AsRoot = (script: string, args: readonly string[]) => Promise<string>;

const start = `mkdir -p /root/settings; cd /root/settings
while read -r name file text; do
  mkdir -p "$name.files"
  printf '%s' "$text" | tr -d - | base64 -d > "$name.files/$file"
done <<END
FILES
END
unit() { printf '[Service]\\nType=oneshot\\nExecStart=/usr/bin/env -0\\nStandardOutput=truncate:/root/settings/%s.out\\n' "$1"; }
while read -r name file; do
  unit=/etc/systemd/system/settings-$name.service
  [ -e "$unit" ] || unit "$name" > "$unit"
  case "$file" in -*) optional=- file=\${file#-} ;; *) optional= ;; esac
  echo "EnvironmentFile=$optional/root/settings/$name.files/$file" >> "$unit"
done <<END
SPELLED
END
unit base > /etc/systemd/system/settings-base.service
systemctl daemon-reload
for name in base "$@"; do
  systemctl start "settings-$name" 2> /dev/null || rm -f "$name.out"
done
journalctl --sync
for name in base "$@"; do
  echo "$name $(base64 -w0 "$name.out" 2> /dev/null) $(journalctl -q -u "settings-$name" -o json | base64 -w0)"
done
rm -r /root/settings /etc/systemd/system/settings-*.service
systemctl daemon-reload`;

/** Lets a real systemd read the files, each as those of a unit of its own. */
export async function givenBySystemd(
  asRoot: AsRoot,
  units: ReadonlyMap<string, UnitFiles>,
): Promise<Map<string, Given>> {
  const files = [...units].flatMap(([name, { contents }]) =>
    [...contents].map(([file, text]) => `${name} ${file} -${text.toString("base64")}`),
  );
  const spelled = [...units].flatMap(([name, unit]) => unit.spelled.map((file) => `${name} ${file}`));
  const script = start.replace("FILES", () => files.join("\n")).replace("SPELLED", () => spelled.join("\n"));
  const told = await asRoot(script, [...units.keys()]);
  const rows = told
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  const base = environment(rows.find(([name]) => name === "base")?.[1] ?? "");
  return new Map(
    rows
      .filter(([name]) => name !== "base")
      .map(([name = "", output = "", journal = ""]) => [name, givenOf(base, output, journal)]),
  );
}

/** Set afresh for each unit. */
const ofTheUnit = [
  "INVOCATION_ID",
  "SYSTEMD_EXEC_PID",
  "JOURNAL_STREAM",
  "MEMORY_PRESSURE_WATCH",
  "MEMORY_PRESSURE_WRITE",
];

function givenOf(base: ReadonlyMap<string, string>, output: string, journal: string): Given {
  const own = [...environment(output)].filter(([name, value]) => !ofTheUnit.includes(name) && base.get(name) !== value);
  const messages = Buffer.from(journal, "base64")
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => messageOf(JSON.parse(line) as { MESSAGE?: string | number[] }));
  const skipped = messages.flatMap((message) => {
    // A value of several lines is told by several messages; a name may begin with the sign that ends it.
    const [, name] = /Ignoring invalid environment assignment '([^][^=]*)=/.exec(message) ?? [];
    return name === undefined ? [] : [name];
  });
  return { values: Object.fromEntries(own), skipped: [...new Set(skipped)], refused: output === "" };
}

function environment(base64: string): Map<string, string> {
  return new Map(
    Buffer.from(base64, "base64")
      .toString()
      .split("\0")
      .filter((pair) => pair !== "")
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

/** What is not printable is told as bytes. */
function messageOf({ MESSAGE: message = "" }: { MESSAGE?: string | number[] }): string {
  return typeof message === "string" ? message : Buffer.from(message).toString();
}
