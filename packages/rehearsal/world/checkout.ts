import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runGit } from "@golive/github-twin";

const run = promisify(execFile);

/** The files of a commit, without the repository around them. */
export async function checkout(repository: string, commit: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = join(folder, ".archive.tar");
  await writeFile(archive, await runGit(["-C", repository, "archive", "--format=tar", commit]));
  await run("tar", ["-xf", archive, "-C", folder]);
  await rm(archive);
}
