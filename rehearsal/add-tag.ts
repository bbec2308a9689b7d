import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

export interface NewTag {
  readonly origin: string;
  /** Tag that it is built upon. */
  readonly from: string;
  readonly tag: string;
  /** New text of a file from its old one; null removes it. */
  readonly files: Readonly<Record<string, (before: string) => string | null>>;
  /** Pushed as it is, and on no branch; otherwise the default branch has it, whose tree stays what it was. */
  readonly outside?: boolean;
}

/** Pushes a tag with changed files; moves it when it is there already. */
export async function addTag({ origin, from, tag, files, outside = false }: NewTag): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "golive-tag-"));
  const git = (...args: string[]) =>
    promisify(execFile)(
      "git",
      ["-C", work, "-c", "user.name=Psychology team", "-c", "user.email=team@example.invalid", ...args],
      { env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } },
    );
  try {
    await git("clone", "--quiet", origin, ".");
    await git("checkout", "--quiet", "--detach", `${from}^{commit}`);
    for (const [name, change] of Object.entries(files)) {
      const path = join(work, name);
      const after = change(await readFile(path, "utf8").catch(() => ""));
      if (after === null) await rm(path, { recursive: true });
      else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, after);
      }
    }
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", `Release ${tag}`);
    await git("tag", "--force", "--annotate", "--message", tag, tag);
    await git("push", "--quiet", "--force", "origin", `refs/tags/${tag}`);
    if (outside) return;
    await git("checkout", "--quiet", "main");
    await git("merge", "--quiet", "--strategy", "ours", "--no-edit", `${tag}^{commit}`);
    await git("push", "--quiet", "origin", "main");
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
