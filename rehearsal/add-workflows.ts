import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What tests and releases the suite itself. */
const notForUsers = ["ci.yml", "release.yml"];

/** Commits the workflows to the default branch, as a repository has them that uses golive. */
export async function addWorkflows(origin: string, from: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "golive-workflows-"));
  const git = (...args: string[]) =>
    promisify(execFile)(
      "git",
      ["-C", work, "-c", "user.name=Psychology team", "-c", "user.email=team@example.invalid", ...args],
      { env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } },
    );
  try {
    await git("clone", "--quiet", "--branch", "main", origin, ".");
    await mkdir(join(work, ".github/workflows"), { recursive: true });
    const names = (await readdir(from)).filter((name) => /\.ya?ml$/.test(name) && !notForUsers.includes(name));
    for (const name of names) await cp(join(from, name), join(work, ".github/workflows", name));
    await writeFile(join(work, ".github/CODEOWNERS"), "/.github/ @clinic/leads\n");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "The workflows of a launch");
    await git("push", "--quiet", "origin", "main");
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
