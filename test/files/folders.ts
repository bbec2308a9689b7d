import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Place } from "../../src/plan/files-layout.ts";

/** A folder of uploads, and one beside where it is kept. */
export interface Uploads {
  readonly place: Place;
  readonly live: string;
  readonly keepIn: string;
  write(name: string, text: string): void;
  /** All there is to see of the folder, names as bytes. */
  look(folder?: string): string;
  remove(): void;
}

/** Names that people and their devices give to files. */
export const names = [
  "scan.pdf",
  "дневник мая.pdf",
  "two  spaces and a tab\t.jpg",
  "a line\nbreak\nd\t0\t1.jpg",
  "quote'\"`$(rm -rf x).png",
  "-rf",
  "--help",
  "back\\slash\\n",
  "*",
  " ",
  ".hidden/.more/.file",
  "deep/er/and/deeper/still/x",
  "e\u0301 and é",
  "d",
  `${"long".repeat(60)}.txt`,
];

export function startUploads(keep: Place["keep"] = "copy", user?: string): Uploads {
  const directory = mkdtempSync(join(tmpdir(), "golive-files-"));
  chmodSync(directory, 0o755);
  const live = join(directory, "media");
  const keepIn = join(directory, "kept");
  mkdirSync(live);
  const uploads: Uploads = {
    place: { id: "media", host: "app-1", directory: live, keepIn, keep, user },
    live,
    keepIn,
    write(name, text) {
      mkdirSync(dirname(join(live, name)), { recursive: true });
      writeFileSync(join(live, name), text);
    },
    look: (folder = live) =>
      execFileSync(
        "sh",
        [
          "-c",
          'cd "$1" && find . -mindepth 1 -printf "%y %s %T@ %m %u:%g %P -> %l\\n" | sort; find . -type f -exec sha256sum {} + | sort',
          "sh",
          folder,
        ],
        { env: { ...process.env, LC_ALL: "C" }, maxBuffer: 1 << 28 },
      ).toString("latin1"),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
  return uploads;
}

/** Every kind of name and thing; times to the nanosecond are those that the disk gives. */
export function fill({ live, write }: Uploads): void {
  for (const [index, name] of names.entries()) write(name, `${index}: ${name}`);
  execFileSync("sh", ["-c", 'printf x > "$(printf "%s/broken\\377utf8" "$1")"', "sh", live]);
  utimesSync(join(live, "scan.pdf"), 1_600_000_000, 1_600_000_000);
  chmodSync(join(live, "-rf"), 0o600);
  mkdirSync(join(live, "empty"), { mode: 0o750 });
  symlinkSync("/etc/passwd", join(live, "to a file elsewhere"));
  symlinkSync("deep", join(live, "to a folder"));
  symlinkSync("nowhere\n//at all", join(live, "to nothing"));
  lutimesSync(join(live, "to nothing"), 1_600_000_000, 1_600_000_000);
  chmodSync(join(live, ".hidden/.more"), 0o555);
}
