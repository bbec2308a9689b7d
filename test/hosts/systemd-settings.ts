/** What a unit gets of a settings file: the values, the names that systemd skips, and whether it reads nothing of it. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly skipped: readonly string[];
  readonly refused: boolean;
}

type AsRoot = (script: string, args: readonly string[]) => Promise<string>;

const start = `mkdir -p /root/settings; cd /root/settings
while read -r name text; do
  printf '%s' "$text" | tr -d - | base64 -d > "$name.env"
  printf '[Service]\\nType=oneshot\\nEnvironmentFile=/root/settings/%s.env\\nExecStart=/usr/bin/env -0\\nStandardOutput=truncate:/root/settings/%s.out\\n' \
    "$name" "$name" > "/etc/systemd/system/settings-$name.service"
done <<END
FILES
END
printf '[Service]\\nType=oneshot\\nExecStart=/usr/bin/env -0\\nStandardOutput=truncate:/root/settings/base.out\\n' > /etc/systemd/system/settings-base.service
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

/** Lets a real systemd read the files, each as the EnvironmentFile of a unit of its own. */
export async function givenBySystemd(asRoot: AsRoot, files: ReadonlyMap<string, Buffer>): Promise<Map<string, Given>> {
  const names = [...files.keys()];
  const lines = [...files].map(([name, text]) => `${name} -${text.toString("base64")}`).join("\n");
  const told = await asRoot(
    start.replace("FILES", () => lines),
    names,
  );
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
const ofTheUnit = ["INVOCATION_ID", "SYSTEMD_EXEC_PID", "JOURNAL_STREAM"];

function givenOf(base: ReadonlyMap<string, string>, output: string, journal: string): Given {
  const own = [...environment(output)].filter(([name, value]) => !ofTheUnit.includes(name) && base.get(name) !== value);
  const messages = Buffer.from(journal, "base64")
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => messageOf(JSON.parse(line) as { MESSAGE?: string | number[] }));
  const skipped = messages.flatMap((message) => {
    const [, assignment] = /Ignoring invalid environment assignment '([\s\S]*)': \S+$/.exec(message) ?? [];
    return assignment === undefined ? [] : [assignment.slice(0, assignment.indexOf("="))];
  });
  return { values: Object.fromEntries(own), skipped, refused: output === "" };
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
