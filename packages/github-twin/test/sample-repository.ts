import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SampleRepository {
  readonly directory: string;
  readonly first: string;
  readonly second: string;
  remove(): void;
}

const workflow = `name: Go live
on:
  workflow_dispatch:
    inputs:
      tag: { required: true }
      dry-run: { type: boolean, default: false }
jobs:
  live: { runs-on: ubuntu-latest, steps: [{ run: "true" }] }
`;

/** Two commits, v1.0.0 as a plain tag on the first and v1.1.0 as an annotated one on the second. */
export function sampleRepository(): SampleRepository {
  const directory = mkdtempSync(join(tmpdir(), "golive-twin-"));
  const who = ["-c", "user.name=Anna", "-c", "user.email=anna@example.test", "-c", "commit.gpgsign=false"];
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", directory, ...who, ...args], { encoding: "utf8" }).trim();
  const commit = (files: Record<string, string>, message: string): string => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch=main");
  mkdirSync(join(directory, ".github/workflows"), { recursive: true });
  mkdirSync(join(directory, "app"));
  const first = commit(
    { "app/models.py": "a = 1\n", "README.md": "Сервис\n", ".github/workflows/go-live.yml": workflow },
    "first",
  );
  git("tag", "v1.0.0");
  const second = commit({ "app/models.py": "a = 1\nb = 2\n", "app/new file.py": "c = 3\n" }, "second");
  git("tag", "--annotate", "--message", "the second", "v1.1.0");
  return { directory, first, second, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
