import { script } from "../core/command.ts";
import { type Deferred, deferred } from "../core/deferred.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { oddKey } from "./entry-schema.ts";
import type { Entry } from "./event.ts";

/** The append-only record of the control host. It is the truth; the issue is a view of it. */
export interface Journal {
  read(): Promise<Entry[]>;
  /** On disk (synced) when it returns. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Keeps what a failed command said, whole, for the person at the keyboard; returns where. */
  keepLog(release: string, step: string, text: string): Promise<string>;
}

// Each write begins with a newline: what a crash left of the line before never swallows an acknowledged one.
const appendScript = 'umask 077; mkdir -p -m 700 -- "$1" && f="$1/journal.jsonl" && cat >> "$f" && sync "$f"';
const logScript = 'umask 077; mkdir -p -m 700 -- "$1/logs/$2" && cat > "$1/logs/$2/$3.log"';

export function openJournal(host: Host, directory: string): Journal {
  const write = async (entries: readonly Entry[]) => {
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    await host.run(script(appendScript, [directory], { stdin: `\n${lines}`, timeoutSeconds: 60 }));
  };
  let waiting: { readonly entries: readonly Entry[]; readonly done: Deferred<void> }[] = [];
  let writing = false;
  // What is told while a write is under way goes with the next one: many hosts at a time cost one connection and one sync.
  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      await write(now.flatMap(({ entries }) => entries)).then(
        () => {
          for (const { done } of now) done.resolve();
        },
        (error: unknown) => {
          for (const { done } of now) done.reject(error);
        },
      );
    }
    writing = false;
  };
  return {
    async read() {
      const { stdout } = await host.run(
        script('f="$1/journal.jsonl"; if [ -e "$f" ]; then cat -- "$f"; fi', [directory], {
          whole: true,
          timeoutSeconds: 60,
        }),
      );
      return parseJournal(stdout, `${host.name}:${directory}/journal.jsonl`);
    },
    append(entries) {
      const done = deferred<void>();
      waiting.push({ entries, done });
      if (!writing) void writeAll();
      return done.promise;
    },
    async keepLog(release, step, text) {
      await host.run(script(logScript, [directory, release, step], { stdin: text, timeoutSeconds: 60 }));
      return `${host.name}:${directory}/logs/${release}/${step}.log`;
    },
  };
}

/** A line that a crash cut off was never acknowledged, and is passed over; any other that is odd is refused. */
export function parseJournal(text: string, where: string): Entry[] {
  return text.split("\n").flatMap((line, index): Entry[] => {
    const at = `${where}:${index + 1}`;
    if (line.trim() === "" || isCutOff(line)) return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw damaged(t`a line of the journal is damaged`, at);
    }
    const key = oddKey(value);
    if (key === null) return [value as Entry];
    throw damaged(
      key === "" ? t`a line of the journal is not golive's` : t`a line of the journal is not golive's: ${key}`,
      at,
    );
  });
}

function damaged(what: string, where: string): UserError {
  return new UserError({
    code: "journal-damaged",
    what,
    where,
    mend: t`somebody edited the journal; put it back from a backup, or move it away to start anew`,
  });
}

/** Whether a line is the beginning of one: all of it that is there could go on, as JSON. */
function isCutOff(line: string): boolean {
  // After a loss of power a file system may have filled up with zeros what was not written yet.
  const bare = line.replace(/\0+$/, "").replace(/\\(u[0-9a-fA-F]{0,3})?$/, "");
  if (bare.trim() === "") return true;
  if (!bare.startsWith("{")) return false;
  try {
    JSON.parse(bare);
    return false;
  } catch (error) {
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    if (position === undefined) return /end of JSON input/.test((error as Error).message);
    return /Unterminated string/.test((error as Error).message) || Number(position) >= bare.length;
  }
}
