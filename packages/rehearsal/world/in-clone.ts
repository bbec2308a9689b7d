import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runGit } from "@golive/github-twin";

/** New text of a file from its old one; null removes it. */
export type Changes = Readonly<Record<string, (before: string) => string | null>>;

export interface Clone {
  readonly directory: string;
  git(...args: readonly string[]): Promise<unknown>;
  /** Commits changed files to whatever is checked out. */
  commit(message: string, files: Changes): Promise<void>;
}

/** Works in a clone of a repository, as somebody of the team would, and throws the clone away. */
export async function inClone(origin: string, work: (clone: Clone) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "golive-clone-"));
  const who = ["-c", "user.name=Psychology team", "-c", "user.email=team@example.invalid"];
  const git: Clone["git"] = (...args) =>
    runGit(["-C", directory, ...who, ...args], { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" });
  const commit: Clone["commit"] = async (message, files) => {
    for (const [name, change] of Object.entries(files)) {
      const path = join(directory, name);
      const after = change(await readFile(path, "utf8").catch(() => ""));
      if (after === null) await rm(path, { recursive: true });
      else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, after);
      }
    }
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", message);
  };
  try {
    await git("clone", "--quiet", "--branch", "main", origin, ".");
    await work({ directory, git, commit });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Pushes changed files to the default branch. */
export async function changeMain(origin: string, message: string, files: Changes): Promise<void> {
  await inClone(origin, async ({ git, commit }) => {
    await commit(message, files);
    await git("push", "--quiet", "origin", "main");
  });
}
