import { script } from "../core/command.ts";
import { type Deferred, deferred } from "../core/deferred.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";
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
        () => now.forEach(({ done }) => done.resolve()),
        (error: unknown) => now.forEach(({ done }) => done.reject(error)),
      );
    }
    writing = false;
  };
  return {
    async read() {
      const { stdout } = await host.run(
        script('f="$1/journal.jsonl"; if [ -e "$f" ]; then cat -- "$f"; fi', [directory], { timeoutSeconds: 60 }),
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

/** Lines that are not JSON are what a crash left of a write that was never acknowledged; anything else odd is refused. */
export function parseJournal(text: string, where: string): Entry[] {
  return text.split("\n").flatMap((line, index): Entry[] => {
    if (line.trim() === "") return [];
    try {
      const entry = JSON.parse(line) as Entry | null;
      if (typeof entry?.kind !== "string" || typeof entry.release !== "string" || typeof entry.at !== "string") {
        throw new UserError({
          what: t`a line of the journal is not golive's`,
          where: `${where}:${index + 1}`,
          mend: t`somebody edited the journal; put it back from a backup, or move it away to start anew`,
        });
      }
      return [entry];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}
